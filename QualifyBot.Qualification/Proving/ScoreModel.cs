using System.Collections.Immutable;
using System.Numerics;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Proving;

/// <summary>The cells that a search starts from.</summary>
/// <param name="Name">Names them among other starts.</param>
/// <param name="Allowed">The cells allowed for each variable.</param>
internal sealed record Ground(string Name, UInt128[] Allowed);

/// <summary>Which points leads may have: exactly where rules read few variables together, else by examples and bounds.</summary>
internal sealed class ScoreModel
{
    private const long LargestPlane = 1 << 24;
    private const int SomeStates = 4;

    private readonly ImmutableArray<Component> components;
    private readonly ImmutableArray<ImmutableArray<Region>> floors;
    private readonly ImmutableArray<Plane> planes;
    private readonly UInt128[] everything;
    private readonly Bounds bounds;
    private readonly Dictionary<string, PointSet> sets = new(StringComparer.Ordinal);

    public ScoreModel(Space space, Compiler compiler)
    {
        Tables = [.. space.Playbook.Rules.Select((_, index) => new RuleTable(index, space, compiler))];
        components = Components.Of(Tables, space);
        everything = space.Everything();
        bounds = new Bounds(space.Playbook, compiler);
        floors = [.. components.Select(component => component.Blocks.Select((block, index) => bounds.Of(block, component.Within(everything)[index], everything)).ToImmutableArray())];
        Bounds = Proving.Bounds.OfAll(components, floors);
        var (fitStep, intentStep) = (Step(static earned => earned.Fit, Axis.Fit), Step(static earned => earned.Intent, Axis.Intent));
        planes = [.. Enum.GetValues<Lens>().Select(lens => Plane.Of(lens, Bounds, fitStep, intentStep))];
    }

    /// <summary>What each rule is worth, in playbook order.</summary>
    public ImmutableArray<RuleTable> Tables { get; }

    /// <summary>Bounds that no lead's points exceed.</summary>
    public Region Bounds { get; }

    /// <summary>Cells, within those allowed, that earn points in the region; null where none are known.</summary>
    /// <param name="allowed">The cells allowed.</param>
    /// <param name="ground">The cells allowed at the search's start: what differs in nothing is counted once for the whole search.</param>
    /// <param name="region">The region.</param>
    /// <param name="all">Whether all sums are looked at; else some, which is quick.</param>
    public ImmutableArray<(int Variable, int Cell)>? Find(UInt128[] allowed, Ground ground, Region region, bool all)
    {
        var plane = planes[(int)Plane.For(region)];
        if (plane.Size > LargestPlane || IsBeyond(allowed, region))
        {
            return null;
        }

        var set = SetOf(allowed, ground, plane, all);
        return plane.Find(set.Bits, region) is var place and >= 0 ? set.CellsOf(place) : null;
    }

    /// <summary>Whether no lead within the cells allowed has points in the region, given that none is known.</summary>
    public bool Excludes(UInt128[] allowed, Region region) =>
        (planes[(int)Plane.For(region)].Size <= LargestPlane && components.All(static component => component.IsExact)) || IsBeyond(allowed, region);

    /// <summary>The most that a cap's group earns, counted up to the cap; null where that is not known.</summary>
    public int? MostUnder(int cap)
    {
        var most = 0;
        foreach (var block in components.SelectMany(static component => component.Blocks).Where(block => block.Caps.Contains(cap)))
        {
            if (!block.IsListed)
            {
                return null;
            }

            most += block.Within(everything).All.Max(one => one.Groups[block.Caps.IndexOf(cap)]);
        }

        return most;
    }

    private bool IsBeyond(UInt128[] allowed, Region region)
    {
        var all = Proving.Bounds.OfAll(components, [.. components.Select(component => component.Blocks.Select((block, index) => bounds.Of(block, component.Within(allowed)[index], allowed)).ToImmutableArray())]);
        return all.FitHigh < region.FitLow || all.FitLow > region.FitHigh || all.IntentHigh < region.IntentLow || all.IntentLow > region.IntentHigh
            || all.TotalHigh < region.TotalLow || all.TotalLow > region.TotalHigh;
    }

    // Free components come first, so that their set is found once for many searches.
    private PointSet SetOf(UInt128[] allowed, Ground ground, Plane plane, bool all)
    {
        var bound = Enumerable.Range(0, components.Length).Where(index => !components[index].Variables.All(variable => allowed[variable] == ground.Allowed[variable])).ToList();
        var key = $"{plane.Lens} {all} {ground.Name}: {string.Join(',', bound)}";
        if (!sets.TryGetValue(key, out var set))
        {
            set = Enumerable.Range(0, components.Length).Except(bound).Aggregate(PointSet.None(plane), (rest, index) => With(rest, index, ground.Allowed, all));
            sets[key] = set;
        }

        return bound.Aggregate(set, (rest, index) => With(rest, index, allowed, all));
    }

    private PointSet With(PointSet rest, int index, UInt128[] allowed, bool all)
    {
        var sums = components[index].Within(allowed);
        return all
            ? rest.With(components[index], sums.Select(static one => one.All), floors[index], int.MaxValue)
            : rest.With(components[index], sums.Select(static one => one.Some), floors[index], SomeStates);
    }

    // All sums on an axis are the least plus a multiple of this.
    private int Step(Func<Earned, int> points, Axis axis)
    {
        var step = BigInteger.Zero;
        foreach (var component in components)
        {
            foreach (var (block, sums) in component.Blocks.Zip(component.Within(everything)))
            {
                var least = sums.All.Min(points);
                step = sums.All.Aggregate(step, (common, one) => one.Groups.Aggregate(BigInteger.GreatestCommonDivisor(common, points(one) - least), static (rest, group) => BigInteger.GreatestCommonDivisor(rest, group)));
            }

            step = component.Caps.Where(cap => cap.Axis == axis).Aggregate(step, static (common, cap) => BigInteger.GreatestCommonDivisor(common, cap.Most));
        }

        return components.All(static component => component.IsExact) && step > 0 ? (int)step : 1;
    }
}
