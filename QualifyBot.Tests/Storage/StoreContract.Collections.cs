using QualifyBot.Bot.Storage;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task An_index_is_ordered_by_score_then_member_and_read_by_range_both_ways()
    {
        await CommitAsync(
            new StoreChange.IndexAdd("i", "c", 2), new StoreChange.IndexAdd("i", "b", 2), new StoreChange.IndexAdd("i", "a", 3.5),
            new StoreChange.IndexAdd("i", "B", 2), new StoreChange.IndexAdd("i", "z", -1e300), new StoreChange.IndexAdd("i", "é", 2));
        (double From, double To, int Limit, bool Descending, string Expected)[] cases =
        [
            (double.NegativeInfinity, double.PositiveInfinity, 9, false, "z=-1E+300 B=2 b=2 c=2 é=2 a=3.5"),
            (double.NegativeInfinity, double.PositiveInfinity, 9, true, "a=3.5 é=2 c=2 b=2 B=2 z=-1E+300"),
            (2, 3.5, 2, false, "B=2 b=2"),
            (2, 3.5, 2, true, "a=3.5 é=2"),
            (2, 2, 9, true, "é=2 c=2 b=2 B=2"),
            (2.0000001, 3.4999999, 9, false, ""),
            (-1e300, -1e300, 9, false, "z=-1E+300"),
            (3, 1, 9, false, ""),
            (3, 1, 9, true, ""),
            (0, 9, 0, false, ""),
            (0, 9, int.MaxValue, false, "B=2 b=2 c=2 é=2 a=3.5"),
        ];
        foreach (var (from, to, limit, descending, expected) in cases)
        {
            Assert.Equal(expected, await IndexAsync("i", from, to, limit, descending));
        }
    }

    [Fact]
    public async Task Adding_a_member_again_moves_it_and_removing_one_that_is_not_there_is_no_error()
    {
        await CommitAsync(new StoreChange.IndexAdd("i", "a", 1), new StoreChange.IndexAdd("i", "b", 2));
        await CommitAsync(new StoreChange.IndexAdd("i", "a", 3), new StoreChange.IndexRemove("i", "c"), new StoreChange.IndexRemove("none", "c"));
        Assert.Equal("b=2 a=3", await IndexAsync("i"));
        await CommitAsync(new StoreChange.IndexRemove("i", "b"));
        Assert.Equal("a=3", await IndexAsync("i"));
    }

    [Fact]
    public async Task Scores_keep_every_digit()
    {
        double[] scores = [1772442000123, 0.1, -0.1, double.MaxValue, double.Epsilon, 1.0 / 3, double.PositiveInfinity, double.NegativeInfinity];
        await CommitAsync([.. scores.Select((score, place) => new StoreChange.IndexAdd("i", $"{place}", score))]);
        var found = await Store.RangeAsync(new(P, "i"), double.NegativeInfinity, double.PositiveInfinity, 99, descending: false, default);
        Assert.Equal(scores.Order(), found.Select(entry => entry.Score));
    }

    [Fact]
    public async Task A_log_keeps_its_order_and_its_positions_count_from_one()
    {
        await CommitAsync(Append("l", "a"), Append("l", "b"), Append("m", "other"));
        await CommitAsync(Append("l", "c"));
        Assert.Equal("1:a 2:b 3:c", await LogAsync("l"));
        Assert.Equal("2:b", await LogAsync("l", after: 1, limit: 1));
        Assert.Equal("3:c", await LogAsync("l", after: 2));
        Assert.Equal("", await LogAsync("l", after: 3));
        Assert.Equal("", await LogAsync("l", after: 0, limit: 0));
        Assert.Equal("", await LogAsync("l", after: long.MaxValue));
        Assert.Equal("2:b 3:c", await LogAsync("l", after: 1, limit: int.MaxValue));
    }

    [Fact]
    public async Task A_document_lives_as_long_as_its_last_put_says_and_is_new_after_that()
    {
        await CommitAsync(
            Put("brief", "x", 0, Brief), Put("brief2", "x", null, Brief), Put("long", "x", 0, TimeSpan.FromHours(1)), Put("kept", "x", 0, Brief));
        await CommitAsync(Put("kept", "y", null));
        await OutliveAsync(Brief, async () => await GetAsync("brief") is null && await GetAsync("brief2") is null);
        Assert.Equal("x v1", await TextAsync("long"));
        Assert.Equal("y v2", await TextAsync("kept"));
        Assert.False(await CommitAsync(Put("brief", "z", 1)));
        Assert.True(await CommitAsync(Put("brief", "z", 0), Put("brief2", "z", null)));
        Assert.Equal("z v1", await TextAsync("brief"));
        Assert.Equal("z v1", await TextAsync("brief2"));
    }

    [Fact]
    public async Task A_log_lives_as_long_as_its_last_append_says_and_starts_anew_after_that()
    {
        await CommitAsync(Append("l", "a", TimeSpan.FromHours(1)), Append("kept", "a", Brief), Append("never", "a", Brief));
        await CommitAsync(Append("l", "b", Brief), Append("kept", "b", TimeSpan.FromHours(1)), Append("never", "b"));
        await OutliveAsync(Brief, async () => (await LogAsync("l")).Length == 0);
        Assert.Equal("1:a 2:b", await LogAsync("kept"));
        Assert.Equal("1:a 2:b", await LogAsync("never"));
        await CommitAsync(Append("l", "new"));
        Assert.Equal("1:new", await LogAsync("l"));
    }

    [Fact]
    public async Task A_time_to_live_may_be_very_short_or_very_long()
    {
        await CommitAsync(Put("short", "x", 0, TimeSpan.FromTicks(1)), Append("short", "x", TimeSpan.FromTicks(1)), Put("long", "x", 0, TimeSpan.FromDays(36500)));
        await OutliveAsync(TimeSpan.FromMilliseconds(1), async () => await GetAsync("short") is null && (await LogAsync("short")).Length == 0);
        Assert.Equal("x v1", await TextAsync("long"));
    }

    [Fact]
    public async Task A_subscriber_hears_of_commits_that_notify_its_topic_and_of_no_others()
    {
        var (heard, other) = (0, 0);
        await using var first = await Store.SubscribeAsync("new* [work]?", () => Interlocked.Increment(ref heard), default);
        await using var second = await Store.SubscribeAsync("newer [work]!", () => Interlocked.Increment(ref other), default);
        Assert.True(await CommitAsync(Put("a", "x", 0), new StoreChange.Notify("new* [work]?")));
        await Eventually.TrueAsync(() => Volatile.Read(ref heard) == 1, "one notice");
        Assert.False(await CommitAsync(Put("a", "x", 0), new StoreChange.Notify("new* [work]?")));
        Assert.True(await CommitAsync(new StoreChange.Notify("newer [work]!")));
        await Eventually.TrueAsync(() => Volatile.Read(ref other) == 1, "the other notice");
        Assert.Equal(1, Volatile.Read(ref heard));
    }

    [Fact]
    public async Task A_subscription_ends_when_disposed_and_leaves_the_others()
    {
        var (ended, stays) = (0, 0);
        var first = await Store.SubscribeAsync("t", () => Interlocked.Increment(ref ended), default);
        await using var second = await Store.SubscribeAsync("t", () => Interlocked.Increment(ref stays), default);
        await first.DisposeAsync();
        await CommitAsync(new StoreChange.Notify("t"));
        await Eventually.TrueAsync(() => Volatile.Read(ref stays) == 1, "a notice");
        Assert.Equal(0, Volatile.Read(ref ended));
    }
}
