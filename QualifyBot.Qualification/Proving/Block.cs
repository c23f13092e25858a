using System.Collections.Immutable;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Proving;

/// <summary>Variables that rules read together, so that their points cannot be told apart, and those rules.</summary>
internal sealed class Block
{
    /// <summary>More combinations than this are not listed.</summary>
    private const int MostCombinations = 40_000;

    private readonly Space space;
    private readonly int[][] classes;
    private readonly (RuleTable Rule, int Group)[] rules;
    private readonly Dictionary<string, Sums> known = new(StringComparer.Ordinal);
    private readonly Lazy<List<(int[] Classes, Sum Sum)>> combinations;

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
    public Sums Within(UInt128[] allowed)
    {
        var key = string.Join('.', Variables.Select(variable => allowed[variable]));
        if (!known.TryGetValue(key, out var sums))
        {
            known[key] = sums = new Sums(Find(allowed));
        }

        return sums;
    }

    private List<Earned> Find(UInt128[] allowed)
    {
        var choices = Variables.Select((variable, index) => Representatives(classes[index], allowed[variable])).ToArray();
        var sums = new Dictionary<(int, int, long), Earned>();
        if (!IsListed)
        {
            var allowedCells = choices.Select(static cells => cells.Where(static cell => cell >= 0).ToArray()).ToArray();
            new Sampling(this, allowedCells).Tell(new int[space.Variables.Length], cells =>
            {
                var sum = Capped(SumOf(cells));
                sums.TryAdd(sum.Key, new Earned(sum.Fit, sum.Intent, sum.Groups, [.. Variables.Select(variable => cells[variable])]));
            });
            return [.. sums.Values];
        }

        foreach (var (numbers, sum) in combinations.Value)
        {
            if (AreAllowed(numbers, choices) && !sums.ContainsKey(sum.Key))
            {
                sums.Add(sum.Key, new Earned(sum.Fit, sum.Intent, sum.Groups, [.. numbers.Select((number, index) => choices[index][number])]));
            }
        }

        return [.. sums.Values];
    }

    /// <summary>Points where each variable has a cell: of fit, of intent, and before the cap in each group.</summary>
    public int[] SumOf(int[] cells)
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

    private List<(int[] Classes, Sum Sum)> List()
    {
        var first = classes.Select(static some => Enumerable.Range(0, some.Max() + 1).Select(number => Array.IndexOf(some, number)).ToArray()).ToArray();
        var found = new List<(int[], Sum)>();
        var (cells, numbers) = (new int[space.Variables.Length], new int[Variables.Length]);
        while (true)
        {
            for (var index = 0; index < numbers.Length; index++)
            {
                cells[Variables[index]] = first[index][numbers[index]];
            }

            found.Add(([.. numbers], Capped(SumOf(cells))));
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

    private Sum Capped(int[] points)
    {
        var key = 0L;
        var groups = points.Length == 2 ? [] : points.Skip(2).Select((sum, index) => Math.Min(sum, space.Playbook.Caps[Caps[index]].Most)).ToImmutableArray();
        foreach (var group in groups)
        {
            key = unchecked((key * 1009) + group);
        }

        return new Sum(points[0], points[1], groups, (points[0], points[1], key));
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

    // Sums with one key are one.
    private sealed record Sum(int Fit, int Intent, ImmutableArray<int> Groups, (int, int, long) Key);
}
