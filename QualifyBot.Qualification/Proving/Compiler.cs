using System.Collections.Immutable;
using System.Diagnostics;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Qualification.Proving;

/// <summary>Makes conditions ready for the search, each once.</summary>
internal sealed class Compiler(Space space)
{
    private readonly Dictionary<Condition, Node> made = new(ReferenceEqualityComparer.Instance);

    /// <summary>The condition made ready; the same one twice gives the same node.</summary>
    public Node Of(Condition condition)
    {
        if (!made.TryGetValue(condition, out var node))
        {
            made[condition] = node = Make(condition);
        }

        return node;
    }

    private Node Make(Condition condition) => condition switch
    {
        Condition.OnSlot leaf => MakeOnSlot(leaf),
        Condition.Happened happened => MakeCounted(happened),
        Condition.All(var parts) => new Node.Compound(condition, [.. parts.Select(Of)]),
        Condition.Any(var parts) => new Node.Compound(condition, [.. parts.Select(Of)]),
        Condition.Not(var part) => new Node.Compound(condition, [Of(part)]),
        Condition.PointsAtLeast(var axis, var points) => new Node.OnPoints(region => (axis switch
        {
            Axis.Fit => region.FitLow,
            Axis.Intent => region.IntentLow,
            _ => region.TotalLow,
        }) >= points),
        Condition.GradeIs(var grades) => new Node.OnPoints(region => grades.Contains(space.Playbook.Grid.Of(region.FitLow, region.IntentLow))),
        Condition.StageIs(var stages) => MakeOnStage(stages),
        _ => throw new UnreachableException(),
    };

    private Node.OnStage MakeOnStage(ImmutableArray<Stage> stages)
    {
        var thresholds = space.Playbook.Stages;
        return new Node.OnStage(
            region => stages.Contains(thresholds.Of(region.TotalLow)),
            stages.Contains(Stage.Pql),
            region => thresholds.Of(region.TotalLow) < Stage.Pql,
            space.Playbook.ProductQualified is { } product ? Of(product) : null);
    }

    private Node.OnSlot MakeOnSlot(Condition.OnSlot leaf)
    {
        var index = space.OfSlot(leaf.Slot);
        var variable = space.Variables[index];
        var truths = variable.Cells.Select(cell => AnswerTruth.Of(leaf, FactsOf(variable.Id, cell.Value))).ToArray();
        return new Node.OnSlot(index, Where(truths, true), Where(truths, false));
    }

    private Facts FactsOf(string slot, AnswerValue? value) =>
        new(value is null ? Lead.Empty : Lead.Empty.With(Space.AnswerFor(slot, value)), space.Playbook, space.Today);

    private static UInt128 Where(bool?[] truths, bool wanted)
    {
        var cells = UInt128.Zero;
        for (var index = 0; index < truths.Length; index++)
        {
            cells |= truths[index] == wanted ? UInt128.One << index : 0;
        }

        return cells;
    }

    private Node.Counted MakeCounted(Condition.Happened happened)
    {
        ImmutableArray<int> variables = [.. happened.Kinds.Distinct(StringComparer.Ordinal).Select(space.OfKind)];
        var counts = variables.Select(variable => space.Variables[variable].Cells
            .Select(cell => cell.Ages.Count(age => happened.WithinDays is not { } days || age < days)).ToImmutableArray());
        return new Node.Counted(variables, [.. counts], happened.Times);
    }
}
