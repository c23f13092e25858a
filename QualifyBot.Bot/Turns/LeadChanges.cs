using System.Text.Json;
using QualifyBot.Bot.Dialogs;
using QualifyBot.Bot.Outcomes.Booking;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Bot.Playbooks;
using QualifyBot.Bot.Storage;
using QualifyBot.Qualification.Lifecycle;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Turns;

/// <summary>What somebody outside the talk wants of a lead.</summary>
/// <param name="Lead">The lead with what was told, not scored yet.</param>
/// <param name="Happening">What was told.</param>
public sealed record WantedChange(LeadRecord Lead, Happening Happening);

/// <summary>A lead before and after a change; the same where there was nothing to change.</summary>
public sealed record ChangedLead(LeadRecord Before, LeadRecord After);

/// <summary>
/// Changes stored leads from outside their talks: reads, changes, qualifies anew and commits once, by compare-and-set. Where a turn or another
/// host was faster it looks again, so nothing that was told is lost; and a turn that was overtaken runs again on what it finds.
/// </summary>
public sealed partial class LeadChanges(
    IStore store, PlaybookCatalog catalog, SalesPlan plan, BookingOptions booking, RetentionOptions retention, TimeProvider clock, ILogger<LeadChanges> logger)
{
    // Each conflict means that another change was committed; so many in a row mean that something is broken.
    private const int MostConflicts = 200;
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    // Those of one lead queue up here, and do not wait for a turn that may be asking a model.
    private readonly ConversationLanes lanes = new();

    /// <summary>Today, on the business's calendar.</summary>
    public DateOnly Today => DateOnly.FromDateTime(WallClock.For(null, booking.TimeZone).At(clock.GetUtcNow()));

    /// <summary>The rulebook of a lead; the configured one where its own is gone, as in its talk.</summary>
    public Playbook PlaybookOf(LeadRecord lead) => catalog.Playbooks.TryGetValue(lead.Playbook, out var playbook) ? playbook : catalog.Playbooks[plan.Playbook];

    /// <summary>Changes a lead; null where there is none of this id.</summary>
    /// <param name="leadId">The lead's id.</param>
    /// <param name="change">A pure function of the lead as it is stored: it may be asked more than once. Null = nothing is to be changed.</param>
    /// <param name="cancellation">Stops the wait.</param>
    /// <exception cref="StoreUnavailableException">Nothing was done, or it is not known whether; the same may be told again.</exception>
    public async ValueTask<ChangedLead?> ChangeAsync(string leadId, Func<LeadRecord, WantedChange?> change, CancellationToken cancellation)
    {
        if (ConversationKey.OfLead(leadId) is not { } key)
        {
            return null;
        }

        using var lane = await lanes.EnterAsync(key, cancellation);
        for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
        {
            if ((await store.GetAsync([new StoreKey(key.Partition, key.Lead)], cancellation))[0] is not { } document)
            {
                return null;
            }

            var before = JsonSerializer.Deserialize(document.Data.Span, DialogsJsonContext.Default.LeadRecord)!;
            var after = change(before) is { } wanted ? Qualified(before, wanted) : null;
            if (after is null || await CommitAsync(key, before, after, document.Version))
            {
                return new ChangedLead(before, after ?? before);
            }

            Log.Conflict(logger, leadId);
        }

        throw new StoreUnavailableException($"The lead {leadId} changed {MostConflicts} times during one change.");
    }

    private LeadRecord? Qualified(LeadRecord before, WantedChange wanted)
    {
        var (playbook, now) = (PlaybookOf(before), clock.GetUtcNow());
        var after = LeadProgress.Follow(before, wanted.Lead.Requalified(playbook, Today, now), playbook, wanted.Happening, now);
        var isTold = wanted.Happening is Happening.Signalled or Happening.ResultTold;
        return isTold || after.Reopened != before.Reopened || after.Agreed?.Overturned != before.Agreed?.Overturned ? after with { ChangedAt = now }
            : LeadProgress.Differ(before, after) ? after
            : null;
    }

    // What comes from outside does not prolong how long the visitor's words are kept.
    private ValueTask<bool> CommitAsync(ConversationKey key, LeadRecord before, LeadRecord after, long version)
    {
        var left = retention.Leads - (clock.GetUtcNow() - after.UpdatedAt);
        return store.CommitAsync(key.Partition, [.. LeadWrite.Put(key, before, after, version, left > Least ? left : Least)], CancellationToken.None);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Lead {LeadId} was changed meanwhile: the change is made again.")]
        public static partial void Conflict(ILogger logger, string leadId);
    }
}
