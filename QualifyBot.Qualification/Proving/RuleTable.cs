using System.Collections.Immutable;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Qualification.Proving;

/// <summary>What a rule is worth before its group's cap, for each combination of the cells that it reads; found by the scorer's own parts.</summary>
internal sealed class RuleTable
{
    private const int MostRemembered = 20_000;

    private readonly Space space;
    private readonly int[] sizes;
    private readonly int[][] classes;
    private readonly int?[] worths;

    public RuleTable(int index, Space space, Compiler compiler)
    {
        this.space = space;
        (Index, Rule) = (index, space.Playbook.Rules[index]);
        Variables = space.Read(Rule.When);
        var leaves = compiler.Of(Rule.When).Leaves().ToList();
        classes = [.. Variables.Select(variable => ClassesOf(variable, leaves))];
        var combinations = classes.Aggregate(1L, static (product, some) => Math.Min(product * (some.Max() + 1), MostRemembered + 1));
        sizes = [.. classes.Select(static some => some.Max() + 1)];
        worths = combinations <= MostRemembered ? new int?[combinations] : [];
    }

    public int Index { get; }

    public ScoreRule Rule { get; }

    /// <summary>The variables that the rule reads.</summary>
    public ImmutableArray<int> Variables { get; }

    /// <summary>Which cells of a variable the rule cannot tell apart: those with the same number.</summary>
    public int[] ClassesOf(int variable) => classes[Variables.IndexOf(variable)];

    /// <summary>The rule's worth where each variable has a cell; 0 where the rule does not hold.</summary>
    public int WorthOf(ReadOnlySpan<int> cells)
    {
        if (worths.Length == 0)
        {
            return Evaluate(cells);
        }

        var key = 0;
        for (var index = 0; index < sizes.Length; index++)
        {
            key = (key * sizes[index]) + classes[index][cells[Variables[index]]];
        }

        return worths[key] ??= Evaluate(cells);
    }

    private int Evaluate(ReadOnlySpan<int> cells)
    {
        var known = new List<(int, int)>();
        foreach (var variable in Variables)
        {
            known.Add((variable, cells[variable]));
        }

        var facts = new Facts(space.LeadOf(known), space.Playbook, space.Today);
        return Truth.Is(Rule.When, true, facts) ? Worth.Of(Rule, Citations.Of(Rule.When, facts), facts) : 0;
    }

    private int[] ClassesOf(int index, List<Node.Leaf> leaves)
    {
        var (variable, numbers) = (space.Variables[index], new Dictionary<string, int>(StringComparer.Ordinal));
        var own = leaves.Where(leaf => leaf.Variables.Contains(index)).ToList();
        var isFaded = Rule.When is Condition.Happened && (Rule.Decay is not null || Rule.Each > 1);
        return [.. Enumerable.Range(0, variable.Cells.Length).Select(cell =>
        {
            var marks = isFaded ? $"{cell}" : string.Join(',', own.Select(leaf => leaf.MarkOf(index, cell))) + variable.Cells[cell].IsTold;
            return numbers.TryGetValue(marks, out var number) ? number : numbers[marks] = numbers.Count;
        })];
    }
}
