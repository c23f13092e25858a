using System.Text;
using System.Text.Json.Nodes;
using QualifyBot.Tests.BotFramework.Authentication;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Mutations;

/// <summary>
/// Requests made wrong by seeded chance: none is answered with a fault of the host, none that is refused changes anything, and no token that nobody issued opens
/// anything. QUALIFYBOT_MUTATIONS=100000 sends that many in all.
/// </summary>
public sealed class MutationTests : TokenTests
{
    private const int Seed = 20260112;

    [Fact]
    public async Task Direct_Line_bears_any_request()
    {
        var clock = new TestClock();
        await using var host = await MutatedHost.StartAsync(clock);
        host.Clock = clock;
        var calls = new DirectLineCalls(new Random(Seed), host);
        for (var sent = 0; sent < MutatedHost.Count; sent++)
        {
            await calls.SendAsync();
        }

        host.AssertNothingBroke();
    }

    [Fact]
    public async Task The_messages_endpoint_bears_any_activity()
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await MutatedHost.StartAsync(new MovedClock());
        var random = new Random(Seed);
        var json = new JsonMutator(random);
        var visitor = new Visitor(channel, host.Host.Http);
        for (var sent = 0; sent < MutatedHost.Count; sent++)
        {
            visitor = sent % 200 == 0 ? new Visitor(channel, host.Host.Http) : visitor;
            var good = random.Next(4) == 0 ? visitor.Joins() : visitor.Message($"we have {random.Next(500)} people", "bant");
            good["deliveryMode"] = "expectReplies";
            var call = new Call("POST", "/api/messages").With("application/json", json.Mutate(good));
            if (random.Next(6) == 0)
            {
                call.Disturb(random);
            }

            await host.SendAsync(call);
        }

        host.AssertNothingBroke();
    }

    [Fact]
    public async Task No_token_that_nobody_issued_lets_an_activity_in()
    {
        var random = new Random(Seed);
        var tokens = new TokenMutator(random, [Channel()["Bearer ".Length..], Expired(), Foreign()]);
        for (var sent = 0; sent < MutatedHost.Count; sent++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(Teams, Encoding.UTF8, "application/json") };
            var good = sent % 2 == 0 ? Channel() : Sign(OwnAppClaims());
            var token = tokens.Mutate(good["Bearer ".Length..]);
            if (!request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token) || token == Channel()["Bearer ".Length..] || token.Any(static letter => letter > '~'))
            {
                continue;
            }

            using var response = await Host.Http.SendAsync(request);
            Assert.True((int)response.StatusCode is >= 400 and < 500, $"{response.StatusCode}: {token}");
        }

        Assert.Empty(Host.Received);
    }

    private string Expired() => Other(claims => claims["exp"] = Host.Clock.GetUtcNow().ToUnixTimeSeconds() - 3600);

    private string Foreign() => Other(claims => claims["aud"] = "another-bot");

    private string Other(Action<JsonObject> change)
    {
        var claims = ChannelClaims();
        change(claims);
        return Sign(claims)["Bearer ".Length..];
    }
}
