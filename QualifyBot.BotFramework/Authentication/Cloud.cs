namespace QualifyBot.BotFramework.Authentication;

/// <summary>What the Bot Framework and Microsoft Entra are called in one of Azure's clouds.</summary>
internal sealed record Cloud
{
    /// <summary>The value of ChannelService that means the government's cloud.</summary>
    internal const string GovernmentChannelService = "https://botframework.azure.us";

    /// <summary>Azure's public cloud.</summary>
    internal static Cloud Public { get; } = new()
    {
        Issuer = "https://api.botframework.com",
        ChannelMetadata = new("https://login.botframework.com/v1/.well-known/openidconfiguration"),
        EntraMetadata = new("https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration"),
        Login = new("https://login.microsoftonline.com"),
        BotTenant = "botframework.com",
        Tenants = ["d6d49420-f39b-4df7-a1dc-d59a935871db", "f8cdef31-a31e-4b4a-93e4-5f571e91255a", "69e9b82d-4842-4902-8d1e-abc5b98a55e8"],
        // Anyone may own a name under trafficmanager.net, so only Teams' own stands here.
        Hosts = ["botframework.com", "smba.trafficmanager.net", "teams.microsoft.com"],
        CallerId = "urn:botframework:azure",
    };

    /// <summary>Azure Government, of the United States.</summary>
    internal static Cloud Government { get; } = new()
    {
        Issuer = "https://api.botframework.us",
        ChannelMetadata = new("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"),
        EntraMetadata = new("https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0/.well-known/openid-configuration"),
        Login = new("https://login.microsoftonline.us"),
        BotTenant = "MicrosoftServices.onmicrosoft.us",
        Tenants = ["cab8a31a-1906-4287-a0d8-4eef66b95f6e"],
        Hosts = ["botframework.azure.us", "teams.microsoft.us"],
        CallerId = "urn:botframework:azureusgov",
    };

    /// <summary>Issuer of channels' tokens, and what the bot asks a token for.</summary>
    internal required string Issuer { get; init; }

    /// <summary>OpenID metadata of <see cref="Issuer"/>.</summary>
    internal required Uri ChannelMetadata { get; init; }

    /// <summary>OpenID metadata of Microsoft Entra.</summary>
    internal required Uri EntraMetadata { get; init; }

    /// <summary>Where the bot signs in.</summary>
    internal required Uri Login { get; init; }

    /// <summary>The tenant at which a multi-tenant bot signs in.</summary>
    internal required string BotTenant { get; init; }

    /// <summary>Tenants of the Bot Framework itself, which sign the Emulator's tokens.</summary>
    internal required IReadOnlyList<string> Tenants { get; init; }

    /// <summary>Hosts of channels.</summary>
    internal required IReadOnlyList<string> Hosts { get; init; }

    /// <summary>What the callerId of a channel's activity becomes.</summary>
    internal required string CallerId { get; init; }

    /// <summary>The cloud that a value of ChannelService means, or null.</summary>
    internal static Cloud? Find(string? channelService) =>
        string.IsNullOrWhiteSpace(channelService) ? Public
        : string.Equals(channelService.Trim().TrimEnd('/'), GovernmentChannelService, StringComparison.OrdinalIgnoreCase) ? Government
        : null;
}
