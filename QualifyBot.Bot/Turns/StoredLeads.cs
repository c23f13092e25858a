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

    /// <summary>The leads changed last, newest first.</summary>
    /// <param name="before">Only those changed before this moment; null = all.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellation">Stops the wait.</param>
    public async ValueTask<IReadOnlyList<LeadRecord>> NewestAsync(DateTimeOffset? before, int limit, CancellationToken cancellation)
    {
        var until = before is { } moment ? moment.ToUnixTimeMilliseconds() - 1 : double.MaxValue;
        var ranges = await Task.WhenAll(ConversationKey.AllPartitions().Select(partition =>
            store.RangeAsync(new StoreKey(partition, ConversationKey.LeadsIndex), 0, until, limit, descending: true, cancellation).AsTask()));
        var newest = ranges.SelectMany(entries => entries).OrderByDescending(entry => entry.Score).ThenBy(entry => entry.Member, StringComparer.Ordinal).Take(limit);
        var leads = await Task.WhenAll(newest.Select(entry => FindAsync(entry.Member, cancellation).AsTask()));
        return [.. leads.OfType<LeadRecord>()];
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
