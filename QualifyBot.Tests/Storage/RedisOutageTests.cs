using System.Diagnostics;
using QualifyBot.Bot.Storage;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Storage;

public sealed class RedisOutageTests : IDisposable
{
    private readonly RedisServer server = new();

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task The_store_says_so_while_its_server_is_away_and_works_again_once_it_is_back()
    {
        await using var store = RedisStore.Connect(server.Configuration, "t");
        var heard = 0;
        await using var subscription = await store.SubscribeAsync("work", () => Interlocked.Increment(ref heard), default);
        Assert.True(await store.CommitAsync("p", [Put(0)], default));
        server.Kill();
        var watch = Stopwatch.StartNew();
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.CommitAsync("p", [Put(1)], default).AsTask());
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.GetAsync([new("p", "a")], default).AsTask());
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.ReadAsync(new("p", "a"), 0, 1, default).AsTask());
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.RangeAsync(new("p", "a"), 0, 1, 1, descending: false, default).AsTask());
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(21));
        server.Restart();
        await Eventually.TrueAsync(() => AnswersAsync(store), "the store to find its server again", TimeSpan.FromSeconds(60));
        Assert.True(await store.CommitAsync("p", [Put(0)], default));
        await Eventually.TrueAsync(
            async () => await store.CommitAsync("p", [new StoreChange.Notify("work")], default) && Volatile.Read(ref heard) > 0,
            "the subscription to be made anew",
            TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_server_that_hangs_ends_in_a_timeout_or_at_the_callers_wish()
    {
        await using var store = RedisStore.Connect(server.Configuration, "t");
        Assert.True(await store.CommitAsync("p", [Put(0)], default));
        server.Freeze();
        await Eventually.TrueAsync(() => HangsAsync(store), "the server to hang");
        var problem = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.CommitAsync("p", [Put(null)], default).AsTask());
        Assert.Contains("Redis", problem.Message, StringComparison.Ordinal);
        server.Thaw();
        await Eventually.TrueAsync(() => AnswersAsync(store), "the server to wake");
    }

    [Fact]
    public async Task A_full_server_refuses_a_commit_as_a_whole()
    {
        await using var store = RedisStore.Connect(server.Configuration, "t");
        Assert.True(await store.CommitAsync("p", [Put(0), new StoreChange.IndexAdd("i", "m", 1)], default));
        _ = server.Ask("CONFIG SET maxmemory 1");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.CommitAsync("p", [new StoreChange.IndexAdd("i", "n", 1), Put(1)], default).AsTask());
        _ = server.Ask("CONFIG SET maxmemory 0");
        Assert.Equal(1, (await store.GetAsync([new("p", "a")], default))[0]!.Version);
        Assert.Single(await store.RangeAsync(new("p", "i"), 0, 9, 9, descending: false, default));
        Assert.True(await store.CommitAsync("p", [Put(1)], default));
    }

    [Fact]
    public void A_server_that_is_not_there_stops_the_start_with_an_error_that_says_what_to_do()
    {
        server.Kill();
        var problem = Assert.Throws<StoreUnavailableException>(() => RedisStore.Connect($"{server.Configuration},connectTimeout=300,password=secret", "t"));
        Assert.Contains(server.Configuration, problem.Message, StringComparison.Ordinal);
        Assert.Contains("Storage:Redis", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", problem.Message, StringComparison.Ordinal);
    }

    private static StoreChange.Put Put(long? expected) => new("a", new byte[] { 1 }, expected);

    private static async Task<bool> AnswersAsync(RedisStore store)
    {
        try
        {
            _ = await store.GetAsync([new("p", "a")], default);
            return true;
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }

    private static async Task<bool> HangsAsync(RedisStore store)
    {
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        try
        {
            _ = await store.GetAsync([new("p", "a")], impatient.Token);
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }
}
