using System.Collections.Concurrent;
using System.Net;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Turns;

public sealed class ManyTalksTests
{
    [Theory]
    [MemberData(nameof(StoreBox.Kinds), MemberType = typeof(StoreBox))]
    public async Task Sixteen_visitors_who_answer_before_their_last_post_is_answered_lose_and_repeat_nothing(string store)
    {
        using var box = new StoreBox(store);
        await using var host = await TestHost.StartAsync(box.Settings);
        await AssertEachTalkIsWholeAsync([host.Http]);
    }

    [Fact]
    public async Task Two_hosts_on_one_Redis_share_talks_turn_by_turn()
    {
        using var box = new StoreBox("redis");
        await using var one = await TestHost.StartAsync(box.Settings);
        await using var two = await TestHost.StartAsync(box.Settings);
        await AssertEachTalkIsWholeAsync([one.Http, two.Http]);
    }

    [Fact]
    public async Task Messages_to_two_hosts_at_once_are_all_heard_and_each_is_answered_once()
    {
        using var box = new StoreBox("redis");
        await using var channel = await FakeChannel.StartAsync();
        await using var one = await TestHost.StartAsync(box.Settings);
        await using var two = await TestHost.StartAsync(box.Settings);
        var visitor = new Visitor(channel, one.Http);
        await visitor.JoinAsync();
        var said = 0;
        await Eventually.TrueAsync(async () =>
        {
            var posts = Enumerable.Range(0, 10).Select(i =>
            {
                visitor.Host = i % 2 == 0 ? one.Http : two.Http;
                return visitor.PostAsync(visitor.Message("why?"));
            }).ToArray();
            Assert.All(await Task.WhenAll(posts), status => Assert.Equal(HttpStatusCode.OK, status));
            said += posts.Length;
            return one.Log.Lines.Concat(two.Log.Lines).Any(line => line.Line.Contains("the turn runs again", StringComparison.Ordinal));
        }, "both hosts meet at a commit");
        await Eventually.TrueAsync(() => visitor.Replies == said + 1, "a reply to each");
        var transcript = (await one.LeadAsync(visitor)).GetProperty("transcript");
        Assert.Equal(said, transcript.EnumerateArray().Count(line => line.GetProperty("from").GetString() == "visitor"));
    }

    /// <summary>Each answer is posted while the post before it still waits for the channel, to the next host in turn.</summary>
    private static async Task AssertEachTalkIsWholeAsync(HttpClient[] hosts)
    {
        await using var channel = await FakeChannel.StartAsync();
        var posts = new ConcurrentBag<Task<HttpStatusCode>>();
        await Task.WhenAll(Enumerable.Range(0, 16).Select(async number =>
        {
            var (visitor, turn) = (new Visitor(channel, hosts[0]), number);
            foreach (var step in Talks.Of(number % 2 == 0 ? "bant nurture yes" : "bant hand-off decided"))
            {
                visitor.Host = hosts[turn++ % hosts.Length];
                posts.Add(visitor.PostAsync(visitor.Message(step.Says)));
                (await visitor.NextAsync()).EndsWith(step.EndsWith);
            }

            Assert.Equal(Talks.Of(number % 2 == 0 ? "bant nurture yes" : "bant hand-off decided").Count, visitor.Replies);
        }));
        Assert.All(await Task.WhenAll(posts), status => Assert.Equal(HttpStatusCode.OK, status));
    }
}
