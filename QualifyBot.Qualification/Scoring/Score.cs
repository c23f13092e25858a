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
/// <param name="Cut">What the cap took away, 0 or more. Points and Cut together are what the rule was worth on the day, by the age of its signals and by what its answers rest on.</param>
/// <param name="Citations">The answers and signals that the rule rests on, at least one; without them it would not count.</param>
public sealed record Receipt(string Rule, Axis Axis, int Points, int Cut, ImmutableArray<Citation> Citations);
