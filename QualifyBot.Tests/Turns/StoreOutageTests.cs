using System.Net;
using System.Text.Json.Nodes;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Turns;

public sealed class StoreOutageTests
{
    [Fact]
    public async Task Without_its_store_the_bot_asks_to_try_again_and_then_the_same_activity_works()
    {
        using var redis = new RedisServer();
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await TestHost.StartAsync(["--Storage:Redis", redis.Configuration]);
        var visitor = new Visitor(channel, host.Http);
        await visitor.JoinAsync();
        redis.Kill();
        var message = visitor.Message("We copy and paste by hand");
        using var refused = await visitor.SendAsync(message.ToJsonString());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        await AssertUnavailableAsync(host);
        redis.Restart();
        await Eventually.TrueAsync(async () => await visitor.PostAsync(message) == HttpStatusCode.OK, "the store is there again");
        (await visitor.NextAsync()).EndsWith("bant.headcount.ask");
        Assert.Equal(2, visitor.Replies);
    }

    [Fact]
    public async Task A_store_that_hangs_for_a_while_loses_and_doubles_nothing()
    {
        using var redis = new RedisServer();
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await TestHost.StartAsync(["--Storage:Redis", redis.Configuration]);
        var visitor = new Visitor(channel, host.Http);
        (await visitor.SayAsync("We copy and paste by hand")).EndsWith("bant.headcount.ask");
        _ = redis.Ask("CLIENT PAUSE 6500 ALL");
        var message = visitor.Message("300 people");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await visitor.PostAsync(message));
        await Eventually.TrueAsync(async () => await visitor.PostAsync(message) == HttpStatusCode.OK, "the store answers again");
        (await visitor.NextAsync()).EndsWith("bant.timeline.ask");
        (await visitor.SayAsync("next month")).EndsWith("bant.authority.ask");
        Assert.Equal(3, visitor.Replies);
    }

    [Fact]
    public async Task On_a_web_page_too_a_message_may_be_sent_again_and_polling_never_fails()
    {
        using var redis = new RedisServer();
        await using var host = await TestHost.StartAsync(["--Storage:Redis", redis.Configuration]);
        await using var visitor = await DirectLineVisitor.StartAsync(host.Http);
        await visitor.NextAsync();
        redis.Kill();
        var message = new JsonObject { ["type"] = "message", ["text"] = "We copy and paste by hand", ["channelData"] = new JsonObject { ["clientActivityID"] = "c1" } };
        using var refused = await visitor.SendAsync(HttpMethod.Post, visitor.Activities, message);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        using var polled = await visitor.SendAsync(HttpMethod.Get, visitor.Activities);
        Assert.Equal(HttpStatusCode.OK, polled.StatusCode);
        redis.Restart();
        await Eventually.TrueAsync(async () =>
        {
            using var posted = await visitor.SendAsync(HttpMethod.Post, visitor.Activities, message);
            return posted.IsSuccessStatusCode;
        }, "the store is there again");
    }

    private static async Task AssertUnavailableAsync(TestHost host)
    {
        foreach (var path in (string[])["/health", "/api/leads", "/api/leads/0123456789abcdef0123", "/demo/0123456789abcdef0123/x/demo.ics"])
        {
            using var response = await host.Http.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.ServiceUnavailable), (path, response.StatusCode));
        }
    }
}
