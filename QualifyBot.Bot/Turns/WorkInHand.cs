using QualifyBot.Bot.Storage;

namespace QualifyBot.Bot.Turns;

/// <summary>
/// The outbox items that this host holds: from before their commit until they are off the outbox again. The first one done is taken off at once; under
/// load they are gathered, and the next turn of a conversation takes its own along with its commit. What a crash leaves standing is done again, so
/// the gap is kept short.
/// </summary>
internal sealed partial class WorkInHand(IStore store, TimeProvider clock, ILogger<WorkInHand> logger)
{
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
    private readonly HashSet<string> held = [];
    private readonly Dictionary<ConversationKey, List<string>> done = [];
    private bool flushing;
    private long? lastFlush;

    /// <summary>Ends when no done item waits to be taken off.</summary>
    public Task Flushed { get; private set; } = Task.CompletedTask;

    /// <summary>Holds items that are about to be committed.</summary>
    public void Hold(IEnumerable<WorkItem> items)
    {
        lock (gate)
        {
            held.UnionWith(items.Select(item => item.Member));
        }
    }

    /// <summary>Lets go of items that were not committed, or perhaps not, or could not be done now: the sweep looks for them.</summary>
    public void LetGo(IEnumerable<string> members)
    {
        lock (gate)
        {
            held.ExceptWith(members);
        }
    }

    /// <summary>Holds an item found in the outbox. False where it is held already.</summary>
    public bool TryHold(string member)
    {
        lock (gate)
        {
            return held.Add(member);
        }
    }

    /// <summary>Notes that an item is done.</summary>
    public void Done(ConversationKey key, string member)
    {
        lock (gate)
        {
            if (!done.TryGetValue(key, out var members))
            {
                done[key] = members = [];
            }

            members.Add(member);
            if (flushing)
            {
                return;
            }

            flushing = true;
        }

        Flushed = FlushAsync();
    }

    /// <summary>Takes the done items of a conversation, for a commit that takes them off; then they are let go of.</summary>
    public IReadOnlyList<string> TakeDone(ConversationKey key)
    {
        lock (gate)
        {
            return done.Remove(key, out var members) ? members : [];
        }
    }

    private async Task FlushAsync()
    {
        while (true)
        {
            if (lastFlush is { } last && clock.GetElapsedTime(last) < Gathering)
            {
                await Task.Delay(Gathering, clock);
            }

            KeyValuePair<ConversationKey, List<string>>[] batch;
            lock (gate)
            {
                batch = [.. done];
                done.Clear();
                flushing = batch.Length > 0;
            }

            if (batch.Length == 0)
            {
                return;
            }

            lastFlush = clock.GetTimestamp();
            await Task.WhenAll(batch.GroupBy(entry => entry.Key.Partition, entry => entry.Value).Select(TakeOffAsync));
        }
    }

    private async Task TakeOffAsync(IGrouping<string, List<string>> partition)
    {
        string[] members = [.. partition.SelectMany(list => list)];
        try
        {
            var changes = Array.ConvertAll<string, StoreChange>(members, member => new StoreChange.IndexRemove(ConversationKey.OutboxIndex, member));
            await store.CommitAsync(partition.Key, changes, CancellationToken.None);
            LetGo(members);
        }
        catch (StoreUnavailableException exception)
        {
            Log.Kept(logger, exception, partition.Key);
            await Task.Delay(Gathering, clock);
            await TakeOffAsync(partition);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Done work of partition {Partition} could not be taken off the outbox; it is tried again.")]
        public static partial void Kept(ILogger logger, Exception exception, string partition);
    }
}
