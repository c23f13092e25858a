using System.Collections.Immutable;
using System.Diagnostics;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Scoring;

/// <summary>
/// Evaluates conditions in three-valued logic. Asking for "surely true" and "surely false" apart keeps unknown from becoming either.
/// </summary>
internal static class Truth
{
    /// <summary>Whether the condition is <paramref name="wanted"/> (true or false); unknown is neither.</summary>
    public static bool Is(Condition condition, bool wanted, in Facts facts) => condition switch
    {
        Condition.OnSlot leaf => AnswerTruth.Of(leaf, facts) == wanted,
        Condition.Happened happened => (SignalTruth.Count(happened, facts) >= happened.Times) == wanted,
        Condition.All(var parts) => wanted ? Every(parts, true, facts) : Some(parts, false, facts),
        Condition.Any(var parts) => wanted ? Some(parts, true, facts) : Every(parts, false, facts),
        Condition.Not(var part) => Is(part, !wanted, facts),
        Condition.PointsAtLeast(var axis, var points) => (facts.Points.On(axis) >= points) == wanted,
        Condition.StageIs(var stages) => stages.Contains(StageTruth.Of(facts.Points.On(null), facts)) == wanted,
        Condition.GradeIs(var grades) => grades.Contains(facts.Playbook.Grid.Of(facts.Points.Fit, facts.Points.Intent)) == wanted,
        _ => throw new UnreachableException(),
    };

    private static bool Every(ImmutableArray<Condition> parts, bool wanted, in Facts facts)
    {
        foreach (var part in parts)
        {
            if (!Is(part, wanted, facts))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Some(ImmutableArray<Condition> parts, bool wanted, in Facts facts)
    {
        foreach (var part in parts)
        {
            if (Is(part, wanted, facts))
            {
                return true;
            }
        }

        return false;
    }
}
