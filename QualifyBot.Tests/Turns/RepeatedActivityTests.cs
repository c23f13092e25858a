using System.Net;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Turns;

public sealed class RepeatedActivityTests
{
    [Theory]
    [MemberData(nameof(StoreBox.Kinds), MemberType = typeof(StoreBox))]
    public async Task An_activity_that_comes_again_is_answered_once(string store)
    {
        using var box = new StoreBox(store);
        await using var channel = await FakeChannel.StartAsync();
        Visitor visitor;
        System.Text.Json.Nodes.JsonObject message;
        await using (var host = await TestHost.StartAsync(box.Settings))
        {
            visitor = new Visitor(channel, host.Http);
            message = visitor.Message("We copy and paste by hand");
            var statuses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => visitor.PostAsync(message)));
            Assert.All(statuses, status => Assert.Equal(HttpStatusCode.OK, status));
            (await visitor.NextAsync()).EndsWith("bant.headcount.ask");
        }

        await using var again = await TestHost.StartAsync(box.Settings);
        visitor.Host = again.Http;
        Assert.Equal(HttpStatusCode.OK, await visitor.PostAsync(message));
        (await visitor.SayAsync("300 people")).EndsWith("bant.timeline.ask");
        Assert.Equal(2, visitor.Replies);
    }

    [Theory]
    [MemberData(nameof(StoreBox.Kinds), MemberType = typeof(StoreBox))]
    public async Task One_that_expects_its_replies_in_the_answer_gets_the_same_ones_again(string store)
    {
        using var box = new StoreBox(store);
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await TestHost.StartAsync(box.Settings);
        var visitor = new Visitor(channel, host.Http);
        var message = visitor.Message("We copy and paste by hand");
        var first = await visitor.ExpectRepliesAsync(message);
        await visitor.ExpectRepliesAsync(visitor.Message("300 people"));
        var again = await visitor.ExpectRepliesAsync(message);
        Assert.Contains("How many people work at your company?", (string?)Assert.Single(first)!["text"], StringComparison.Ordinal);
        Assert.Equal(first.ToJsonString(), again.ToJsonString());
        Assert.Equal(0, visitor.Replies);
    }

    [Fact]
    public async Task An_activity_that_comes_to_two_hosts_at_once_is_answered_once()
    {
        using var box = new StoreBox("redis");
        await using var channel = await FakeChannel.StartAsync();
        await using var one = await TestHost.StartAsync(box.Settings);
        await using var two = await TestHost.StartAsync(box.Settings);
        var visitor = new Visitor(channel, one.Http);
        string[] says = ["We copy and paste by hand", "next month", "I decide that myself", "about $40k a year"];
        foreach (var message in says.Select(text => visitor.Message(text)))
        {
            var posts = Enumerable.Range(0, 8).Select(i =>
            {
                visitor.Host = i % 2 == 0 ? one.Http : two.Http;
                return visitor.PostAsync(message);
            }).ToArray();
            Assert.All(await Task.WhenAll(posts), status => Assert.Equal(HttpStatusCode.OK, status));
            await visitor.NextAsync();
        }

        Assert.Equal(says.Length, visitor.Replies);
    }

    [Fact]
    public async Task An_invoke_that_nobody_answers_is_refused_each_time()
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await TestHost.StartAsync();
        var visitor = new Visitor(channel, host.Http);
        var invoke = visitor.Activity("invoke");
        invoke["name"] = "composeExtension/query";
        Assert.Equal(HttpStatusCode.NotImplemented, await visitor.PostAsync(invoke));
        Assert.Equal(HttpStatusCode.NotImplemented, await visitor.PostAsync(invoke));
    }
}
