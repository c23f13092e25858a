using System.Collections.Immutable;
using System.Diagnostics;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Scoring;

/// <summary>
/// Evaluates conditions in three-valued logic. Asking for "surely true" and "surely false" apart keeps unknown from becoming either.
/// </summary>
internal static class Truth
{
    /// <summary>Whether the condition is <paramref name="wanted"/> (true or false) in the view of the facts; unknown is neither.</summary>
    public static bool Is(Condition condition, bool wanted, in Facts facts) => condition switch
    {
        Condition.OnSlot leaf => AnswerTruth.Of(leaf, facts) is { } known
            ? known == wanted
            : facts.View == View.Possible && facts.IsOpen(leaf.Slot),
        Condition.Happened happened => (SignalTruth.Count(happened, facts) >= happened.Times) == wanted,
        Condition.All(var parts) => wanted ? Every(parts, true, facts) : Some(parts, false, facts),
        Condition.Any(var parts) => wanted ? Some(parts, true, facts) : Every(parts, false, facts),
        Condition.Not(var part) => Is(part, !wanted, facts),
        Condition.PointsAtLeast(var axis, var points) => OfRange(facts.Points.On(axis).Low >= points, facts.Points.On(axis).High >= points, wanted, facts.View),
        Condition.StageIs(var stages) => StageTruth.Is(stages, wanted, facts),
        Condition.GradeIs(var grades) => OfGrades(grades, wanted, facts),
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

    private static bool OfRange(bool atLow, bool atHigh, bool wanted, View view) =>
        view == View.Possible ? atLow == wanted || atHigh == wanted : atLow == wanted && atHigh == wanted;

    private static bool OfGrades(ImmutableArray<Grade> grades, bool wanted, in Facts facts)
    {
        var (grid, points) = (facts.Playbook.Grid, facts.Points);
        var best = (int)grid.Of(points.FitHigh, points.IntentHigh);
        var worst = (int)grid.Of(points.FitLow, points.IntentLow);
        var (all, some) = (true, false);
        for (var letter = best / 3; letter <= worst / 3; letter++)
        {
            for (var digit = best % 3; digit <= worst % 3; digit++)
            {
                var matches = grades.Contains((Grade)((letter * 3) + digit)) == wanted;
                (all, some) = (all && matches, some || matches);
            }
        }

        return facts.View == View.Possible ? some : all;
    }
}
