using System.Collections.Immutable;

namespace QualifyBot.Qualification.Proving;

/// <summary>Points that a part of a lead may earn.</summary>
/// <param name="Fit">Points of fit outside of groups, and all negative ones.</param>
/// <param name="Intent">Points of intent outside of groups, and all negative ones.</param>
/// <param name="Groups">Positive points in groups, up to their caps, in the order of the block's caps.</param>
/// <param name="Cells">Cells of the block's variables that earn them.</param>
internal sealed record Earned(int Fit, int Intent, ImmutableArray<int> Groups, ImmutableArray<int> Cells)
{
    /// <summary>Positive points in groups together.</summary>
    public int InGroups { get; } = Groups.Sum();
}

/// <summary>What a block may earn within some cells, each sum once.</summary>
internal sealed class Sums(List<Earned> all)
{
    private const int Few = 16;

    private static readonly (int Fit, int Intent)[] Directions = [(1, 0), (0, 1), (1, 1), (-1, 0), (0, -1), (-1, -1), (1, -1), (-1, 1)];

    private readonly Lazy<List<Earned>> some = new(() => Pick(all));
    private readonly Lazy<Region> bounds = new(() => Region.Whole with
    {
        FitLow = all.Min(static earned => earned.Fit),
        FitHigh = all.Max(static earned => earned.Fit),
        IntentLow = all.Min(static earned => earned.Intent),
        IntentHigh = all.Max(static earned => earned.Intent),
    });

    public List<Earned> All => all;

    /// <summary>What is best or worst in one direction, and a few between: most searches need no more.</summary>
    public List<Earned> Some => some.Value;

    /// <summary>Bounds of the sums outside of groups.</summary>
    public Region Bounds => bounds.Value;

    private static List<Earned> Pick(List<Earned> all) => all.Count <= Few ? all :
    [
        .. Directions.Select(way => all.MaxBy(one => (way.Fit * one.Fit) + (way.Intent * one.Intent) + ((way.Fit + way.Intent) * one.InGroups))!),
        .. Enumerable.Range(1, Few).Select(step => all[step * (all.Count - 1) / Few]),
    ];
}
