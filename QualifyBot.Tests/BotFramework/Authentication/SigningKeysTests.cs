using System.Net;
using QualifyBot.Tests.BotFramework.Http;

namespace QualifyBot.Tests.BotFramework.Authentication;

public sealed class SigningKeysTests : TokenTests
{
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
        Provider.Published[0] = TestKey.Second;
        Host.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(200, await StatusAsync("Bearer " + TestKey.Second.Sign(Header(TestKey.Second), ChannelClaims())));
        Assert.Equal(401, await StatusAsync(Channel()));
        var fetches = Provider.Fetches;
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(401, await StatusAsync(Channel(header: ("kid", $"made-up-{i}"))));
        }

        Assert.Equal((2, 2), (fetches, Provider.Fetches));
    }

    [Fact]
    public async Task Known_keys_outlive_an_outage_of_the_issuer()
    {
        Assert.Equal(200, await StatusAsync(Channel()));
        Provider.Down = true;
        Host.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(200, await StatusAsync(Channel()));
        Assert.Equal(401, await StatusAsync(Channel(header: ("kid", "unknown"))));
    }

    [Fact]
    public async Task An_issuer_that_never_answered_is_no_fault_of_the_caller()
    {
        Provider.Down = true;
        using var response = await Host.PostAsync(Teams, Channel());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("5", response.Headers.RetryAfter!.ToString());

        Provider.Down = false;
        Host.Clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(200, await StatusAsync(Channel()));
    }
}
