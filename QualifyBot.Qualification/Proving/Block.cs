using System.Collections.Immutable;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Proving;

/// <summary>Points that a part of a lead may earn.</summary>
/// <param name="Fit">Points of fit outside of groups, and all negative ones.</param>
/// <param name="Intent">Points of intent outside of groups, and all negative ones.</param>
/// <param name="Groups">Positive points in groups, up to their caps, in the order of the block's caps.</param>
/// <param name="Cells">Cells of the block's variables that earn them.</param>
internal sealed record Earned(int Fit, int Intent, ImmutableArray<int> Groups, ImmutableArray<int> Cells);

/// <summary>Variables that rules read together, so that their points cannot be told apart, and those rules.</summary>
internal sealed class Block
{
    /// <summary>More combinations than this are not listed.</summary>
    private const int MostCombinations = 40_000;

    private readonly Space space;
    private readonly int[][] classes;
    private readonly (RuleTable Rule, int Group)[] rules;
    private readonly Lazy<List<(int[] Classes, int[] Points)>> combinations;

    public Block(ImmutableArray<int> variables, ImmutableArray<RuleTable> rules, ImmutableArray<int> caps, Space space)
    {
        (Variables, Rules, Caps, this.space) = (variables, rules, caps, space);
        classes = [.. variables.Select(variable => Joined(variable, rules, space))];
        this.rules = [.. rules.Select(rule => (rule, rule.Rule.Points > 0 && space.Playbook.CapOf(rule.Index) is { } cap ? caps.IndexOf(cap) : -1))];
        var count = classes.Aggregate(1L, static (product, some) => Math.Min(product * (some.Max() + 1), MostCombinations + 1));
        IsListed = count <= MostCombinations;
        combinations = new(List);
    }

    public ImmutableArray<int> Variables { get; }

    public ImmutableArray<RuleTable> Rules { get; }

    /// <summary>Places of the caps that the rules are under.</summary>
    public ImmutableArray<int> Caps { get; }

    /// <summary>Whether the combinations are few enough to list them all.</summary>
    public bool IsListed { get; }

    /// <summary>All that may be earned within the cells allowed, each sum once; some of it, where not all is listed.</summary>
    public List<Earned> Within(UInt128[] allowed)
    {
        var choices = Variables.Select((variable, index) => Representatives(classes[index], allowed[variable])).ToArray();
        var sums = new Dictionary<(int, int, long), Earned>();
        if (!IsListed)
        {
            foreach (var some in new Sampling(this, [.. choices.Select(static cells => cells.Where(static cell => cell >= 0).ToArray())]).Samples(new int[space.Variables.Length]))
            {
                Add(Sum(some), sums, [.. Variables.Select(variable => some[variable])]);
            }

            return [.. sums.Values];
        }

        foreach (var (numbers, points) in combinations.Value)
        {
            if (AreAllowed(numbers, choices))
            {
                Add(points, sums, [.. numbers.Select((number, index) => choices[index][number])]);
            }
        }

        return [.. sums.Values];
    }

    /// <summary>Points where each variable has a cell: of fit, of intent, and before the cap in each group.</summary>
    public int[] Sum(int[] cells)
    {
        var points = new int[2 + Caps.Length];
        foreach (var (rule, group) in rules)
        {
            points[group >= 0 ? 2 + group : rule.Rule.Axis == Axis.Fit ? 0 : 1] += rule.WorthOf(cells);
        }

        return points;
    }

    private static bool AreAllowed(int[] numbers, int[][] choices)
    {
        for (var index = 0; index < numbers.Length; index++)
        {
            if (choices[index][numbers[index]] < 0)
            {
                return false;
            }
        }

        return true;
    }

    private List<(int[] Classes, int[] Points)> List()
    {
        var first = classes.Select(static some => Enumerable.Range(0, some.Max() + 1).Select(number => Array.IndexOf(some, number)).ToArray()).ToArray();
        var found = new List<(int[], int[])>();
        var (cells, numbers) = (new int[space.Variables.Length], new int[Variables.Length]);
        while (true)
        {
            for (var index = 0; index < numbers.Length; index++)
            {
                cells[Variables[index]] = first[index][numbers[index]];
            }

            found.Add(([.. numbers], Sum(cells)));
            var place = 0;
            while (place < numbers.Length && ++numbers[place] == first[place].Length)
            {
                numbers[place++] = 0;
            }

            if (place == numbers.Length)
            {
                return found;
            }
        }
    }

    private void Add(int[] points, Dictionary<(int, int, long), Earned> sums, ImmutableArray<int> cells)
    {
        var key = 0L;
        var groups = points.Length == 2 ? [] : points.Skip(2).Select((sum, index) => Math.Min(sum, space.Playbook.Caps[Caps[index]].Most)).ToImmutableArray();
        foreach (var group in groups)
        {
            key = unchecked((key * 1009) + group);
        }

        sums.TryAdd((points[0], points[1], key), new Earned(points[0], points[1], groups, cells));
    }

    // The first allowed cell of each class, -1 where there is none; real answers come before withheld ones.
    private static int[] Representatives(int[] classes, UInt128 allowed)
    {
        var first = Enumerable.Repeat(-1, classes.Max() + 1).ToArray();
        for (var cell = classes.Length - 1; cell >= 0; cell--)
        {
            first[classes[cell]] = ((allowed >> cell) & 1) != 0 ? cell : first[classes[cell]];
        }

        return first;
    }

    private static int[] Joined(int variable, ImmutableArray<RuleTable> rules, Space space)
    {
        var own = rules.Where(rule => rule.Variables.Contains(variable)).Select(rule => rule.ClassesOf(variable)).ToList();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. Enumerable.Range(0, space.Variables[variable].Cells.Length).Select(cell =>
        {
            var marks = string.Join(',', own.Select(one => one[cell]));
            return numbers.TryGetValue(marks, out var number) ? number : numbers[marks] = numbers.Count;
        })];
    }
}
