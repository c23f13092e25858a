using System.Collections.Immutable;
using System.Runtime.InteropServices;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Proving;

/// <summary>Points on both axes, and cells that earn them.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Points(int Fit, int Intent, ImmutableArray<(int Variable, int Cell)> Cells);

/// <summary>What a component may earn.</summary>
/// <param name="All">Sums that are surely earned by some lead, each once.</param>
/// <param name="IsAll">Whether there are no others.</param>
/// <param name="Bounds">Bounds that no sum exceeds, whether listed or not.</param>
internal sealed record Sums(ImmutableArray<Points> All, bool IsAll, Region Bounds);

/// <summary>Blocks that share caps; between components points simply add up.</summary>
internal sealed class Component
{
    private const int MostStates = 60_000;
    private const int MostCaps = 6;
    private const int Base = 1009;

    private readonly ImmutableArray<Block> blocks;
    private readonly ImmutableArray<int> caps;
    private readonly Space space;
    private readonly Compiler compiler;
    private readonly Dictionary<string, Sums> known = new(StringComparer.Ordinal);

    public Component(ImmutableArray<Block> blocks, Space space, Compiler compiler)
    {
        (this.blocks, this.space, this.compiler) = (blocks, space, compiler);
        Variables = [.. blocks.SelectMany(static block => block.Variables)];
        caps = [.. blocks.SelectMany(static block => block.Caps).Distinct().Order()];
    }

    public ImmutableArray<int> Variables { get; }

    public ImmutableArray<Block> Blocks => blocks;

    /// <summary>What may be earned within the cells allowed.</summary>
    public Sums Within(UInt128[] allowed)
    {
        var key = string.Join('.', Variables.Select(variable => allowed[variable]));
        if (!known.TryGetValue(key, out var sums))
        {
            known[key] = sums = Compute(allowed);
        }

        return sums;
    }

    private Sums Compute(UInt128[] allowed)
    {
        var isAll = caps.Length <= MostCaps && Variables.All(variable => space.Variables[variable].IsExact);
        var states = new Dictionary<(int Fit, int Intent, long Groups), ImmutableArray<(int, int)>> { [(0, 0, 0)] = [] };
        foreach (var block in blocks)
        {
            var (earned, areAll) = block.Within(allowed);
            var next = new Dictionary<(int, int, long), ImmutableArray<(int, int)>>();
            foreach (var ((fit, intent, groups), cells) in states)
            {
                foreach (var one in earned)
                {
                    if (next.Count < MostStates && !next.ContainsKey((fit + one.Fit, intent + one.Intent, Add(groups, block, one))))
                    {
                        next[(fit + one.Fit, intent + one.Intent, Add(groups, block, one))] = cells.AddRange(block.Variables.Zip(one.Cells));
                    }
                }
            }

            isAll &= areAll && next.Count < MostStates;
            states = next;
        }

        var all = states.Select(state => Folded(state.Key, state.Value)).DistinctBy(static points => (points.Fit, points.Intent)).ToImmutableArray();
        return new Sums(all, isAll, isAll ? Exact(all) : Loose(allowed));
    }

    private long Add(long groups, Block block, Earned earned)
    {
        for (var index = 0; index < block.Caps.Length; index++)
        {
            var unit = Unit(caps.IndexOf(block.Caps[index]));
            var before = groups / unit % Base;
            var after = Math.Min(before + earned.Groups[index], space.Playbook.Caps[block.Caps[index]].Most);
            groups += (after - before) * unit;
        }

        return groups;
    }

    private static long Unit(int place)
    {
        var unit = 1L;
        for (var index = 0; index < Math.Min(place, MostCaps - 1); index++)
        {
            unit *= Base;
        }

        return unit;
    }

    private Points Folded((int Fit, int Intent, long Groups) state, ImmutableArray<(int, int)> cells)
    {
        var (fit, intent, groups) = state;
        for (var index = 0; index < Math.Min(caps.Length, MostCaps); index++)
        {
            var points = (int)(groups / Unit(index) % Base);
            (fit, intent) = AxisOf(caps[index]) == Axis.Fit ? (fit + points, intent) : (fit, intent + points);
        }

        return new Points(fit, intent, cells);
    }

    private Axis AxisOf(int cap) => blocks.SelectMany(static block => block.Rules).First(rule => space.Playbook.CapOf(rule.Index) == cap).Rule.Axis;

    private static Region Exact(ImmutableArray<Points> all) => Region.Whole with
    {
        FitLow = all.Min(static points => points.Fit),
        FitHigh = all.Max(static points => points.Fit),
        IntentLow = all.Min(static points => points.Intent),
        IntentHigh = all.Max(static points => points.Intent),
    };

    // Each rule may count or not, whatever the others do.
    private Region Loose(UInt128[] allowed)
    {
        var (fitLow, fitHigh, intentLow, intentHigh) = (0, 0, 0, 0);
        foreach (var table in blocks.SelectMany(static block => block.Rules))
        {
            var rule = table.Rule;
            if ((compiler.Of(rule.When).Of(allowed, null) & Known.True) != 0)
            {
                var most = rule.Points * rule.Each * Math.Max(100, rule.Points > 0 ? space.Playbook.Weights.Evidenced : 0) / 100;
                var (low, high) = (Math.Min(0, most), Math.Max(0, most));
                (fitLow, fitHigh) = rule.Axis == Axis.Fit ? (fitLow + low, fitHigh + high) : (fitLow, fitHigh);
                (intentLow, intentHigh) = rule.Axis == Axis.Intent ? (intentLow + low, intentHigh + high) : (intentLow, intentHigh);
            }
        }

        return Region.Whole with { FitLow = fitLow, FitHigh = fitHigh, IntentLow = intentLow, IntentHigh = intentHigh };
    }
}
