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

    /// <summary>A file with the app's certificate and its key (PFX), instead of a client secret.</summary>
    public string? MicrosoftAppCertificate { get; init; }

    /// <summary>The password of <see cref="MicrosoftAppCertificate"/>, where it has one.</summary>
    public string? MicrosoftAppCertificatePassword { get; init; }

    /// <summary>The cloud: empty = Azure's public one, "https://botframework.azure.us" = Azure Government. The settings below follow it.</summary>
    public string? ChannelService { get; init; }

    /// <summary>Issuer of the tokens a channel sends.</summary>
    public string ToBotFromChannelTokenIssuer { get => field ?? Cloud.Issuer; init; }

    /// <summary>OpenID metadata of <see cref="ToBotFromChannelTokenIssuer"/>.</summary>
    public Uri ToBotFromChannelOpenIdMetadataUrl { get => field ?? Cloud.ChannelMetadata; init; }

    /// <summary>OpenID metadata of Microsoft Entra, whose tokens the Emulator shows when it signs in as the bot itself.</summary>
    public Uri ToBotFromEmulatorOpenIdMetadataUrl { get => field ?? Cloud.EntraMetadata; init; }

    /// <summary>Tenants whose Entra tokens are believed, besides <see cref="MicrosoftAppTenantId"/>; the Emulator's, unless others are given.</summary>
    public IReadOnlyList<string> EntraTenants { get => field ?? Cloud.Tenants; init; }

    /// <summary>App ids of other bots (skill hosts, agents) that may call this one; "*" = any with a good token. None given = none.</summary>
    public IReadOnlyList<string> AllowedCallers { get; init; } = [];

    /// <summary>Where the bot signs in.</summary>
    public Uri ToChannelFromBotLoginUrl { get => field ?? Cloud.Login; init; }

    /// <summary>What the bot asks a token for.</summary>
    public string ToChannelFromBotOAuthScope { get => field ?? Cloud.Issuer + "/.default"; init; }

    /// <summary>Hosts, with their subdomains, that a serviceUrl may name and that tokens are sent to.</summary>
    public IReadOnlyList<string> ServiceUrlHosts { get => field ?? Cloud.Hosts; init; }

    /// <summary>Whether the bot is registered, and so takes and sends tokens.</summary>
    public bool HasAppId => !string.IsNullOrWhiteSpace(MicrosoftAppId);

    /// <summary>The cloud's own names.</summary>
    internal Cloud Cloud => Cloud.Find(ChannelService) ?? Cloud.Public;

    /// <summary>What is wrong with the settings, each with its remedy; empty when nothing is.</summary>
    public IEnumerable<string> Problems()
    {
        if (Cloud.Find(ChannelService) is null)
        {
            yield return $"ChannelService is '{ChannelService}': leave it empty for Azure's public cloud, or set it to {Cloud.GovernmentChannelService}.";
        }

        if (!HasAppId)
        {
            yield break;
        }

        if (MicrosoftAppType != BotAppType.UserAssignedMSI && string.IsNullOrWhiteSpace(MicrosoftAppPassword) && string.IsNullOrWhiteSpace(MicrosoftAppCertificate))
        {
            yield return "MicrosoftAppId is set but MicrosoftAppPassword is empty: set the app's client secret, or MicrosoftAppCertificate, or MicrosoftAppType to UserAssignedMSI.";
        }

        if (!string.IsNullOrWhiteSpace(MicrosoftAppCertificate) && !File.Exists(MicrosoftAppCertificate))
        {
            yield return $"MicrosoftAppCertificate names '{MicrosoftAppCertificate}', and there is no such file: give the path of a PFX file with the certificate and its key.";
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
