using QualifyBot.Bot.Storage;

namespace QualifyBot.Bot.Turns;

/// <summary>Finds the leads of an account or a person, whatever partitions they are in.</summary>
public sealed class LeadGroups(IStore store)
{
    /// <summary>Ids of a group's leads, in ordinal order. One may be of a lead that is gone: places outlive leads whose time is over.</summary>
    /// <param name="index">The index of groups.</param>
    /// <param name="group">The group.</param>
    /// <param name="cancellation">Stops the wait.</param>
    public async ValueTask<IReadOnlyList<string>> LeadsOfAsync(string index, string group, CancellationToken cancellation)
    {
        var score = GroupPlace.ScoreOf(group);
        var ranges = await Task.WhenAll(ConversationKey.AllPartitions().Select(partition => RangeAsync(new StoreKey(partition, index), score, score, int.MaxValue, cancellation)));
        return [.. ranges.SelectMany(places => places).Select(place => place.Place).Where(place => place.Group == group).Select(place => place.LeadId).Order(StringComparer.Ordinal)];
    }

    /// <summary>Places of one partition between two scores, lowest first.</summary>
    public async Task<IReadOnlyList<(GroupPlace Place, double Score)>> RangeAsync(StoreKey index, double from, double to, int limit, CancellationToken cancellation)
    {
        var entries = await store.RangeAsync(index, from, to, limit, descending: false, cancellation);
        return [.. entries.Select(entry => (Place: GroupPlace.Parse(entry.Member), entry.Score)).Where(entry => entry.Place is not null).Select(entry => (entry.Place!.Value, entry.Score))];
    }
}
