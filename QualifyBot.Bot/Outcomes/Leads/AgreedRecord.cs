using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Lifecycle;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Outcomes.Leads;

/// <summary>That a demo, a hand-off or a follow-up was agreed, and what came after: whoever keeps the promise must know.</summary>
/// <param name="Outcome">The outcome that stood when it was agreed; null where a human was asked for before anything was decided.</param>
/// <param name="At">When it was agreed.</param>
public sealed record AgreedRecord(Outcome? Outcome, DateTimeOffset At)
{
    /// <summary>What is known otherwise since, by slot.</summary>
    public ImmutableArray<AmendedAnswer> Changes { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The outcome that follows now, where it is another one; null while it is the same.</summary>
    public OverturnedRecord? Overturned { get; init; }
}

/// <summary>An answer that is not what it was when something was agreed.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="Before">What was known then; null = nothing.</param>
/// <param name="Since">What is known now; null = nothing.</param>
/// <param name="At">When it last changed.</param>
public sealed record AmendedAnswer(string Slot, Answer? Before, Answer? Since, DateTimeOffset At);

/// <summary>What was agreed no longer follows from what is known.</summary>
/// <param name="To">What follows now.</param>
/// <param name="Reason">Id of the route or disqualifier that decided.</param>
/// <param name="At">Since when.</param>
/// <param name="Cause">What led to it from outside the talk; null = the talk did.</param>
public sealed record OverturnedRecord(Outcome To, string Reason, DateTimeOffset At, Cause? Cause);
