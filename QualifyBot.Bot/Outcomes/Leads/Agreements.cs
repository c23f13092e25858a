using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Lifecycle;

namespace QualifyBot.Bot.Outcomes.Leads;

/// <summary>Follows what was agreed with a visitor over everything that comes after it.</summary>
internal static class Agreements
{
    /// <summary>What is agreed after a change; null where nothing is.</summary>
    public static AgreedRecord? Of(LeadRecord? before, LeadRecord lead, Happening happening, DateTimeOffset at)
    {
        if (Standing(before, lead, at) is not { } agreed)
        {
            return null;
        }

        agreed = agreed with { Changes = ChangesOf(agreed, before?.Known ?? lead.Known, lead.Known, at) };
        if (lead.Decision is not { } decision || decision.Outcome == agreed.Outcome || agreed.Outcome is null || happening is Happening.ResultTold)
        {
            return IsAgreed(lead, at) ? agreed with { Overturned = null } : null;
        }

        var overturned = agreed.Overturned is { } known && known.To == decision.Outcome ? known with { Reason = decision.Reason } : new OverturnedRecord(decision.Outcome, decision.Reason, at, decision.Cause);
        return agreed with { Overturned = overturned };
    }

    // A hand-off that was withdrawn because the outcome is another one stays in sight until something else is agreed.
    private static AgreedRecord? Standing(LeadRecord? before, LeadRecord lead, DateTimeOffset at)
    {
        if (IsNew(before, lead))
        {
            return new AgreedRecord(lead.Decision?.Outcome, at);
        }

        var isWithdrawn = before is { HandOff: not null, Decision: not null } or { Agreed: not null, HandOff: null, Booking: null, Consent: null } && lead is { HandOff: null, Booking: null, Decision: not null };
        return IsAgreed(lead, at) || isWithdrawn ? before!.Agreed ?? new AgreedRecord(before.Decision?.Outcome, before.UpdatedAt) : null;
    }

    // A demo that is over binds nobody any more.
    private static bool IsAgreed(LeadRecord lead, DateTimeOffset at) => lead.Booking?.Slot.End > at || lead is { HandOff: not null } or { Consent.Given: true };

    private static bool IsNew(LeadRecord? before, LeadRecord lead) =>
        (lead.Booking is not null && before?.Booking is null) || (lead.HandOff is not null && before?.HandOff is null) || (lead.Consent is { Given: true } && before?.Consent is not { Given: true });

    private static ImmutableArray<AmendedAnswer> ChangesOf(AgreedRecord agreed, Lead before, Lead now, DateTimeOffset at)
    {
        var slots = agreed.Changes.Select(static change => change.Slot).Concat(before.Answers.Select(static answer => answer.Slot)).Concat(now.Answers.Select(static answer => answer.Slot));
        return [.. slots.Distinct(StringComparer.Ordinal).Select(slot => ChangeOf(slot, agreed, before.Find(slot), now.Find(slot), at)).OfType<AmendedAnswer>()];
    }

    private static AmendedAnswer? ChangeOf(string slot, AgreedRecord agreed, Answer? before, Answer? now, DateTimeOffset at)
    {
        var known = agreed.Changes.FirstOrDefault(change => change.Slot == slot);
        var then = known is null ? before : known.Before;
        return Equals(then?.Value, now?.Value) ? null
            : known is not null && Equals(known.Since?.Value, now?.Value) ? known
            : new AmendedAnswer(slot, then, now, at);
    }
}
