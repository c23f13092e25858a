using System.Collections.Immutable;
using System.Runtime.InteropServices;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Proving;

/// <summary>Points between bounds, both inclusive, that no condition tells apart.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Region(int FitLow, int FitHigh, int IntentLow, int IntentHigh, int TotalLow, int TotalHigh)
{
    // Far beyond any sum of points, and safe to add.
    private const int Far = 100_000_000;

    /// <summary>All points.</summary>
    public static readonly Region Whole = new(-Far, Far, -Far, Far, -2 * Far, 2 * Far);

    /// <summary>The regions that these conditions tell apart.</summary>
    public static ImmutableArray<Region> Of(Playbook playbook, IEnumerable<Condition> conditions)
    {
        var (fit, intent, total) = (new SortedSet<int> { -Far }, new SortedSet<int> { -Far }, new SortedSet<int> { -2 * Far });
        foreach (var part in conditions)
        {
            switch (part)
            {
                case Condition.StageIs:
                    total.UnionWith([playbook.Stages.Iql, playbook.Stages.Mql, playbook.Stages.Sql]);
                    break;
                case Condition.GradeIs:
                    fit.UnionWith([playbook.Grid.FitA, playbook.Grid.FitB]);
                    intent.UnionWith([playbook.Grid.Intent1, playbook.Grid.Intent2]);
                    break;
                case Condition.PointsAtLeast(var axis, var points):
                    (axis switch { Axis.Fit => fit, Axis.Intent => intent, _ => total }).Add(points);
                    break;
            }
        }

        return [.. from fits in Between(fit, Far) from intents in Between(intent, Far) from totals in Between(total, 2 * Far)
            where fits.Low + intents.Low <= totals.High && fits.High + intents.High >= totals.Low
            select new Region(fits.Low, fits.High, intents.Low, intents.High, totals.Low, totals.High)];
    }

    private static IEnumerable<(int Low, int High)> Between(SortedSet<int> cuts, int far)
    {
        var rising = cuts.Where(cut => cut < far && cut >= -far).ToArray();
        return rising.Select((low, index) => (low, index + 1 < rising.Length ? rising[index + 1] - 1 : far));
    }
}
