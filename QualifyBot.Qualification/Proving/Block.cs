using System.Collections.Immutable;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Proving;

/// <summary>Points that a part of a lead may earn.</summary>
/// <param name="Fit">Points of fit outside of groups, and all negative ones.</param>
/// <param name="Intent">Points of intent outside of groups, and all negative ones.</param>
/// <param name="Groups">Positive points in groups, before their caps, in the order of the caps that the part's rules are under.</param>
/// <param name="Cells">Cells of the block's variables that earn them.</param>
internal sealed record Earned(int Fit, int Intent, ImmutableArray<int> Groups, ImmutableArray<int> Cells);

/// <summary>Variables that rules read together, so that their points cannot be told apart, and those rules.</summary>
internal sealed class Block(ImmutableArray<int> variables, ImmutableArray<RuleTable> rules, ImmutableArray<int> caps, Space space)
{
    /// <summary>More combinations than this are not listed.</summary>
    private const int MostCombinations = 40_000;

    private readonly int[][] classes = [.. variables.Select(variable => Joined(variable, rules, space))];

    public ImmutableArray<int> Variables => variables;

    public ImmutableArray<RuleTable> Rules => rules;

    /// <summary>Places of the caps that the rules are under.</summary>
    public ImmutableArray<int> Caps => caps;

    /// <summary>All that may be earned within the cells allowed, each sum once, and whether that is all.</summary>
    public (List<Earned> Sums, bool IsAll) Within(UInt128[] allowed)
    {
        var choices = variables.Select((variable, index) => Representatives(classes[index], allowed[variable])).ToArray();
        var combinations = choices.Aggregate(1L, static (product, cells) => Math.Min(product * cells.Length, MostCombinations + 1));
        var sums = new Dictionary<(int, int, long), Earned>();
        var cells = new int[space.Variables.Length];
        if (combinations <= MostCombinations)
        {
            Enumerate(choices, 0, cells, sums);
            return ([.. sums.Values], true);
        }

        foreach (var some in new Sampling(this, choices).Samples(cells))
        {
            Add(some, sums);
        }

        return ([.. sums.Values], false);
    }

    /// <summary>Points where each variable has a cell: outside of groups by axis, and in groups.</summary>
    public (int Fit, int Intent, int[] Groups) Sum(int[] cells)
    {
        var (fit, intent, groups) = (0, 0, new int[caps.Length]);
        foreach (var rule in rules)
        {
            var worth = rule.WorthOf(cells);
            if (worth > 0 && space.Playbook.CapOf(rule.Index) is { } cap)
            {
                groups[caps.IndexOf(cap)] += worth;
            }
            else if (rule.Rule.Axis == Axis.Fit)
            {
                fit += worth;
            }
            else
            {
                intent += worth;
            }
        }

        return (fit, intent, groups);
    }

    private void Enumerate(int[][] choices, int depth, int[] cells, Dictionary<(int, int, long), Earned> sums)
    {
        if (depth == choices.Length)
        {
            Add(cells, sums);
            return;
        }

        foreach (var cell in choices[depth])
        {
            cells[variables[depth]] = cell;
            Enumerate(choices, depth + 1, cells, sums);
        }
    }

    private void Add(int[] cells, Dictionary<(int, int, long), Earned> sums)
    {
        var (fit, intent, groups) = Sum(cells);
        var key = 0L;
        for (var index = 0; index < groups.Length; index++)
        {
            groups[index] = Math.Min(groups[index], space.Playbook.Caps[caps[index]].Most);
            key = unchecked((key * 1009) + groups[index]);
        }

        if (!sums.ContainsKey((fit, intent, key)))
        {
            sums[(fit, intent, key)] = new Earned(fit, intent, [.. groups], [.. variables.Select(variable => cells[variable])]);
        }
    }

    // One allowed cell of each class; real answers come before withheld ones.
    private static int[] Representatives(int[] classes, UInt128 allowed) =>
        [.. Enumerable.Range(0, classes.Length).Where(cell => ((allowed >> cell) & 1) != 0).DistinctBy(cell => classes[cell])];

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
