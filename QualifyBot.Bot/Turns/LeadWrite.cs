using System.Text.Json;
using QualifyBot.Bot.Dialogs;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Bot.Storage;

namespace QualifyBot.Bot.Turns;

/// <summary>The changes of a commit that writes or erases a lead: the document and its places in all indexes, so that none can differ from it.</summary>
internal static class LeadWrite
{
    /// <summary>Puts a lead.</summary>
    /// <param name="key">Where it lives.</param>
    /// <param name="before">The lead as it is stored, or null.</param>
    /// <param name="after">The lead to store.</param>
    /// <param name="version">The stored document's version, 0 where there is none.</param>
    /// <param name="timeToLive">How long it is kept.</param>
    public static IEnumerable<StoreChange> Put(ConversationKey key, LeadRecord? before, LeadRecord after, long version, TimeSpan timeToLive)
    {
        yield return new StoreChange.Put(key.Lead, JsonSerializer.SerializeToUtf8Bytes(after, DialogsJsonContext.Default.LeadRecord), version, timeToLive);
        yield return new StoreChange.IndexAdd(ConversationKey.LeadsIndex, key.LeadId, (after.ChangedAt > after.UpdatedAt ? after.ChangedAt.Value : after.UpdatedAt).ToUnixTimeMilliseconds());
        foreach (var change in Moved(ConversationKey.AccountsIndex, key, before?.Domain, after.Domain).Concat(Moved(ConversationKey.PeopleIndex, key, PersonOf(before), PersonOf(after))))
        {
            yield return change;
        }

        foreach (var file in (before?.Files ?? []).Except(after.Files))
        {
            if (file.Id is { } id)
            {
                yield return new StoreChange.Delete(key.File(id));
            }
        }

        if (after.Reopened != before?.Reopened)
        {
            yield return after.Reopened is { } reopened
                ? new StoreChange.IndexAdd(ConversationKey.ReopenedIndex, key.LeadId, reopened.At.ToUnixTimeMilliseconds())
                : new StoreChange.IndexRemove(ConversationKey.ReopenedIndex, key.LeadId);
        }

        if (after.Agreed?.Overturned?.At != before?.Agreed?.Overturned?.At)
        {
            yield return after.Agreed?.Overturned is { } overturned
                ? new StoreChange.IndexAdd(ConversationKey.OverturnedIndex, key.LeadId, overturned.At.ToUnixTimeMilliseconds())
                : new StoreChange.IndexRemove(ConversationKey.OverturnedIndex, key.LeadId);
        }
    }

    /// <summary>Erases a lead, with its history and all its places.</summary>
    public static IEnumerable<StoreChange> Erase(ConversationKey key, LeadRecord? before)
    {
        yield return new StoreChange.Delete(key.Lead);
        yield return new StoreChange.IndexRemove(ConversationKey.LeadsIndex, key.LeadId);
        yield return new StoreChange.IndexRemove(ConversationKey.ReopenedIndex, key.LeadId);
        yield return new StoreChange.IndexRemove(ConversationKey.OverturnedIndex, key.LeadId);
        foreach (var file in before?.Files ?? [])
        {
            if (file.Id is { } id)
            {
                yield return new StoreChange.Delete(key.File(id));
            }
        }

        foreach (var change in Moved(ConversationKey.AccountsIndex, key, before?.Domain, null).Concat(Moved(ConversationKey.PeopleIndex, key, PersonOf(before), null)))
        {
            yield return change;
        }
    }

    private static string? PersonOf(LeadRecord? lead) => lead?.Address is { } address ? GroupPlace.OfPerson(address) : null;

    private static IEnumerable<StoreChange> Moved(string index, ConversationKey key, string? from, string? to)
    {
        if (from is not null && from != to)
        {
            yield return new StoreChange.IndexRemove(index, new GroupPlace(from, key.LeadId).Member);
        }

        if (to is not null && from != to)
        {
            yield return new StoreChange.IndexAdd(index, new GroupPlace(to, key.LeadId).Member, GroupPlace.ScoreOf(to));
        }
    }
}
