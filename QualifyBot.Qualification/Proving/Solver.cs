using System.Collections.Immutable;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Proving;

/// <summary>Something that a lead is sought for.</summary>
/// <param name="Node">A condition made ready.</param>
/// <param name="Holds">Whether it must surely be true, or must not be.</param>
/// <param name="When">The condition as it is written; null where it reads no points.</param>
internal sealed record Goal(Node Node, bool Holds, Condition? When);

/// <summary>What a search came to.</summary>
/// <param name="Cells">A cell for each variable of a lead that meets all goals; null where none was found.</param>
/// <param name="IsProved">Whether the answer is certain.</param>
internal sealed record Solution(int[]? Cells, bool IsProved)
{
    public static readonly Solution None = new(null, IsProved: true);

    public static readonly Solution Unknown = new(null, IsProved: false);

    /// <summary>Whether there is surely no such lead.</summary>
    public bool IsImpossible => Cells is null && IsProved;
}

/// <summary>Searches leads that meet goals, or proves that there is none: splits what may be known of one variable after another, only as far as the goals can tell.</summary>
internal sealed class Solver(Space space, ScoreModel score)
{
    private readonly Dictionary<(string, Region, bool), bool> met = [];

    /// <summary>A lead within the ground that meets all goals.</summary>
    public Solution Solve(Ground ground, params IEnumerable<Goal> goals) => Solve(ground, _ => true, goals);

    /// <summary>A lead within the ground that meets all goals and is accepted; each found is offered, as long as the steps last.</summary>
    public Solution Solve(Ground ground, Func<int[], bool> accepts, params IEnumerable<Goal> goals)
    {
        ImmutableArray<Goal> wanted = [.. goals];
        ImmutableArray<Condition> parts = [.. wanted.Where(static goal => goal.When is not null).SelectMany(static goal => Parts.Within(goal.When!))];
        ImmutableArray<(Node, bool)> nodes = [.. wanted.Select(static goal => (goal.Node, goal.Holds))];
        if (!parts.Any(Parts.IsOnScore))
        {
            return new Search(space, ground, nodes, accepts).Run([Region.Whole]);
        }

        var regions = Region.Of(space.Playbook, parts);
        var quick = new Search(space, ground, nodes, accepts) { Score = score }.Run([.. regions.Where(region => IsMet(ground, region, all: false))]);
        return quick.Cells is not null ? quick
            : new Search(space, ground, nodes, accepts) { Score = score, IsThorough = true }.Run([.. regions.Where(region => IsMet(ground, region, all: true))]);
    }

    // Whether anything at the search's start may have points there.
    private bool IsMet(Ground ground, Region region, bool all)
    {
        if (!met.TryGetValue((ground.Name, region, all), out var isMet))
        {
            isMet = (all && IsMet(ground, region, all: false)) || score.Find(ground.Allowed, ground, region, all) is not null || (all && !score.Excludes(ground.Allowed, region));
            met[(ground.Name, region, all)] = isMet;
        }

        return isMet;
    }
}
