using QualifyBot.Bot.Storage;

namespace QualifyBot.Tests.Outcomes.Booking;

/// <summary>A store that counts what it is asked, and lets someone else be faster.</summary>
internal sealed class WatchedStore(IStore inner) : IStore
{
    private int reads;

    public int Reads => Volatile.Read(ref reads);

    /// <summary>Runs once, just before the next commit.</summary>
    public Func<Task>? BeforeCommit { get; set; }

    public ValueTask<StoredDocument?[]> GetAsync(IReadOnlyList<StoreKey> keys, CancellationToken cancellation)
    {
        Interlocked.Increment(ref reads);
        return inner.GetAsync(keys, cancellation);
    }

    public ValueTask<IReadOnlyList<IndexEntry>> RangeAsync(StoreKey index, double from, double to, int limit, bool descending, CancellationToken cancellation)
    {
        Interlocked.Increment(ref reads);
        return inner.RangeAsync(index, from, to, limit, descending, cancellation);
    }

    public async ValueTask<bool> CommitAsync(string partition, IReadOnlyList<StoreChange> changes, CancellationToken cancellation)
    {
        var interruption = BeforeCommit;
        BeforeCommit = null;
        await (interruption?.Invoke() ?? Task.CompletedTask);
        return await inner.CommitAsync(partition, changes, cancellation);
    }

    public ValueTask<IReadOnlyList<LogEntry>> ReadAsync(StoreKey log, long after, int limit, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<IAsyncDisposable> SubscribeAsync(string topic, Action onNotified, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
