using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using QualifyBot.Tests.BotFramework.Http;

namespace QualifyBot.Tests.BotFramework.Authentication;

/// <summary>A registered bot, an issuer it believes, and what it takes to make tokens for it.</summary>
public abstract class TokenTests : IAsyncLifetime
{
    private protected const string AppId = "3c1a6f2e-0000-4000-8000-00000000b071";
    private protected const string OwnTenant = "5f0c9d1e-0000-4000-8000-000000000001";
    private protected const string ServiceUrl = "https://smba.trafficmanager.net/teams/";
    private protected const string Teams =
        """{"type":"message","id":"a1","channelId":"msteams","serviceUrl":"https://smba.trafficmanager.net/teams/","from":{"id":"u1"},"conversation":{"id":"c1"},"text":"hi"}""";

    private protected OpenIdProvider Provider { get; private set; } = null!;
    private protected BotHost Host { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Provider = await OpenIdProvider.StartAsync();
        Host = await BotHost.StartAsync(
            ("MicrosoftAppId", AppId),
            ("MicrosoftAppPassword", "secret"),
            ("MicrosoftAppTenantId", OwnTenant),
            ("ToBotFromChannelOpenIdMetadataUrl", Provider.Metadata),
            ("ToBotFromEmulatorOpenIdMetadataUrl", Provider.Metadata),
            ("ServiceUrlHosts:0", "channel.example"));
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await Provider.DisposeAsync();
    }

    private protected static JsonObject Header(TestKey? key = null) => new() { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = (key ?? TestKey.First).Id };

    private protected string Channel((string Name, string? Value)? header = null)
    {
        var fields = Header();
        if (header is var (name, value))
        {
            fields[name] = value;
        }

        return "Bearer " + TestKey.First.Sign(fields, ChannelClaims());
    }

    private protected static string Sign(JsonObject claims) => "Bearer " + TestKey.First.Sign(Header(), claims);

    private protected static string Encode(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));

    private protected JsonObject ChannelClaims() => new()
    {
        ["iss"] = "https://api.botframework.com",
        ["aud"] = AppId,
        ["serviceurl"] = ServiceUrl,
        ["nbf"] = Host.Clock.GetUtcNow().ToUnixTimeSeconds(),
        ["exp"] = Host.Clock.GetUtcNow().ToUnixTimeSeconds() + 3600,
    };

    private protected JsonObject OwnAppClaims() => new()
    {
        ["iss"] = $"https://login.microsoftonline.com/{OwnTenant}/v2.0",
        ["aud"] = AppId,
        ["ver"] = "2.0",
        ["azp"] = AppId,
        ["tid"] = OwnTenant,
        ["nbf"] = Host.Clock.GetUtcNow().ToUnixTimeSeconds(),
        ["exp"] = Host.Clock.GetUtcNow().ToUnixTimeSeconds() + 3600,
    };

    private protected void Change(JsonObject claims, string claim, string? value)
    {
        claims.Remove(claim);
        if (value is not null)
        {
            claims[claim] = value[0] is '+' or '-' && long.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var seconds)
                ? JsonValue.Create(Host.Clock.GetUtcNow().ToUnixTimeSeconds() + seconds)
                : JsonValue.Create(value);
        }
    }

    private protected async Task<int> StatusAsync(string authorization, string body = Teams)
    {
        using var response = await Host.PostAsync(body, authorization);
        return (int)response.StatusCode;
    }

    private protected async Task AssertRefusedAsync(string authorization, int status, string body = Teams)
    {
        using var response = await Host.PostAsync(body, authorization);
        var said = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, $"{(int)response.StatusCode} {said}");
        using var error = JsonDocument.Parse(said);
        Assert.NotEmpty(error.RootElement.GetProperty("error").GetProperty("message").GetString()!);
        Assert.Empty(Host.Received);
    }
}
