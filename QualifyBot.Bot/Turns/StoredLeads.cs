using System.Runtime.CompilerServices;
using System.Text.Json;
using QualifyBot.Bot.Dialogs;
using QualifyBot.Bot.Outcomes.Booking;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Bot.Storage;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Bot.Turns;

/// <summary>Leads as they are stored, for those who only look.</summary>
public sealed class StoredLeads(IStore store)
{
    private const int LongestTranscript = 1000;
    private const int BatchOfLeads = 64;

    /// <summary>A lead by its id; null where there is none, or none of such an id can be.</summary>
    public async ValueTask<LeadRecord?> FindAsync(string leadId, CancellationToken cancellation)
    {
        if (ConversationKey.OfLead(leadId) is not { } key)
        {
            return null;
        }

        var document = (await store.GetAsync([new StoreKey(key.Partition, key.Lead)], cancellation))[0];
        return document is null ? null : JsonSerializer.Deserialize(document.Data.Span, DialogsJsonContext.Default.LeadRecord);
    }

    /// <summary>All leads, each once and in no order that means anything; memory holds the ids of one partition and a batch of leads.</summary>
    public async IAsyncEnumerable<FoundLead> AllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var partition in ConversationKey.AllPartitions())
        {
            var entries = await store.RangeAsync(new StoreKey(partition, ConversationKey.LeadsIndex), 0, double.MaxValue, int.MaxValue, descending: false, cancellation);
            foreach (var batch in entries.Select(entry => entry.Member).Chunk(BatchOfLeads))
            {
                foreach (var lead in await FindAllAsync(batch, cancellation))
                {
                    // The time of some may have run out since they were listed.
                    if (lead.IsStored)
                    {
                        yield return lead;
                    }
                }
            }
        }
    }

    /// <summary>The leads of these ids, in their order.</summary>
    public async ValueTask<IReadOnlyList<FoundLead>> FindAllAsync(IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        var keys = ids.Select(ConversationKey.OfLead).OfType<ConversationKey>().ToArray();
        var documents = await store.GetAsync([.. keys.Select(key => new StoreKey(key.Partition, key.Lead))], cancellation);
        return [.. keys.Zip(documents).Select(pair => new FoundLead(pair.First.LeadId, pair.Second is null ? null : Read(pair.Second), pair.Second is not null))];
    }

    /// <summary>How many leads there are, those included whose time has just run out.</summary>
    public async ValueTask<long> CountAsync(CancellationToken cancellation)
    {
        var count = 0L;
        foreach (var partition in ConversationKey.AllPartitions())
        {
            count += (await store.RangeAsync(new StoreKey(partition, ConversationKey.LeadsIndex), 0, double.MaxValue, int.MaxValue, descending: false, cancellation)).Count;
        }

        return count;
    }

    // What a serializer lets through, and no turn ever wrote.
    private static bool IsWhole(LeadRecord lead) =>
        lead is { PlaybookHash: not null, Playbook: not null, Known: { Answers.IsDefault: false, Signals.IsDefault: false } }
        && lead.Known.Answers.All(answer => answer is { Slot: not null, Value: not null, Evidence: { Quote: not null, MessageId: not null } })
        && lead.Known.Signals.All(signal => signal is { Id: not null, Kind: not null, Source: not null })
        && lead.Score is null or { Receipts.IsDefault: false }
        && (lead.History is null || (lead.History is { Earlier.IsDefault: false } history && history.Earlier.All(past => past is { Decision: not null, Score.Receipts.IsDefault: false })));

    private static LeadRecord? Read(StoredDocument document)
    {
        try
        {
            var lead = JsonSerializer.Deserialize(document.Data.Span, DialogsJsonContext.Default.LeadRecord);
            return lead is not null && IsWhole(lead) ? lead : null;
        }
        catch (Exception damage) when (damage is JsonException or NotSupportedException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The leads changed last, newest first, and the place of the next page (null where this is the last).</summary>
    /// <param name="index">The index of leads to list: all, or those opened again.</param>
    /// <param name="before">Only those behind this place; null = all.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellation">Stops the wait.</param>
    public async ValueTask<(IReadOnlyList<LeadRecord> Leads, LeadPlace? Next)> NewestAsync(string index, LeadPlace? before, int limit, CancellationToken cancellation)
    {
        var ranges = await Task.WhenAll(ConversationKey.AllPartitions().Select(partition => BehindAsync(new StoreKey(partition, index), before, limit, cancellation)));
        var newest = ranges.SelectMany(entries => entries).OrderByDescending(entry => entry.Score).ThenBy(entry => entry.Member, StringComparer.Ordinal).Take(limit).ToArray();
        var leads = await FindAllAsync([.. newest.Select(entry => entry.Member)], cancellation);
        return ([.. leads.Select(found => found.Lead).OfType<LeadRecord>()], newest.Length == limit ? new LeadPlace((long)newest[^1].Score, newest[^1].Member) : null);
    }

    // Those of the place's own millisecond are read as a whole: any number of them may stand before it.
    private async Task<IEnumerable<IndexEntry>> BehindAsync(StoreKey index, LeadPlace? before, int limit, CancellationToken cancellation)
    {
        if (before is not { } place)
        {
            return await store.RangeAsync(index, 0, double.MaxValue, limit, descending: true, cancellation);
        }

        var together = await store.RangeAsync(index, place.At, place.At, int.MaxValue, descending: true, cancellation);
        var older = await store.RangeAsync(index, 0, place.At - 1, limit, descending: true, cancellation);
        return together.Where(entry => string.CompareOrdinal(entry.Member, place.LeadId) > 0).Concat(older);
    }

    /// <summary>Both sides of a lead's talk, in order; empty where there is none.</summary>
    public async ValueTask<IReadOnlyList<Activity>> TranscriptAsync(string leadId, CancellationToken cancellation)
    {
        if (ConversationKey.OfLead(leadId) is not { } key)
        {
            return [];
        }

        var entries = await store.ReadAsync(new StoreKey(key.Partition, key.Log), 0, LongestTranscript, cancellation);
        return [.. entries.Select(entry => ActivityParser.TryParse(entry.Data.Span, out var activity, out _) ? activity : null).OfType<Activity>()];
    }

    /// <summary>Whether a lead holds this slot.</summary>
    public async ValueTask<bool> HoldsAsync(string leadId, DemoSlot slot, CancellationToken cancellation) =>
        (await FindAsync(leadId, cancellation))?.Booking?.Slot == slot;
}

/// <summary>What is stored under a lead's id.</summary>
/// <param name="Id">The id.</param>
/// <param name="Lead">The lead; null where nothing is stored, or where it cannot be read.</param>
/// <param name="IsStored">Whether anything is.</param>
public readonly record struct FoundLead(string Id, LeadRecord? Lead, bool IsStored);
