using System.Collections.Immutable;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Proving;

/// <summary>Blocks that share caps; between components points simply add up.</summary>
internal sealed class Component
{
    private const int Base = 1009;
    private const int MostCaps = 6;

    private readonly ImmutableArray<int> caps;
    private readonly ImmutableArray<(int Most, Axis Axis)> bounds;
    private readonly Space space;

    public Component(ImmutableArray<Block> blocks, Space space)
    {
        (Blocks, this.space) = (blocks, space);
        Variables = [.. blocks.SelectMany(static block => block.Variables)];
        caps = [.. blocks.SelectMany(static block => block.Caps).Distinct().Order()];
        bounds = [.. caps.Select(cap => (space.Playbook.Caps[cap].Most, blocks.SelectMany(static block => block.Rules).First(rule => space.Playbook.CapOf(rule.Index) == cap).Rule.Axis))];
    }

    public ImmutableArray<Block> Blocks { get; }

    public ImmutableArray<int> Variables { get; }

    /// <summary>Whether all that may be earned is listed.</summary>
    public bool IsExact => caps.Length <= MostCaps && Blocks.All(static block => block.IsListed) && Variables.All(variable => space.Variables[variable].IsExact);

    /// <summary>The most of each cap, and what it counts for.</summary>
    public ImmutableArray<(int Most, Axis Axis)> Caps => bounds;

    /// <summary>What each block may earn within the cells allowed.</summary>
    public ImmutableArray<Sums> Within(UInt128[] allowed) => [.. Blocks.Select(block => block.Within(allowed))];

    /// <summary>The groups' sums, packed, with what a block adds; each stops at its cap.</summary>
    public long Add(long groups, Block block, Earned earned)
    {
        for (var index = 0; index < block.Caps.Length; index++)
        {
            var place = Math.Min(caps.IndexOf(block.Caps[index]), MostCaps - 1);
            var before = At(groups, place);
            var after = Math.Min(before + earned.Groups[index], bounds[place].Most);
            groups += (after - before) * Unit(place);
        }

        return groups;
    }

    /// <summary>What the groups' sums come to on each axis.</summary>
    public (int Fit, int Intent) Folded(long groups)
    {
        var (fit, intent) = (0, 0);
        for (var place = 0; place < Math.Min(caps.Length, MostCaps); place++)
        {
            var points = (int)At(groups, place);
            (fit, intent) = bounds[place].Axis == Axis.Fit ? (fit + points, intent) : (fit, intent + points);
        }

        return (fit, intent);
    }

    private static long At(long groups, int place) => groups / Unit(place) % Base;

    private static long Unit(int place)
    {
        var unit = 1L;
        for (var index = 0; index < place; index++)
        {
            unit *= Base;
        }

        return unit;
    }
}
