using System.Text.Json;
using QualifyBot.Bot.Storage;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Bot.Turns;

/// <summary>The replies that no channel took: they stand in the outbox with the reason, until somebody has them tried again or drops them.</summary>
internal sealed class UndeliveredReplies(HostIdentity host, Outbox outbox, WorkInHand inHand, ConversationLanes lanes, IStore store, TimeProvider clock)
{
    /// <summary>Name of the index, one a partition, of replies that no channel took, by the time they were given up (Unix milliseconds).</summary>
    public const string Index = "undelivered";

    /// <summary>The changes that note a reply as given up.</summary>
    public static IReadOnlyList<StoreChange> Noted(ReplyPlace place, GivenUp givenUp, TimeSpan kept) =>
    [
        new StoreChange.Put(DocumentOf(place), JsonSerializer.SerializeToUtf8Bytes(givenUp, TurnsJsonContext.Default.GivenUp), null, kept),
        new StoreChange.IndexAdd(Index, place.ToString(), givenUp.At.ToUnixTimeMilliseconds()),
    ];

    /// <summary>Those of one conversation.</summary>
    public async ValueTask<IReadOnlyList<UndeliveredReply>> OfAsync(ConversationKey key, CancellationToken cancellation)
    {
        var found = new List<UndeliveredReply>();
        foreach (var entry in await RangeAsync(key.Partition, int.MaxValue, cancellation))
        {
            if (ReplyPlace.Parse(entry.Member) is { } place && place.Key == key && await FindAsync(place, cancellation) is { } reply)
            {
                found.Add(reply);
            }
        }

        return found;
    }

    /// <summary>Those given up last, newest first.</summary>
    public async ValueTask<IReadOnlyList<UndeliveredReply>> NewestAsync(int limit, CancellationToken cancellation)
    {
        var ranges = await Task.WhenAll(ConversationKey.AllPartitions().Select(partition => RangeAsync(partition, limit, cancellation)));
        var found = new List<UndeliveredReply>();
        foreach (var entry in ranges.SelectMany(static range => range).OrderByDescending(static entry => entry.Score).ThenBy(static entry => entry.Member, StringComparer.Ordinal).Take(limit))
        {
            if (ReplyPlace.Parse(entry.Member) is { } place && await FindAsync(place, cancellation) is { } reply)
            {
                found.Add(reply);
            }
        }

        return found;
    }

    /// <summary>One of them, or null where there is none at this place.</summary>
    public async ValueTask<UndeliveredReply?> FindAsync(ReplyPlace place, CancellationToken cancellation)
    {
        if ((await store.GetAsync([new StoreKey(place.Key.Partition, DocumentOf(place))], cancellation))[0] is not { } document
            || JsonSerializer.Deserialize(document.Data.Span, TurnsJsonContext.Default.GivenUp) is not { } givenUp)
        {
            return null;
        }

        var entries = await store.ReadAsync(new StoreKey(place.Key.Partition, place.Key.Log), place.Position - 1, 1, cancellation);
        return new UndeliveredReply(place, givenUp, entries is [var entry] && ActivityParser.TryParse(entry.Data.Span, out var reply, out _) ? reply : null);
    }

    /// <summary>Puts one back among the work to do, behind the replies of its conversation that are under way, and tries it.</summary>
    /// <returns>Ends once it is delivered or given up again; null where there is none at this place, or somebody else was faster.</returns>
    public async ValueTask<Task?> TryAgainAsync(ReplyPlace place, CancellationToken cancellation)
    {
        var item = new WorkItem.Deliver(host.Id, place.Key.LeadId, place.Position - 1, 1);
        inHand.Hold([item]);
        if (!await TakeAsync(place, [new StoreChange.IndexAdd(ConversationKey.OutboxIndex, item.Member, clock.GetUtcNow().ToUnixTimeMilliseconds())], cancellation))
        {
            inHand.LetGo([item.Member]);
            return null;
        }

        Task delivered;
        using (var lane = await lanes.EnterAsync(place.Key, CancellationToken.None))
        {
            delivered = lane.DeliverNext(() => outbox.PerformAsync(place.Key, [item]));
        }

        return delivered;
    }

    /// <summary>Forgets one. False where there is none at this place.</summary>
    public ValueTask<bool> DropAsync(ReplyPlace place, CancellationToken cancellation) => TakeAsync(place, [], cancellation);

    private static string DocumentOf(ReplyPlace place) => $"{Index}/{place}";

    private async ValueTask<bool> TakeAsync(ReplyPlace place, IReadOnlyList<StoreChange> instead, CancellationToken cancellation) =>
        (await store.GetAsync([new StoreKey(place.Key.Partition, DocumentOf(place))], cancellation))[0] is { } document
        && await store.CommitAsync(place.Key.Partition, [new StoreChange.Delete(DocumentOf(place), document.Version), new StoreChange.IndexRemove(Index, place.ToString()), .. instead], cancellation);

    private async Task<IReadOnlyList<IndexEntry>> RangeAsync(string partition, int limit, CancellationToken cancellation) =>
        await store.RangeAsync(new StoreKey(partition, Index), 0, double.MaxValue, limit, descending: true, cancellation);
}
