namespace QualifyBot.Bot.Storage;

/// <summary>
/// The one port to everything stored. Keys name a partition; keys of one partition share a Redis hash slot, so a commit
/// stays within one partition. Documents, logs and indexes have names of their own: a log may bear a document's name.
/// Every name may hold any character (an unpaired surrogate is none: <see cref="ArgumentException"/>). Implementations are
/// safe for concurrent use. Where the store does not answer in time, a call ends in <see cref="StoreUnavailableException"/>.
/// </summary>
public interface IStore : IAsyncDisposable
{
    /// <summary>Documents in the order of <paramref name="keys"/>, one round trip for keys of one partition; null where there is none.</summary>
    ValueTask<StoredDocument?[]> GetAsync(IReadOnlyList<StoreKey> keys, CancellationToken cancellation);

    /// <summary>Members of a sorted index with <paramref name="from"/> &lt;= score &lt;= <paramref name="to"/>, lowest first (highest first if <paramref name="descending"/>), at most <paramref name="limit"/>.</summary>
    ValueTask<IReadOnlyList<IndexEntry>> RangeAsync(StoreKey index, double from, double to, int limit, bool descending, CancellationToken cancellation);

    /// <summary>Entries of a log behind position <paramref name="after"/> (0 = from the start); an entry's position is its place in the log, from 1.</summary>
    ValueTask<IReadOnlyList<LogEntry>> ReadAsync(StoreKey log, long after, int limit, CancellationToken cancellation);

    /// <summary>Does all changes or none. False when a document's version is not the expected one; then nothing was changed.</summary>
    /// <remarks>
    /// A call that ends in <see cref="StoreUnavailableException"/> or by cancellation may have been done or not: only its answer
    /// is lost. Read again, and decide by what is there. One commit names a document at most once, and its times to live
    /// are above zero; else <see cref="ArgumentException"/>.
    /// </remarks>
    ValueTask<bool> CommitAsync(string partition, IReadOnlyList<StoreChange> changes, CancellationToken cancellation);

    /// <summary>Calls <paramref name="onNotified"/> after each commit that notifies <paramref name="topic"/>, on any host of the same store. Notices may be lost, so a reader polls too. The call must be short and must not throw.</summary>
    ValueTask<IAsyncDisposable> SubscribeAsync(string topic, Action onNotified, CancellationToken cancellation);
}

/// <summary>A key within a partition.</summary>
public readonly record struct StoreKey(string Partition, string Name);

/// <summary>A stored document. Its version is 1 when first put, and one more with each put.</summary>
public sealed record StoredDocument(ReadOnlyMemory<byte> Data, long Version);

/// <summary>A member of a sorted index.</summary>
public readonly record struct IndexEntry(string Member, double Score);

/// <summary>An entry of a log; the first one stands at position 1.</summary>
public readonly record struct LogEntry(long Position, ReadOnlyMemory<byte> Data);
