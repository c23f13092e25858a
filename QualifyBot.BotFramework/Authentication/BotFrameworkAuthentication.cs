namespace QualifyBot.BotFramework.Authentication;

/// <summary>
/// Who the bot is and whom it believes. Bound to the settings of the same names, which are the SDK's, at the root of the configuration.
/// Without an app id calls are taken from this machine only, and no token is ever sent.
/// </summary>
public sealed class BotFrameworkAuthentication
{
    /// <summary>How the bot signs in to Microsoft Entra.</summary>
    public BotAppType MicrosoftAppType { get; init; } = BotAppType.MultiTenant;

    /// <summary>The bot's app id; empty = a bot for this machine only.</summary>
    public string? MicrosoftAppId { get; init; }

    /// <summary>The app's client secret; not used with a managed identity.</summary>
    public string? MicrosoftAppPassword { get; init; }

    /// <summary>The bot's own tenant; required for <see cref="BotAppType.SingleTenant"/>.</summary>
    public string? MicrosoftAppTenantId { get; init; }

    /// <summary>Issuer of the tokens a channel sends.</summary>
    public string ToBotFromChannelTokenIssuer { get; init; } = "https://api.botframework.com";

    /// <summary>OpenID metadata of <see cref="ToBotFromChannelTokenIssuer"/>.</summary>
    public Uri ToBotFromChannelOpenIdMetadataUrl { get; init; } = new("https://login.botframework.com/v1/.well-known/openidconfiguration");

    /// <summary>OpenID metadata of Microsoft Entra, whose tokens the Emulator shows when it signs in as the bot itself.</summary>
    public Uri ToBotFromEmulatorOpenIdMetadataUrl { get; init; } = new("https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration");

    /// <summary>Tenants whose Entra tokens are believed, besides <see cref="MicrosoftAppTenantId"/>. The two are the Emulator's.</summary>
    public IReadOnlyList<string> EntraTenants { get; init; } =
        ["d6d49420-f39b-4df7-a1dc-d59a935871db", "f8cdef31-a31e-4b4a-93e4-5f571e91255a"];

    /// <summary>Where the bot signs in.</summary>
    public Uri ToChannelFromBotLoginUrl { get; init; } = new("https://login.microsoftonline.com");

    /// <summary>What the bot asks a token for.</summary>
    public string ToChannelFromBotOAuthScope { get; init; } = "https://api.botframework.com/.default";

    /// <summary>Hosts, with their subdomains, that a serviceUrl may name and that tokens are sent to.</summary>
    /// <remarks>Anyone may own a name under trafficmanager.net, so only Teams' own stands here.</remarks>
    public IReadOnlyList<string> ServiceUrlHosts { get; init; } =
        ["botframework.com", "smba.trafficmanager.net", "teams.microsoft.com", "teams.microsoft.us", "botframework.azure.us"];

    /// <summary>Whether the bot is registered, and so takes and sends tokens.</summary>
    public bool HasAppId => !string.IsNullOrWhiteSpace(MicrosoftAppId);

    /// <summary>What is wrong with the settings, each with its remedy; empty when nothing is.</summary>
    public IEnumerable<string> Problems()
    {
        if (!HasAppId)
        {
            yield break;
        }

        if (MicrosoftAppType != BotAppType.UserAssignedMSI && string.IsNullOrWhiteSpace(MicrosoftAppPassword))
        {
            yield return "MicrosoftAppId is set but MicrosoftAppPassword is empty: set the app's client secret, or MicrosoftAppType to UserAssignedMSI.";
        }

        if (MicrosoftAppType == BotAppType.SingleTenant && string.IsNullOrWhiteSpace(MicrosoftAppTenantId))
        {
            yield return "MicrosoftAppType is SingleTenant but MicrosoftAppTenantId is empty: set it to the id of the tenant the app is registered in.";
        }
    }
}

/// <summary>The kinds of registration, under the names Azure gives them.</summary>
public enum BotAppType
{
    /// <summary>Signs in at the tenant botframework.com.</summary>
    MultiTenant,

    /// <summary>Signs in at the bot's own tenant.</summary>
    SingleTenant,

    /// <summary>Signs in as a managed identity of the machine in Azure it runs on.</summary>
    UserAssignedMSI,
}
