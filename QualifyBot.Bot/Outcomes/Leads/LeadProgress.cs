using System.Collections.Immutable;
using QualifyBot.Qualification.Accounts;
using QualifyBot.Qualification.Lifecycle;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Outcomes.Leads;

/// <summary>Writes down on a lead what a change of it means: its stage, its history, its account, and whether it was opened again. A pure function.</summary>
public static class LeadProgress
{
    /// <summary>The lead with everything noted that follows from a change.</summary>
    /// <param name="before">The lead before, as it was stored; null = there was none.</param>
    /// <param name="after">The lead now, scored and decided.</param>
    /// <param name="playbook">Its rulebook.</param>
    /// <param name="happening">What changed it.</param>
    /// <param name="at">When.</param>
    public static LeadRecord Follow(LeadRecord? before, LeadRecord after, Playbook playbook, Happening happening, DateTimeOffset at)
    {
        var address = CompanyDomain.AddressOf(after.Known, playbook);
        var lead = after with { Address = address, Domain = address is null ? null : CompanyDomain.OfAddress(address) };
        lead = WithHistory(before, lead, happening);
        lead = lead with { Reopened = ReopenedOf(before, lead, happening, at), Agreed = Agreements.Of(before, lead, happening, at) };
        var (old, now) = (Of(before), Of(lead));
        var lifecycle = before?.Lifecycle ?? LeadLifecycle.Start with { Stage = old.Stage };
        return lead with { Lifecycle = lifecycle.Advance(old, now, happening, at) };
    }

    /// <summary>Whether two states of a lead differ in more than the day for which they are proved.</summary>
    public static bool Differ(LeadRecord before, LeadRecord after) =>
        before.Domain != after.Domain || before.Address != after.Address || before.PlaybookHash != after.PlaybookHash || before.Lifecycle is null || before.Lifecycle.Changes != after.Lifecycle?.Changes
        || (before.Score?.Fit, before.Score?.Intent, before.Score?.Stage) != (after.Score?.Fit, after.Score?.Intent, after.Score?.Stage)
        || before.Decision is { } old && after.Decision is { } now && !Requalification.SameCourse(old, now);

    /// <summary>The stage of a stored lead, also where it was stored before stages were kept.</summary>
    public static LeadStage StageOf(LeadRecord lead) => lead.Lifecycle?.Stage ?? Of(lead).Stage;

    /// <summary>What a lead's stage follows from.</summary>
    public static Circumstances Of(LeadRecord? lead) => lead is null ? Circumstances.None : new Circumstances
    {
        Scored = lead.Score?.Stage ?? Stage.Unqualified,
        Points = lead.Score is { } score ? [.. score.Receipts.Select(receipt => new RulePoints(receipt.Rule, receipt.Points, receipt.Signals))] : [],
        Outcome = lead.Decision?.Outcome,
        Reason = lead.Decision?.Reason,
        DecisionHash = lead.Decision?.Hash,
        Agreed = lead.Consent is { Given: true },
        // A demo from before the deal's result says nothing any more.
        Demo = lead.Booking is { } booking && (lead.Result is null || booking.Slot.Start > lead.Result.At),
        Deal = lead is { Result.Status: DealStatus.Lost, Reopened: not null } ? null : lead.Result?.Status,
    };

    private static LeadRecord WithHistory(LeadRecord? before, LeadRecord lead, Happening happening)
    {
        var history = lead.History ?? HistoryRecord.Empty;
        if (before is { Decision: { } old, Score: { } score } && IsReplaced(old, score, lead, happening))
        {
            history = history.With(new PastDecision(old, score));
            lead = lead with { Decision = lead.Decision is { } now ? now with { Cause = CauseOf(before, lead, happening) } : null };
        }
        else if (lead.Decision is { } kept && before?.Decision is { } standing && Requalification.SameCourse(standing, kept))
        {
            lead = lead with { Decision = kept with { Cause = standing.Cause, At = happening is Happening.DaysPassed ? standing.At : kept.At } };
        }

        if (before is not null && history.Replaced > 0)
        {
            history = happening is Happening.StartedOver ? history with { Former = [] } : history.Keeping(before.Known, lead.Known);
        }

        return lead with { History = history.Replaced > 0 ? history : null };
    }

    // A day that only fades points makes no new decision of an old one, or a year of days would push out everything else.
    private static bool IsReplaced(DecisionRecord old, ScoreRecord score, LeadRecord lead, Happening happening) =>
        lead is not { Decision: { } now, Score: { } points } || (happening is Happening.DaysPassed ? !Requalification.SameCourse(old, now) : !Requalification.IsSame(old, score, now, points));

    private static Cause? CauseOf(LeadRecord before, LeadRecord lead, Happening happening) =>
        happening is Happening.Talked or Happening.StartedOver ? null : Causes.Of(Of(before), Of(lead), happening);

    private static ReopenedRecord? ReopenedOf(LeadRecord? before, LeadRecord lead, Happening happening, DateTimeOffset at)
    {
        if (before?.Decision is not { } old || lead is not { Decision: { } now, Score: { } score } || !IsOpen(now.Outcome) || happening is Happening.ResultTold)
        {
            return null;
        }

        if (before.Reopened is { } since)
        {
            return since;
        }

        var wasLost = before.Result is { Status: DealStatus.Lost };
        var isNew = wasLost
            ? happening is Happening.Talked ? lead.Booking != before.Booking || !Requalification.SameCourse(old, now) : score.Fit + score.Intent > before.Score?.Fit + before.Score?.Intent
            : happening is not Happening.Talked { Aside: false } && !IsOpen(old.Outcome);
        return isNew ? new ReopenedRecord(old.Outcome, now.Outcome, Causes.Of(Of(before), Of(lead), happening), at) : null;
    }

    private static bool IsOpen(Outcome outcome) => outcome is Outcome.BookDemo or Outcome.HandOff;
}
