using System.Text.Json.Nodes;
using QualifyBot.BotFramework.Authentication;
using QualifyBot.Tests.BotFramework.Http;

namespace QualifyBot.Tests.BotFramework.Authentication;

/// <summary>Azure Government, and other bots that call.</summary>
public sealed class CloudTests : TokenTests
{
    private const string Government = "https://botframework.azure.us";
    private const string GovernmentTenant = "cab8a31a-1906-4287-a0d8-4eef66b95f6e";
    private const string GovernmentUrl = "https://smba.infra.gov.teams.microsoft.us/gcch/";
    private const string Other = "77777777-0000-4000-8000-00000000b072";

    private static readonly string Expecting = Teams.Replace("\"type\"", "\"deliveryMode\":\"expectReplies\",\"type\"", StringComparison.Ordinal);

    [Theory]
    [InlineData("https://api.botframework.us", GovernmentUrl, 200)]
    [InlineData("https://api.botframework.us", "https://pva.botframework.azure.us/", 200)]
    [InlineData("https://api.botframework.com", GovernmentUrl, 401)]
    [InlineData("https://api.botframework.us", ServiceUrl, 403)]
    public async Task In_the_governments_cloud_its_own_names_count_and_no_others(string issuer, string serviceUrl, int status)
    {
        await using var host = await GovernmentHostAsync();
        var claims = ChannelClaims();
        (claims["iss"], claims["serviceurl"]) = (issuer, serviceUrl);
        using var response = await host.PostAsync(Teams.Replace(ServiceUrl, serviceUrl, StringComparison.Ordinal), Sign(claims));
        Assert.Equal(status, (int)response.StatusCode);
        Assert.All(host.Received, received => Assert.Equal("urn:botframework:azureusgov", received.Activity.CallerId));
    }

    [Theory]
    [InlineData("https://login.microsoftonline.us/" + GovernmentTenant + "/v2.0", GovernmentTenant, 200)]
    [InlineData("https://sts.windows.net/" + GovernmentTenant + "/", GovernmentTenant, 200)]
    [InlineData("https://login.microsoftonline.com/" + GovernmentTenant + "/v2.0", GovernmentTenant, 401)]
    [InlineData("https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/", "d6d49420-f39b-4df7-a1dc-d59a935871db", 401)]
    public async Task The_Emulator_signs_in_at_the_governments_Entra(string issuer, string tenant, int status)
    {
        await using var host = await GovernmentHostAsync();
        var claims = OwnAppClaims();
        (claims["iss"], claims["tid"]) = (issuer, tenant);
        using var response = await host.PostAsync(Teams.Replace(ServiceUrl, GovernmentUrl, StringComparison.Ordinal), Sign(claims));
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("https://api.botframework.us")]
    [InlineData("https://login.microsoftonline.us/" + GovernmentTenant + "/v2.0")]
    public async Task In_the_public_cloud_the_governments_tokens_do_not_count(string issuer)
    {
        var claims = ChannelClaims();
        claims["iss"] = issuer;
        await AssertRefusedAsync(Sign(claims), 401);
    }

    [Fact]
    public async Task A_cloud_that_is_none_stops_the_start() =>
        Assert.Contains("ChannelService", (await Assert.ThrowsAsync<InvalidOperationException>(() => BotHost.StartAsync(("ChannelService", "https://botframework.azure.cn")))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(null, 403)]
    [InlineData("another-bot", 403)]
    [InlineData(Other, 200)]
    [InlineData("*", 200)]
    public async Task Another_bot_may_call_only_where_it_is_allowed_to(string? allowed, int status)
    {
        await using var host = await AllowingHostAsync(allowed);
        using var response = await host.PostAsync(Expecting.Replace(ServiceUrl, "https://other.example/", StringComparison.Ordinal), Sign(OtherBotClaims()));
        Assert.Equal(status, (int)response.StatusCode);
        Assert.All(host.Received, received =>
        {
            Assert.Equal(Other, Assert.IsType<CallerIdentity.OtherBot>(received.Caller).AppId);
            Assert.Equal("urn:botframework:aadappid:" + Other, received.Activity.CallerId);
        });
    }

    [Theory]
    [InlineData("tid", "00000000-0000-4000-8000-000000000009", 401)]
    [InlineData("iss", "https://sts.windows.net/00000000-0000-4000-8000-000000000009/", 401)]
    [InlineData("aud", Other, 403)]
    [InlineData("ver", null, 401)]
    [InlineData("azp", null, 401)]
    [InlineData("exp", "-301", 401)]
    public async Task One_wrong_claim_keeps_an_allowed_bot_out(string claim, string? value, int status)
    {
        await using var host = await AllowingHostAsync("*");
        var claims = OtherBotClaims();
        Change(claims, claim, value);
        using var response = await host.PostAsync(Expecting, Sign(claims));
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Empty(host.Received);
    }

    [Fact]
    public async Task Another_bot_gets_its_replies_in_the_answer_or_not_at_all()
    {
        await using var host = await AllowingHostAsync("*");
        using var response = await host.PostAsync(Teams, Sign(OtherBotClaims()));
        Assert.Equal(403, (int)response.StatusCode);
        Assert.Empty(host.Received);
    }

    private JsonObject OtherBotClaims()
    {
        var claims = OwnAppClaims();
        claims["azp"] = Other;
        return claims;
    }

    private Task<BotHost> GovernmentHostAsync() => BotHost.StartAsync(
        ("MicrosoftAppId", AppId), ("MicrosoftAppPassword", "secret"), ("ChannelService", Government),
        ("ToBotFromChannelOpenIdMetadataUrl", Provider.Metadata), ("ToBotFromEmulatorOpenIdMetadataUrl", Provider.Metadata));

    private Task<BotHost> AllowingHostAsync(string? allowed) => BotHost.StartAsync(
        ("MicrosoftAppId", AppId), ("MicrosoftAppPassword", "secret"), ("MicrosoftAppTenantId", OwnTenant), ("AllowedCallers:0", allowed),
        ("ToBotFromChannelOpenIdMetadataUrl", Provider.Metadata), ("ToBotFromEmulatorOpenIdMetadataUrl", Provider.Metadata));
}
