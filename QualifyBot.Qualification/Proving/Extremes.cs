using System.Collections.Immutable;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Proving;

/// <summary>The most and the least points that leads may have.</summary>
internal sealed class Extremes(Proof proof)
{
    /// <summary>The most points, on an axis or in all, of leads that meet the goals, and such a lead; null where there is none or it cannot be told.</summary>
    public (int Points, int[] Cells)? Most(Axis? axis, ImmutableArray<Goal> goals) => Seek(axis, goals, most: true);

    /// <summary>The least points.</summary>
    public (int Points, int[] Cells)? Least(Axis? axis, ImmutableArray<Goal> goals) => Seek(axis, goals, most: false);

    // "Some lead has at least so many" holds up to the most, and "fewer than" from one above the least.
    private (int Points, int[] Cells)? Seek(Axis? axis, ImmutableArray<Goal> goals, bool most)
    {
        var bounds = proof.Score.Bounds;
        var (low, high) = axis switch
        {
            Axis.Fit => (bounds.FitLow, bounds.FitHigh),
            Axis.Intent => (bounds.IntentLow, bounds.IntentHigh),
            _ => (bounds.TotalLow, bounds.TotalHigh),
        };
        int[]? best = null;
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            var solution = proof.Solver.Solve(proof.Anything, [.. goals, Reaches(axis, most ? middle : middle + 1, most)]);
            if (solution.Cells is null && !solution.IsProved)
            {
                return null;
            }

            best = solution.Cells ?? best;
            (low, high) = solution.Cells is not null == most ? (middle + 1, high) : (low, middle - 1);
        }

        return best is null ? null : (most ? high : low, best);
    }

    private Goal Reaches(Axis? axis, int points, bool holds)
    {
        var condition = new Condition.PointsAtLeast(axis, points);
        return holds ? proof.Holds(condition) : proof.Fails(condition);
    }
}
