using System.Text.Json.Nodes;
using QualifyBot.BotFramework.Authentication;
using QualifyBot.Tests.BotFramework.Http;

namespace QualifyBot.Tests.BotFramework.Authentication;

public sealed class ClaimTests : TokenTests
{
    [Theory]
    [InlineData("RS256")]
    [InlineData("RS384")]
    [InlineData("RS512")]
    public async Task A_channel_with_a_good_token_gets_in(string algorithm)
    {
        Assert.Equal(200, await StatusAsync(Channel(header: ("alg", algorithm))));
        var (activity, caller) = Assert.Single(Host.Received);
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
        Assert.IsType<CallerIdentity.OwnApp>(Assert.Single(Host.Received).Caller);
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
    public async Task A_token_of_its_own_serviceUrl_cannot_widen_theHosts_replies_go_to()
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

    [Theory]
    [InlineData("MicrosoftAppPassword", "MicrosoftAppType", "MultiTenant")]
    [InlineData("MicrosoftAppTenantId", "MicrosoftAppType", "SingleTenant", "MicrosoftAppPassword", "secret")]
    public async Task Settings_that_cannot_work_stop_the_start(string mentions, params string[] settings)
    {
        var pairs = settings.Chunk(2).Select(pair => (pair[0], (string?)pair[1])).Append(("MicrosoftAppId", AppId)).ToArray();
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => BotHost.StartAsync(pairs));
        Assert.Contains(mentions, failure.Message, StringComparison.Ordinal);
    }
}
