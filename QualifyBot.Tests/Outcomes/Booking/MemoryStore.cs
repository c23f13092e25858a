using QualifyBot.Bot.Storage;

namespace QualifyBot.Tests.Outcomes.Booking;

/// <summary>The part of the store's contract that claims need; anything else is refused. It counts what it is asked.</summary>
internal sealed class MemoryStore : IStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<StoreKey, StoredDocument> documents = [];
    private readonly Dictionary<StoreKey, Dictionary<string, double>> indexes = [];

    public int Reads { get; private set; }

    public int Commits { get; private set; }

    /// <summary>Runs once, just before the next commit: someone else is faster.</summary>
    public Func<Task>? BeforeCommit { get; set; }

    public async ValueTask<StoredDocument?[]> GetAsync(IReadOnlyList<StoreKey> keys, CancellationToken cancellation)
    {
        await Task.Yield();
        lock (gate)
        {
            Reads++;
            return [.. keys.Select(key => documents.GetValueOrDefault(key))];
        }
    }

    public async ValueTask<IReadOnlyList<IndexEntry>> RangeAsync(StoreKey index, double from, double to, int limit, bool descending, CancellationToken cancellation)
    {
        await Task.Yield();
        lock (gate)
        {
            Reads++;
            var members = indexes.GetValueOrDefault(index) ?? [];
            return [.. members.Where(member => member.Value >= from && member.Value <= to).OrderBy(member => member.Value).Take(limit).Select(member => new IndexEntry(member.Key, member.Value))];
        }
    }

    public async ValueTask<bool> CommitAsync(string partition, IReadOnlyList<StoreChange> changes, CancellationToken cancellation)
    {
        await Task.Yield();
        var interruption = BeforeCommit;
        BeforeCommit = null;
        await (interruption?.Invoke() ?? Task.CompletedTask);
        lock (gate)
        {
            Commits++;
            var expected = changes.OfType<StoreChange.Put>().All(put => put.Expected is null || put.Expected == (documents.GetValueOrDefault(new StoreKey(partition, put.Name))?.Version ?? 0));
            foreach (var change in expected ? changes : [])
            {
                Apply(partition, change);
            }

            return expected;
        }
    }

    public ValueTask<IReadOnlyList<LogEntry>> ReadAsync(StoreKey log, long after, int limit, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<IAsyncDisposable> SubscribeAsync(string topic, Action onNotified, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Apply(string partition, StoreChange change)
    {
        switch (change)
        {
            case StoreChange.Put put:
                var key = new StoreKey(partition, put.Name);
                documents[key] = new StoredDocument(put.Data, (documents.GetValueOrDefault(key)?.Version ?? 0) + 1);
                break;
            case StoreChange.IndexAdd add:
                Index(partition, add.Index)[add.Member] = add.Score;
                break;
            case StoreChange.IndexRemove remove:
                Index(partition, remove.Index).Remove(remove.Member);
                break;
            default:
                throw new NotSupportedException(change.ToString());
        }
    }

    private Dictionary<string, double> Index(string partition, string name)
    {
        var key = new StoreKey(partition, name);
        return indexes.TryGetValue(key, out var members) ? members : indexes[key] = [];
    }
}
