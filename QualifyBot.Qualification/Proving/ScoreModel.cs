using System.Collections.Immutable;

namespace QualifyBot.Qualification.Proving;

/// <summary>The cells that a search starts from.</summary>
/// <param name="Name">Names them among other starts.</param>
/// <param name="Allowed">The cells allowed for each variable.</param>
internal sealed record Ground(string Name, UInt128[] Allowed);

/// <summary>Which points leads may have: exactly where rules read few variables together, else by examples and bounds.</summary>
internal sealed class ScoreModel
{
    private const long LargestPlane = 1 << 24;

    private readonly ImmutableArray<Component> components;
    private readonly ImmutableArray<Region> floors;
    private readonly Plane? plane;
    private readonly UInt128[] everything;
    private readonly Dictionary<string, PointSet> sets = new(StringComparer.Ordinal);

    public ScoreModel(Space space, Compiler compiler)
    {
        Tables = [.. space.Playbook.Rules.Select((_, index) => new RuleTable(index, space, compiler))];
        components = Components.Of(Tables, space, compiler);
        everything = space.Everything();
        var sums = components.Select(component => component.Within(everything)).ToImmutableArray();
        IsExact = sums.All(static one => one.IsAll);
        floors = [.. sums.Select(static one => one.Bounds)];
        Bounds = Join(floors);
        var (fitStep, intentStep) = IsExact ? (Step(sums, static points => points.Fit), Step(sums, static points => points.Intent)) : (1, 1);
        plane = new Plane(Bounds.FitLow, Bounds.IntentLow, fitStep, intentStep, ((Bounds.FitHigh - Bounds.FitLow) / fitStep) + 1, ((Bounds.IntentHigh - Bounds.IntentLow) / intentStep) + 1);
        plane = plane.Size <= LargestPlane ? plane : null;
    }

    /// <summary>What each rule is worth, in playbook order.</summary>
    public ImmutableArray<RuleTable> Tables { get; }

    /// <summary>Whether every sum of points is known.</summary>
    public bool IsExact { get; }

    /// <summary>Bounds that no lead's points exceed.</summary>
    public Region Bounds { get; }

    /// <summary>Cells, within those allowed, that earn points in the region; null where none are known.</summary>
    /// <param name="allowed">The cells allowed.</param>
    /// <param name="ground">The cells allowed at the search's start: what differs in nothing is counted once for the whole search.</param>
    /// <param name="region">The region.</param>
    public ImmutableArray<(int Variable, int Cell)>? Find(UInt128[] allowed, Ground ground, Region region)
    {
        if (plane is null)
        {
            return null;
        }

        var set = SetOf(allowed, ground);
        var place = plane.Find(set.Bits, region);
        return place < 0 ? null : [.. set.CellsOf(place)];
    }

    /// <summary>Whether no lead within the cells allowed has points in the region, given that none is known.</summary>
    public bool Excludes(UInt128[] allowed, Region region)
    {
        var sums = components.Select(component => component.Within(allowed)).ToList();
        if (plane is not null && sums.TrueForAll(static one => one.IsAll))
        {
            return true;
        }

        var bounds = Join(sums.Select(static one => one.Bounds));
        return bounds.FitHigh < region.FitLow || bounds.FitLow > region.FitHigh || bounds.IntentHigh < region.IntentLow || bounds.IntentLow > region.IntentHigh
            || bounds.TotalHigh < region.TotalLow || bounds.TotalLow > region.TotalHigh;
    }

    /// <summary>The most that a cap's group earns, counted up to the cap; null where that is not known.</summary>
    public int? MostUnder(int cap)
    {
        var most = 0;
        foreach (var block in components.SelectMany(static component => component.Blocks).Where(block => block.Caps.Contains(cap)))
        {
            var (earned, areAll) = block.Within(everything);
            if (!areAll)
            {
                return null;
            }

            most += earned.Max(one => one.Groups[block.Caps.IndexOf(cap)]);
        }

        return most;
    }

    private static Region Join(IEnumerable<Region> parts)
    {
        var (fitLow, fitHigh, intentLow, intentHigh) = (0, 0, 0, 0);
        foreach (var part in parts)
        {
            (fitLow, fitHigh) = (fitLow + part.FitLow, fitHigh + part.FitHigh);
            (intentLow, intentHigh) = (intentLow + part.IntentLow, intentHigh + part.IntentHigh);
        }

        return new Region(fitLow, fitHigh, intentLow, intentHigh, fitLow + intentLow, fitHigh + intentHigh);
    }

    // Free components come first, so that their set is found once for many searches.
    private PointSet SetOf(UInt128[] allowed, Ground ground)
    {
        var bound = Enumerable.Range(0, components.Length).Where(index => !components[index].Variables.All(variable => allowed[variable] == ground.Allowed[variable])).ToList();
        var key = $"{ground.Name}:{string.Join(',', bound)}";
        if (!sets.TryGetValue(key, out var set))
        {
            set = Enumerable.Range(0, components.Length).Except(bound).Aggregate(PointSet.None(plane!), (rest, index) => rest.With(components[index].Within(ground.Allowed), floors[index]));
            sets[key] = set;
        }

        return bound.Aggregate(set, (rest, index) => rest.With(components[index].Within(allowed), floors[index]));
    }

    private static int Step(ImmutableArray<Sums> sums, Func<Points, int> axis)
    {
        var step = 0;
        foreach (var one in sums)
        {
            var least = one.All.Min(axis);
            step = one.All.Aggregate(step, (common, points) => (int)System.Numerics.BigInteger.GreatestCommonDivisor(common, axis(points) - least));
        }

        return Math.Max(1, step);
    }
}
