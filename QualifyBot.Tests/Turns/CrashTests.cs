using System.Net;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Turns;

public sealed class CrashTests
{
    [Theory]
    [MemberData(nameof(StoreBox.Kinds), MemberType = typeof(StoreBox))]
    public async Task A_talk_goes_on_after_its_host_was_killed_and_nothing_is_asked_twice(string store)
    {
        using var box = new StoreBox(store);
        await using var channel = await FakeChannel.StartAsync();
        Visitor visitor;
        using (var host = await HostProcess.ServeAsync(box.Settings))
        {
            visitor = new Visitor(channel, host.Http);
            await visitor.JoinAsync();
            (await visitor.SayAsync("We copy and paste everything by hand")).EndsWith("bant.headcount.ask");
            host.Kill();
        }

        await using var next = await TestHost.StartAsync(box.Settings, TimeProvider.System);
        visitor.Host = next.Http;
        (await visitor.SayAsync("300 people")).EndsWith("bant.timeline.ask");
        (await visitor.SayAsync("next month")).EndsWith("bant.authority.ask");
        Assert.Equal(4, visitor.Replies);
    }

    [Theory]
    [MemberData(nameof(StoreBox.Kinds), MemberType = typeof(StoreBox))]
    public async Task What_a_killed_host_still_had_to_deliver_another_one_delivers(string store)
    {
        using var box = new StoreBox(store);
        await using var channel = await FakeChannel.StartAsync();
        Visitor visitor;
        System.Text.Json.Nodes.JsonObject message;
        using (var host = await HostProcess.ServeAsync(box.Settings))
        {
            visitor = new Visitor(channel, host.Http);
            await visitor.JoinAsync();
            var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            channel.Answer = async (_, context) =>
            {
                asked.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                return 503;
            };
            message = visitor.Message("We copy and paste everything by hand");
            var post = visitor.PostAsync(message);
            await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
            host.Kill();
            await Assert.ThrowsAsync<HttpRequestException>(() => post);
        }

        channel.Answer = (_, _) => Task.FromResult(200);
        await using var next = await TestHost.StartAsync(box.Settings, TimeProvider.System);
        visitor.Host = next.Http;
        Assert.Equal(HttpStatusCode.OK, await visitor.PostAsync(message));
        (await visitor.NextAsync()).EndsWith("bant.headcount.ask");
        (await visitor.SayAsync("300 people")).EndsWith("bant.timeline.ask");
        Assert.Equal(3, visitor.Replies);
    }

    [Theory]
    [MemberData(nameof(StoreBox.Kinds), MemberType = typeof(StoreBox))]
    public async Task A_host_killed_at_any_moment_of_a_turn_leaves_a_talk_that_goes_on(string store)
    {
        using var box = new StoreBox(store);
        await using var channel = await FakeChannel.StartAsync();
        Visitor[] visitors;
        (Visitor Visitor, System.Text.Json.Nodes.JsonObject Message)[] sent;
        using (var host = await HostProcess.ServeAsync(box.Settings))
        {
            visitors = [.. Enumerable.Range(0, 24).Select(_ => new Visitor(channel, host.Http))];
            sent = [.. visitors.Select(visitor => (visitor, visitor.Message("We copy and paste everything by hand")))];
            var posts = sent.Select(one => one.Visitor.PostAsync(one.Message)).ToArray();
            await Task.WhenAny(posts);
            host.Kill();
            await Task.WhenAll(posts).ContinueWith(_ => { }, TaskScheduler.Default);
        }

        await using var next = await TestHost.StartAsync(box.Settings, TimeProvider.System);
        await Task.WhenAll(sent.Select(async one =>
        {
            one.Visitor.Host = next.Http;
            Assert.Equal(HttpStatusCode.OK, await one.Visitor.PostAsync(one.Message));
            (await one.Visitor.NextAsync()).Says("talk.open", "talk.thanks", "bant.headcount.ask");
            Assert.Equal(HttpStatusCode.OK, await one.Visitor.PostAsync(one.Visitor.Message("300 people")));
            await Eventually.TrueAsync(
                () => channel.Taken(one.Visitor.Conversation) is var replies && Reply.Of(replies[^1]).Has("bant.timeline.ask"), "the next question");
        }));
    }
}
