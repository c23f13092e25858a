using System.Collections.Immutable;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Explaining;
using QualifyBot.Qualification.Lifecycle;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Desk;

/// <summary>What was agreed with a visitor, and what came after.</summary>
/// <param name="Outcome">The outcome that stood when it was agreed; null where a human was asked for before anything was decided.</param>
/// <param name="At">When it was agreed.</param>
/// <param name="Changes">What is known otherwise since.</param>
/// <param name="Overturned">The outcome that follows now, where it is another one.</param>
public sealed record AgreedView(Outcome? Outcome, DateTimeOffset At, ImmutableArray<AmendedView> Changes, OverturnedView? Overturned)
{
    /// <summary>The view of an agreement.</summary>
    public static AgreedView Of(AgreedRecord agreed, Playbook? playbook) => new(
        agreed.Outcome, agreed.At, [.. agreed.Changes.Select(static change => new AmendedView(change.Slot, Of(change.Before), Of(change.Since), change.At))],
        agreed.Overturned is { } turned ? new OverturnedView(turned.To, turned.Reason, playbook is null ? null : DecisionWords.Of(turned.To, turned.Reason, playbook), turned.At, turned.Cause) : null);

    private static AnswerView? Of(Answer? answer) => answer is null ? null : new AnswerView(answer.Slot, answer.Value, EvidenceView.Of(answer), answer.At);
}

/// <summary>An answer as it was when something was agreed, and as it is; null = none.</summary>
public sealed record AmendedView(string Slot, AnswerView? Before, AnswerView? Since, DateTimeOffset At);

/// <summary>What follows now in place of what was agreed, and why.</summary>
public sealed record OverturnedView(Outcome To, string Reason, string? ReasonInWords, DateTimeOffset At, Cause? Cause);
