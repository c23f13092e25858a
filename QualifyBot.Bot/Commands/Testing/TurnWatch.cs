using System.Collections.Immutable;
using QualifyBot.Bot.Dialogs;
using QualifyBot.Bot.Storage;
using QualifyBot.Bot.Turns;
using QualifyBot.BotFramework.Turns;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Commands.Testing;

/// <summary>What the inside of a turn tells about itself: the texts it took, what it read, the work that it committed, and whether it broke.</summary>
internal sealed class TurnWatch
{
    private readonly List<(string Id, string Words)> texts = [];
    private readonly List<string> work = [];
    private bool isToBreak;

    /// <summary>The texts that were taken, as they were filled in.</summary>
    public IReadOnlyList<(string Id, string Words)> Texts => texts;

    /// <summary>Kinds of the work that was put into the outbox.</summary>
    public IReadOnlyList<string> Work => work;

    /// <summary>What the visitor did besides answering.</summary>
    public ImmutableArray<Act> Acts { get; private set; } = [];

    /// <summary>What broke the turn, or null.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Forgets the turn before.</summary>
    /// <param name="breaks">Whether the bot is to break in the next one.</param>
    public void Begin(bool breaks)
    {
        isToBreak = breaks;
        texts.Clear();
        work.Clear();
        Acts = [];
        Failure = null;
    }

    /// <summary>Notes a text.</summary>
    public void Take(string id, string words) => texts.Add((id, words));

    /// <summary>The bot, watched.</summary>
    public IBot Around(IBot bot) => new WatchedBot(bot, this);

    /// <summary>The store, watched.</summary>
    public IStore Around(IStore store) => new WatchedStore(store, this);

    private sealed class WatchedBot(IBot bot, TurnWatch watch) : IBot
    {
        public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            try
            {
                await bot.OnTurnAsync(turnContext, cancellationToken);
                if (watch.isToBreak)
                {
                    throw new InvalidOperationException("The talk says that the bot breaks here.");
                }
            }
            catch (Exception failure) when (!watch.isToBreak)
            {
                watch.Failure = failure;
                throw;
            }
            finally
            {
                watch.Acts = [.. turnContext.Talk().Reading.Acts];
            }
        }
    }

    private sealed class WatchedStore(IStore store, TurnWatch watch) : IStore
    {
        public ValueTask<StoredDocument?[]> GetAsync(IReadOnlyList<StoreKey> keys, CancellationToken cancellation) => store.GetAsync(keys, cancellation);

        public ValueTask<IReadOnlyList<IndexEntry>> RangeAsync(StoreKey index, double from, double to, int limit, bool descending, CancellationToken cancellation) =>
            store.RangeAsync(index, from, to, limit, descending, cancellation);

        public ValueTask<IReadOnlyList<LogEntry>> ReadAsync(StoreKey log, long after, int limit, CancellationToken cancellation) => store.ReadAsync(log, after, limit, cancellation);

        public async ValueTask<bool> CommitAsync(string partition, IReadOnlyList<StoreChange> changes, CancellationToken cancellation)
        {
            var committed = await store.CommitAsync(partition, changes, cancellation);
            if (committed)
            {
                watch.work.AddRange(changes.OfType<StoreChange.IndexAdd>().Where(static change => change.Index == ConversationKey.OutboxIndex).Select(static change => WorkNames.Of(change.Member)).OfType<string>());
            }

            return committed;
        }

        public ValueTask<IAsyncDisposable> SubscribeAsync(string topic, Action onNotified, CancellationToken cancellation) => store.SubscribeAsync(topic, onNotified, cancellation);

        public ValueTask DisposeAsync() => store.DisposeAsync();
    }
}
