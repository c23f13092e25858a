using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace QualifyBot.Bot.Storage;

/// <summary>Subscriptions within this process.</summary>
internal sealed class LocalTopics
{
    private readonly ConcurrentDictionary<string, ImmutableArray<Action>> subscribers = new(StringComparer.Ordinal);

    public IAsyncDisposable Subscribe(string topic, Action onNotified)
    {
        // A wrapper of its own, so that the same delegate can be subscribed twice and ended once.
        void Call() => onNotified();
        Action call = Call;
        subscribers.AddOrUpdate(topic, [call], (_, others) => others.Add(call));
        return new Subscription(() =>
        {
            subscribers.AddOrUpdate(topic, [], (_, others) => others.Remove(call));
            subscribers.TryRemove(new(topic, []));
            return Task.CompletedTask;
        });
    }

    public void Notify(IReadOnlyList<StoreChange> changes)
    {
        foreach (var change in changes)
        {
            if (change is StoreChange.Notify(var topic) && subscribers.TryGetValue(topic, out var calls))
            {
                foreach (var call in calls)
                {
                    ThreadPool.UnsafeQueueUserWorkItem(static called => called(), call, preferLocal: false);
                }
            }
        }
    }
}
