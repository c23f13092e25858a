using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace QualifyBot.Qualification.Proving;

/// <summary>How a part of a lead adds to the points.</summary>
/// <param name="Groups">State of the groups afterwards.</param>
/// <param name="Shift">By how many places of the plane the points move.</param>
/// <param name="Cells">Cells of the part's variables that make it so.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Way(long Groups, int Shift, ImmutableArray<int> Cells);

/// <summary>
/// The pairs of points that parts of a lead earn together, as bits of a plane, and how each comes about. While the blocks of a component are added,
/// there is a set of bits for each state of the groups under its caps; at its end they become one.
/// </summary>
internal sealed class PointSet
{
    private readonly Plane plane;
    private readonly PointSet? before;
    private readonly ImmutableArray<int> variables;
    private readonly Dictionary<long, List<Way>> ways = [];
    private readonly Dictionary<long, ulong[]> bits = [];

    private PointSet(Plane plane, PointSet? before, ImmutableArray<int> variables, int mostStates, Func<long, IEnumerable<Way>> waysFrom)
    {
        (this.plane, this.before, this.variables) = (plane, before, variables);
        foreach (var (groups, set) in before?.bits ?? [])
        {
            ways[groups] = [.. waysFrom(groups)];
            Add(set, ways[groups]);
        }

        var states = bits.Keys.Order().ToList();
        foreach (var (_, state) in states.Index().Where(state => states.Count > mostStates && state.Index * mostStates / states.Count == (state.Index - 1) * mostStates / states.Count && state.Index > 0))
        {
            bits.Remove(state);
        }
    }

    /// <summary>The pairs, once all blocks of a component are added.</summary>
    public ulong[] Bits => bits[0];

    /// <summary>What nothing earns.</summary>
    public static PointSet None(Plane plane)
    {
        var none = new PointSet(plane, null, [], 1, static _ => []);
        none.bits[0] = new ulong[(plane.Size + 63) / 64];
        none.bits[0][0] = 1;
        return none;
    }

    /// <summary>What these earn together with one more component.</summary>
    /// <param name="component">The component.</param>
    /// <param name="sums">What its blocks may earn here.</param>
    /// <param name="floors">The least that each may earn at all: the plane counts from there.</param>
    /// <param name="mostStates">States of the groups that are kept; fewer than all leave pairs out.</param>
    public PointSet With(Component component, IEnumerable<List<Earned>> sums, ImmutableArray<Region> floors, int mostStates)
    {
        var set = this;
        foreach (var (index, earned) in sums.Index())
        {
            var (block, floor) = (component.Blocks[index], floors[index]);
            var steps = earned.Select(one => (Shift: plane.Shift(one.Fit - floor.FitLow, one.Intent - floor.IntentLow), Earned: one)).DistinctBy(step => (step.Shift, component.Add(0, block, step.Earned))).ToList();
            set = new PointSet(plane, set, block.Variables, mostStates, groups => steps.Select(step => new Way(component.Add(groups, block, step.Earned), step.Shift, step.Earned.Cells)));
        }

        return component.Caps.IsEmpty ? set : new PointSet(plane, set, [], 1, groups => [new Way(0, Shift(component.Folded(groups)), [])]);
    }

    /// <summary>Cells that earn the points at a place whose bit is set.</summary>
    public ImmutableArray<(int Variable, int Cell)> CellsOf(int place)
    {
        var (groups, cells) = (0L, ImmutableArray.CreateBuilder<(int, int)>());
        for (var set = this; set.before is not null; set = set.before)
        {
            var (start, way) = set.WayTo(groups, place);
            (groups, place) = (start, place - way.Shift);
            cells.AddRange(set.variables.Zip(way.Cells));
        }

        return cells.DrainToImmutable();
    }

    private (long From, Way Way) WayTo(long groups, int place)
    {
        foreach (var (start, set) in before!.bits)
        {
            foreach (var way in ways[start])
            {
                if (way.Groups == groups && Proving.Bits.Has(set, place - way.Shift))
                {
                    return (start, way);
                }
            }
        }

        throw new ArgumentOutOfRangeException(nameof(place), place, "The bit is not set.");
    }

    private int Shift((int Fit, int Intent) points) => plane.Shift(points.Fit, points.Intent);

    // Neighbouring places are many, so they are added as runs: a set smeared over as many places as the run is long.
    private void Add(ulong[] set, List<Way> next)
    {
        var used = set.AsSpan(0, set.AsSpan().LastIndexOfAnyExcept(0UL) + 1);
        var longest = Math.Min(set.Length, used.Length + 1 + (plane.Width >> 6));
        var (smeared, length) = (set.AsSpan(0, longest).ToArray(), 1);
        foreach (var (groups, start, run) in next.GroupBy(static way => way.Groups, static way => way.Shift).SelectMany(static group => Runs(group.Key, group)).OrderBy(static run => run.Length))
        {
            for (; length < run; length++)
            {
                Proving.Bits.Merge(used, smeared, length);
            }

            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(bits, groups, out _);
            sum ??= new ulong[set.Length];
            Proving.Bits.Merge(smeared, sum, start);
        }
    }

    // Shifts that follow each other differ from their rank by the same.
    private static IEnumerable<(long Groups, int Start, int Length)> Runs(long groups, IEnumerable<int> shifts) =>
        shifts.Distinct().Order().Select(static (shift, rank) => (shift, rank)).GroupBy(static one => one.shift - one.rank).Select(run => (groups, run.First().shift, run.Count()));
}
