using System.Collections.Immutable;

namespace QualifyBot.Qualification.Proving;

/// <summary>One search; see <see cref="Solver"/>.</summary>
/// <param name="space">What may be known.</param>
/// <param name="ground">Where the search starts.</param>
/// <param name="goals">What must surely be true, or must not be.</param>
/// <param name="accepts">The last word on a lead found.</param>
internal sealed class Search(Space space, Ground ground, ImmutableArray<(Node Node, bool Holds)> goals, Func<int[], bool> accepts)
{
    private const int MostSteps = 20_000;
    private const int MostQuickSteps = 400;
    private const int MostRefused = 500;

    private readonly ImmutableArray<(Node Node, bool Holds)> goals = [.. goals.OrderBy(static goal => goal.Holds ? 0 : 1)];
    private readonly UInt128[] allowed = [.. ground.Allowed];
    private readonly Dictionary<int, ImmutableArray<UInt128>> classes = ClassesOf(space, [.. goals.SelectMany(static goal => goal.Node.Leaves()).Distinct()]);
    private int steps;
    private int refused;
    private bool isProved = true;

    /// <summary>The points; null where no goal reads them.</summary>
    public ScoreModel? Score { get; init; }

    /// <summary>Whether all sums of points are looked at, so that finding nothing proves something.</summary>
    public bool IsThorough { get; init; }

    /// <summary>Searches leads whose points lie in one of these regions.</summary>
    public Solution Run(ImmutableArray<Region> regions)
    {
        var cells = Step(regions);
        var isWhole = classes.Keys.All(variable => space.Variables[variable].IsExact);
        return cells is not null ? new Solution(cells, IsProved: true) : isProved && isWhole ? Solution.None : Solution.Unknown;
    }

    private int[]? Step(ImmutableArray<Region> regions)
    {
        if (++steps > (Score is null || IsThorough ? MostSteps : MostQuickSteps))
        {
            isProved = false;
            return null;
        }

        var (live, open) = (ImmutableArray.CreateBuilder<Region>(), (Node?)null);
        foreach (var region in regions)
        {
            var (isPossible, first) = Look(region);
            if (isPossible && first is null && Meet(region) is { } cells)
            {
                return cells;
            }

            if (isPossible && first is not null)
            {
                open ??= first;
                live.Add(region);
            }
        }

        return open is null ? null : Split(open, live.DrainToImmutable());
    }

    // The first goal that is not settled, where the others allow the region.
    private (bool IsPossible, Node? Open) Look(Region region)
    {
        Node? open = null;
        foreach (var (node, holds) in goals)
        {
            var truth = node.Of(allowed, region);
            if (holds ? (truth & Known.True) == Known.Nothing : truth == Known.True)
            {
                return (false, null);
            }

            open ??= holds == (truth == Known.True) && (holds || (truth & Known.True) == Known.Nothing) ? null : node;
        }

        return (true, open);
    }

    private int[]? Split(Node open, ImmutableArray<Region> regions)
    {
        var variable = open.Leaves().SelectMany(static leaf => leaf.Variables).First(IsOpen);
        var before = allowed[variable];
        foreach (var part in classes[variable].Where(part => (part & before) != 0))
        {
            allowed[variable] = part & before;
            if (Step(regions) is { } cells)
            {
                return cells;
            }
        }

        allowed[variable] = before;
        return null;
    }

    private bool IsOpen(int variable) => classes[variable].Count(part => (part & allowed[variable]) != 0) > 1;

    // Within the region every goal is met by every lead that has points there.
    private int[]? Meet(Region region)
    {
        var earning = Score?.Find(allowed, ground, region, IsThorough);
        if (Score is not null && earning is null)
        {
            isProved &= IsThorough && Score.Excludes(allowed, region);
            return null;
        }

        var cells = allowed.Select(static some => (int)UInt128.TrailingZeroCount(some)).ToArray();
        foreach (var (variable, cell) in earning ?? [])
        {
            cells[variable] = cell;
        }

        var isAccepted = accepts(cells);
        isProved &= isAccepted;
        steps += !isAccepted && ++refused >= MostRefused ? MostSteps : 0;
        return isAccepted ? cells : null;
    }

    // Cells of a variable that no goal tells apart.
    private static Dictionary<int, ImmutableArray<UInt128>> ClassesOf(Space space, ImmutableArray<Node.Leaf> leaves)
    {
        var found = new Dictionary<int, ImmutableArray<UInt128>>();
        foreach (var variable in leaves.SelectMany(static leaf => leaf.Variables).Distinct())
        {
            var own = leaves.Where(leaf => leaf.Variables.Contains(variable)).ToList();
            var parts = new Dictionary<string, UInt128>(StringComparer.Ordinal);
            for (var cell = 0; cell < space.Variables[variable].Cells.Length; cell++)
            {
                var marks = string.Join(',', own.Select(leaf => leaf.MarkOf(variable, cell)));
                parts[marks] = parts.GetValueOrDefault(marks) | (UInt128.One << cell);
            }

            found[variable] = [.. parts.Values];
        }

        return found;
    }
}
