using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace QualifyBot.Bot.Storage;

/// <summary>
/// The store of a single host: one SQLite file, durable on disk, or memory. A second process on the same file is safe, but hears
/// no notices of the first. SQLite has no asynchronous calls; a read takes some microseconds on the caller's thread.
/// </summary>
public sealed class SqliteStore : IStore
{
    private readonly ConcurrentBag<SqliteReader> readers = [];
    private readonly LocalTopics topics = new();
    private readonly SqliteFile file;
    private readonly SqliteWriter writer;
    private readonly TimeProvider time;

    private SqliteStore(string path, TimeProvider time)
    {
        this.time = time;
        file = new(path);
        writer = new(file, time, topics);
    }

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Opens the file, and makes it and its folder where they are missing; ":memory:" for a store that ends with the process.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, of another format or of another program.</exception>
    /// <exception cref="StoreUnavailableException">The file cannot be opened.</exception>
    public static SqliteStore Open(string path, TimeProvider time) => new(path, time);

    /// <inheritdoc/>
    public ValueTask<StoredDocument?[]> GetAsync(IReadOnlyList<StoreKey> keys, CancellationToken cancellation)
    {
        foreach (var key in keys)
        {
            StoreRules.CheckKey(key);
        }

        cancellation.ThrowIfCancellationRequested();
        var now = Now;
        return ValueTask.FromResult(Read(reader =>
        {
            var documents = new StoredDocument?[keys.Count];
            for (var i = 0; i < documents.Length; i++)
            {
                documents[i] = reader.Document(keys[i], now);
            }

            return documents;
        }));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<IndexEntry>> RangeAsync(
        StoreKey index, double from, double to, int limit, bool descending, CancellationToken cancellation)
    {
        StoreRules.CheckKey(index);
        StoreRules.CheckRange(from, to, limit);
        cancellation.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlyList<IndexEntry>>(Read(reader => reader.Members(index, from, to, limit, descending)));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LogEntry>> ReadAsync(StoreKey log, long after, int limit, CancellationToken cancellation)
    {
        StoreRules.CheckKey(log);
        StoreRules.CheckPage(after, limit);
        cancellation.ThrowIfCancellationRequested();
        var now = Now;
        return ValueTask.FromResult<IReadOnlyList<LogEntry>>(Read(reader => reader.Entries(log, after, limit, now)));
    }

    /// <inheritdoc/>
    public async ValueTask<bool> CommitAsync(string partition, IReadOnlyList<StoreChange> changes, CancellationToken cancellation)
    {
        StoreRules.CheckCommit(partition, changes);
        cancellation.ThrowIfCancellationRequested();
        return changes.Count == 0 || await writer.CommitAsync(partition, changes, cancellation);
    }

    /// <inheritdoc/>
    public ValueTask<IAsyncDisposable> SubscribeAsync(string topic, Action onNotified, CancellationToken cancellation)
    {
        StoreRules.CheckName(topic);
        return ValueTask.FromResult(topics.Subscribe(topic, onNotified));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        while (readers.TryTake(out var reader))
        {
            reader.Dispose();
        }

        await writer.DisposeAsync();
    }

    private T Read<T>(Func<SqliteReader, T> read)
    {
        SqliteReader? reader = null;
        try
        {
            reader = readers.TryTake(out var free) ? free : new(file.Connect());
            var found = read(reader);
            readers.Add(reader);
            return found;
        }
        catch (SqliteException problem)
        {
            reader?.Dispose();
            throw file.Unavailable(problem);
        }
    }
}
