using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using QualifyBot.Bot.Storage;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Turns;

public sealed class DeliveryTests
{
    [Fact]
    public async Task Replies_to_a_channel_that_is_down_come_in_order_once_it_is_back()
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await TestHost.StartAsync();
        var visitor = new Visitor(channel, host.Http);
        await visitor.JoinAsync();
        channel.Answer = (_, _) => Task.FromResult(502);
        var posts = Enumerable.Range(0, 4).Select(i => visitor.PostAsync(visitor.Message($"why? {i}"))).ToArray();
        await Eventually.TrueAsync(() => Retries(host) >= 1, "a first try");
        channel.Answer = (_, _) => Task.FromResult(200);
        await Eventually.TrueAsync(() => visitor.Replies == 5, "all replies");
        Assert.All(await Task.WhenAll(posts), status => Assert.Contains(status, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.Accepted]));
        var said = (await host.LeadAsync(visitor)).GetProperty("transcript").EnumerateArray().Where(line => line.GetProperty("from").GetString() == "visitor");
        Assert.Equal(said.Select(line => line.GetProperty("id").GetString()), channel.Taken(visitor.Conversation).Skip(1).Select(reply => reply.ReplyToId));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_reply_that_the_channel_refuses_for_good_does_not_hold_up_later_ones(int status)
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await TestHost.StartAsync(clock: new TestClock());
        var visitor = new Visitor(channel, host.Http);
        channel.Answer = (_, _) => Task.FromResult(status);
        Assert.Equal(HttpStatusCode.OK, await visitor.PostAsync(visitor.Joins()));
        channel.Answer = (_, _) => Task.FromResult(200);
        (await visitor.SayAsync("We copy and paste by hand")).EndsWith("bant.headcount.ask");
        var undelivered = await host.Store.RangeAsync(new StoreKey(visitor.Key.Partition, "undelivered"), 0, double.MaxValue, 10, descending: false, default);
        Assert.StartsWith(visitor.Key.LeadId, Assert.Single(undelivered).Member, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_never_answers_is_given_up_after_a_while_and_the_next_reply_goes_out()
    {
        await using var channel = await FakeChannel.StartAsync();
        var clock = new TestClock();
        await using var host = await TestHost.StartAsync(clock: clock);
        var visitor = new Visitor(channel, host.Http);
        var (hangs, tries) = (true, 0);
        channel.Answer = async (_, context) =>
        {
            if (!hangs)
            {
                return 200;
            }

            Interlocked.Increment(ref tries);
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return 503;
        };
        var first = visitor.PostAsync(visitor.Joins());
        await Eventually.TrueAsync(() => Advance(clock, tries >= 8), "eight tries");
        hangs = false;
        var second = visitor.PostAsync(visitor.Message("We copy and paste by hand"));
        await Eventually.TrueAsync(() => Advance(clock, visitor.Replies > 0), "the next reply");
        Assert.Equal(HttpStatusCode.Accepted, await first);
        Assert.Contains(await second, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.Accepted]);
    }

    [Fact]
    public async Task A_channel_that_asks_for_patience_gets_it()
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await TestHost.StartAsync();
        var visitor = new Visitor(channel, host.Http);
        var tries = new ConcurrentQueue<long>();
        channel.Answer = (_, context) =>
        {
            tries.Enqueue(Stopwatch.GetTimestamp());
            context.Response.Headers.RetryAfter = "2";
            return Task.FromResult(tries.Count == 1 ? 429 : 200);
        };
        await visitor.JoinAsync();
        Assert.True(Stopwatch.GetElapsedTime(tries.First(), tries.Last()) > TimeSpan.FromSeconds(1.9));
    }

    private static int Retries(TestHost host) => host.Log.Lines.Count(line => line.Line.Contains("was not taken at try", StringComparison.Ordinal));

    private static bool Advance(TestClock clock, bool enough)
    {
        if (!enough)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        return enough;
    }
}
