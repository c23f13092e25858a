using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using QualifyBot.BotFramework.Authentication;
using QualifyBot.Tests.BotFramework.Http;

namespace QualifyBot.Tests.BotFramework.Authentication;

public sealed class IncomingTokensTests : IAsyncLifetime
{
    private const string AppId = "3c1a6f2e-0000-4000-8000-00000000b071";
    private const string OwnTenant = "5f0c9d1e-0000-4000-8000-000000000001";
    private const string ServiceUrl = "https://smba.trafficmanager.net/teams/";
    private const string Teams =
        """{"type":"message","id":"a1","channelId":"msteams","serviceUrl":"https://smba.trafficmanager.net/teams/","from":{"id":"u1"},"conversation":{"id":"c1"},"text":"hi"}""";

    private OpenIdProvider _provider = null!;
    private BotHost _host = null!;

    public async Task InitializeAsync()
    {
        _provider = await OpenIdProvider.StartAsync();
        _host = await BotHost.StartAsync(
            ("MicrosoftAppId", AppId),
            ("MicrosoftAppPassword", "secret"),
            ("MicrosoftAppTenantId", OwnTenant),
            ("ToBotFromChannelOpenIdMetadataUrl", _provider.Metadata),
            ("ToBotFromEmulatorOpenIdMetadataUrl", _provider.Metadata),
            ("ServiceUrlHosts:0", "channel.example"));
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Theory]
    [InlineData("RS256")]
    [InlineData("RS384")]
    [InlineData("RS512")]
    public async Task A_channel_with_a_good_token_gets_in(string algorithm)
    {
        Assert.Equal(200, await StatusAsync(Channel(header: ("alg", algorithm))));
        var (activity, caller) = Assert.Single(_host.Received);
        Assert.Equal(ServiceUrl, Assert.IsType<CallerIdentity.Channel>(caller).ServiceUrl);
        Assert.Equal("urn:botframework:azure", activity.CallerId);
    }

    [Theory]
    [InlineData("1.0", "appid", "https://sts.windows.net/{0}/", OwnTenant)]
    [InlineData("2.0", "azp", "https://login.microsoftonline.com/{0}/v2.0", OwnTenant)]
    [InlineData("1.0", "appid", "https://sts.windows.net/{0}/", "d6d49420-f39b-4df7-a1dc-d59a935871db")]
    [InlineData("2.0", "azp", "https://login.microsoftonline.com/{0}/v2.0", "f8cdef31-a31e-4b4a-93e4-5f571e91255a")]
    public async Task The_Emulator_signed_in_as_the_bot_gets_in(string version, string appClaim, string issuer, string tenant)
    {
        var claims = OwnAppClaims();
        claims.Remove("azp");
        (claims["ver"], claims[appClaim], claims["iss"], claims["tid"]) = (version, AppId, issuer.Replace("{0}", tenant, StringComparison.Ordinal), tenant);
        Assert.Equal(200, await StatusAsync(Sign(claims)));
        Assert.IsType<CallerIdentity.OwnApp>(Assert.Single(_host.Received).Caller);
    }

    [Theory]
    [InlineData("iss", "https://evil.example", 401)]
    [InlineData("iss", "https://api.botframework.com/", 401)]
    [InlineData("iss", null, 401)]
    [InlineData("aud", "another-bot", 403)]
    [InlineData("aud", null, 403)]
    [InlineData("serviceurl", "https://smba.trafficmanager.net/teams", 403)]
    [InlineData("serviceurl", "https://evil.example/", 403)]
    [InlineData("serviceurl", null, 401)]
    [InlineData("exp", "-301", 401)]
    [InlineData("exp", null, 401)]
    [InlineData("exp", "text", 401)]
    [InlineData("nbf", "+301", 401)]
    public async Task A_channel_token_with_one_wrong_claim_is_refused(string claim, string? value, int status)
    {
        var claims = ChannelClaims();
        Change(claims, claim, value);
        await AssertRefusedAsync(Sign(claims), status);
    }

    [Theory]
    [InlineData("exp", "-299")]
    [InlineData("nbf", "+299")]
    public async Task Clocks_may_differ_by_five_minutes(string claim, string value)
    {
        var claims = ChannelClaims();
        Change(claims, claim, value);
        Assert.Equal(200, await StatusAsync(Sign(claims)));
    }

    [Theory]
    [InlineData("iss", "https://sts.windows.net/5f0c9d1e-0000-4000-8000-000000000002/", 401)]
    [InlineData("iss", "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/", 401)]
    [InlineData("tid", "5f0c9d1e-0000-4000-8000-000000000002", 401)]
    [InlineData("tid", null, 401)]
    [InlineData("ver", "3.0", 401)]
    [InlineData("ver", "1.0", 401)]
    [InlineData("ver", null, 401)]
    [InlineData("azp", "another-app", 403)]
    [InlineData("azp", null, 401)]
    [InlineData("aud", "another-app", 403)]
    [InlineData("aud", "https://api.botframework.com", 403)]
    [InlineData("exp", "-301", 401)]
    public async Task An_Entra_token_with_one_wrong_claim_is_refused(string claim, string? value, int status)
    {
        var claims = OwnAppClaims();
        Change(claims, claim, value);
        await AssertRefusedAsync(Sign(claims), status);
    }

    [Fact]
    public async Task A_key_speaks_only_for_the_channels_it_is_endorsed_for() =>
        await AssertRefusedAsync(Channel(), 403, Teams.Replace("msteams", "slack", StringComparison.Ordinal));

    [Fact]
    public async Task A_token_of_its_own_serviceUrl_cannot_widen_the_hosts_replies_go_to()
    {
        var claims = ChannelClaims();
        claims["serviceurl"] = "https://evil.example/";
        await AssertRefusedAsync(Sign(claims), 403, Teams.Replace(ServiceUrl, "https://evil.example/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://channel.example/x", 200)]
    [InlineData("https://eu.channel.example/x", 200)]
    [InlineData("https://evilchannel.example/x", 403)]
    [InlineData("http://channel.example/x", 403)]
    [InlineData("https://channel.example.evil.example/x", 403)]
    [InlineData("https://anyone.trafficmanager.net/x", 403)]
    [InlineData("http://localhost/x", 403)]
    public async Task Hosts_can_be_added_to_those_replies_go_to(string serviceUrl, int status)
    {
        var claims = ChannelClaims();
        claims["serviceurl"] = serviceUrl;
        Assert.Equal(status, await StatusAsync(Sign(claims), Teams.Replace(ServiceUrl, serviceUrl, StringComparison.Ordinal)));
    }

    public static TheoryData<string?> Malformed() =>
    [
        null, "", "Bearer", "Bearer ", "Basic dTpw", "Bearer x", "Bearer a.b", "Bearer a.b.c", "Bearer ..", "Bearer  ", "Bearer {}",
        "Bearer eyJhbGciOiJub25lIn0.e30.", "Bearer e30.e30.e30", "Bearer bnVsbA.bnVsbA.bnVsbA", "Bearer W10.W10.W10", "Bearer %.%.%",
        "Bearer " + new string('a', 20_000), "Bearer a.b.c d.e.f", "Bearer a.b.c.d.e",
    ];

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task What_is_no_token_is_refused_with_401(string? authorization)
    {
        using var response = await _host.PostAsync(Teams, authorization);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        Assert.Empty(_host.Received);
    }

    [Fact]
    public async Task Signatures_that_are_none_or_of_another_key_are_refused()
    {
        var good = Channel()["Bearer ".Length..].Split('.');
        var hmac = Encode(new JsonObject { ["alg"] = "HS256", ["kid"] = TestKey.First.Id }) + "." + good[1];
        await AssertRefusedAsync($"Bearer {good[0]}.{good[1]}.", 401);
        await AssertRefusedAsync($"Bearer {good[0]}.{good[1]}.{good[2][..^4]}AAAA", 401);
        await AssertRefusedAsync($"Bearer {good[0]}.{Encode(OwnAppClaims())}.{good[2]}", 401);
        await AssertRefusedAsync($"Bearer {Encode(new JsonObject { ["alg"] = "none", ["kid"] = TestKey.First.Id })}.{good[1]}.", 401);
        await AssertRefusedAsync($"Bearer {hmac}.{Base64Url.EncodeToString(HMACSHA256.HashData("key-1"u8, Encoding.ASCII.GetBytes(hmac)))}", 401);
        await AssertRefusedAsync("Bearer " + TestKey.Second.Sign(Header(), ChannelClaims()), 401);
        await AssertRefusedAsync(Channel(header: ("kid", null)), 401);
        await AssertRefusedAsync(Channel(header: ("kid", "unknown")), 401);
        await AssertRefusedAsync(Channel(header: ("alg", "PS256")), 401);
    }

    [Fact]
    public async Task A_key_without_endorsements_speaks_for_no_channel()
    {
        await using var provider = await OpenIdProvider.StartAsync();
        provider.Bare = true;
        await using var host = await BotHost.StartAsync(("MicrosoftAppId", AppId), ("MicrosoftAppPassword", "secret"), ("ToBotFromChannelOpenIdMetadataUrl", provider.Metadata));
        using var response = await host.PostAsync(Teams, Channel());
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task A_key_roll_over_is_survived_and_a_forger_cannot_make_us_hammer_the_issuer()
    {
        Assert.Equal(200, await StatusAsync(Channel()));
        _provider.Published[0] = TestKey.Second;
        _host.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(200, await StatusAsync("Bearer " + TestKey.Second.Sign(Header(TestKey.Second), ChannelClaims())));
        Assert.Equal(401, await StatusAsync(Channel()));
        var fetches = _provider.Fetches;
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(401, await StatusAsync(Channel(header: ("kid", $"made-up-{i}"))));
        }

        Assert.Equal((2, 2), (fetches, _provider.Fetches));
    }

    [Fact]
    public async Task Known_keys_outlive_an_outage_of_the_issuer()
    {
        Assert.Equal(200, await StatusAsync(Channel()));
        _provider.Down = true;
        _host.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(200, await StatusAsync(Channel()));
        Assert.Equal(401, await StatusAsync(Channel(header: ("kid", "unknown"))));
    }

    [Fact]
    public async Task An_issuer_that_never_answered_is_no_fault_of_the_caller()
    {
        _provider.Down = true;
        using var response = await _host.PostAsync(Teams, Channel());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("5", response.Headers.RetryAfter!.ToString());

        _provider.Down = false;
        _host.Clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(200, await StatusAsync(Channel()));
    }

    [Fact]
    public async Task A_mutated_token_never_gets_in_and_never_breaks_the_host()
    {
        var random = new Random(6);
        var good = Channel();
        for (var i = 0; i < 1000; i++)
        {
            var chars = good.ToCharArray();
            for (var edits = random.Next(1, 4); edits > 0; edits--)
            {
                var at = random.Next("Bearer ".Length, chars.Length - 1);
                chars[at] = (char)(chars[at] == 'A' ? random.Next('B', 'Z') : random.Next(0x21, 0x7E));
            }

            var mutated = new string(chars);
            if (!string.Equals(mutated, good, StringComparison.Ordinal))
            {
                using var response = await _host.PostAsync(Teams, mutated);
                Assert.True(response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden, $"{response.StatusCode} for {mutated}");
            }
        }

        Assert.Empty(_host.Received);
    }

    [Theory]
    [InlineData("MicrosoftAppPassword", "MicrosoftAppType", "MultiTenant")]
    [InlineData("MicrosoftAppTenantId", "MicrosoftAppType", "SingleTenant", "MicrosoftAppPassword", "secret")]
    public async Task Settings_that_cannot_work_stop_the_start(string mentions, params string[] settings)
    {
        var pairs = settings.Chunk(2).Select(pair => (pair[0], (string?)pair[1])).Append(("MicrosoftAppId", AppId)).ToArray();
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => BotHost.StartAsync(pairs));
        Assert.Contains(mentions, failure.Message, StringComparison.Ordinal);
    }

    private static JsonObject Header(TestKey? key = null) => new() { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = (key ?? TestKey.First).Id };

    private string Channel((string Name, string? Value)? header = null)
    {
        var fields = Header();
        if (header is var (name, value))
        {
            fields[name] = value;
        }

        return "Bearer " + TestKey.First.Sign(fields, ChannelClaims());
    }

    private static string Sign(JsonObject claims) => "Bearer " + TestKey.First.Sign(Header(), claims);

    private static string Encode(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));

    private JsonObject ChannelClaims() => new()
    {
        ["iss"] = "https://api.botframework.com",
        ["aud"] = AppId,
        ["serviceurl"] = ServiceUrl,
        ["nbf"] = _host.Clock.GetUtcNow().ToUnixTimeSeconds(),
        ["exp"] = _host.Clock.GetUtcNow().ToUnixTimeSeconds() + 3600,
    };

    private JsonObject OwnAppClaims() => new()
    {
        ["iss"] = $"https://login.microsoftonline.com/{OwnTenant}/v2.0",
        ["aud"] = AppId,
        ["ver"] = "2.0",
        ["azp"] = AppId,
        ["tid"] = OwnTenant,
        ["nbf"] = _host.Clock.GetUtcNow().ToUnixTimeSeconds(),
        ["exp"] = _host.Clock.GetUtcNow().ToUnixTimeSeconds() + 3600,
    };

    private void Change(JsonObject claims, string claim, string? value)
    {
        claims.Remove(claim);
        if (value is not null)
        {
            claims[claim] = value[0] is '+' or '-' && long.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var seconds)
                ? JsonValue.Create(_host.Clock.GetUtcNow().ToUnixTimeSeconds() + seconds)
                : JsonValue.Create(value);
        }
    }

    private async Task<int> StatusAsync(string authorization, string body = Teams)
    {
        using var response = await _host.PostAsync(body, authorization);
        return (int)response.StatusCode;
    }

    private async Task AssertRefusedAsync(string authorization, int status, string body = Teams)
    {
        using var response = await _host.PostAsync(body, authorization);
        var said = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, $"{(int)response.StatusCode} {said}");
        using var error = JsonDocument.Parse(said);
        Assert.NotEmpty(error.RootElement.GetProperty("error").GetProperty("message").GetString()!);
        Assert.Empty(_host.Received);
    }
}
