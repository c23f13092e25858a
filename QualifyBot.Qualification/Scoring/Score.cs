using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Scoring;

/// <summary>What a lead earned, and why. The points of the receipts sum to the points of the score.</summary>
/// <param name="Fit">Points of fit; may be negative.</param>
/// <param name="Intent">Points of intent; may be negative.</param>
/// <param name="Grade">The place in the grid.</param>
/// <param name="Stage">How far the total carries.</param>
/// <param name="Temperature">Warm or cold, by intent.</param>
/// <param name="Receipts">One for each rule that counted, in playbook order.</param>
public sealed record Score(int Fit, int Intent, Grade Grade, Stage Stage, Temperature Temperature, ImmutableArray<Receipt> Receipts)
{
    /// <summary>Fit and intent together.</summary>
    public int Total => Fit + Intent;
}

/// <summary>Why there are points.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Axis">What the points count for.</param>
/// <param name="Points">Points after the group's cap; 0 where the cap was used up.</param>
/// <param name="Cut">What the cap took away, 0 or more.</param>
/// <param name="Citations">The answers that the rule rests on, at least one; without them it would not count.</param>
public sealed record Receipt(string Rule, Axis Axis, int Points, int Cut, ImmutableArray<Citation> Citations);

/// <summary>An answer that a rule rests on.</summary>
/// <param name="Slot">The slot answered.</param>
/// <param name="Evidence">The visitor's words.</param>
public sealed record Citation(string Slot, Evidence Evidence);
