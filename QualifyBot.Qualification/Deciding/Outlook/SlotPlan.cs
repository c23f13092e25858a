using System.Collections.Immutable;
using System.Diagnostics;
using QualifyBot.Qualification.Domains;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Deciding.Outlook;

/// <summary>Points of a rule that reads one slot alone.</summary>
/// <param name="Atom">Index of the slot's atom that earns or costs them.</param>
/// <param name="Points">The points before evidence is weighed.</param>
/// <param name="Account">Where they are added up.</param>
internal readonly record struct SlotPoints(int Atom, int Points, int Account);

/// <summary>A slot prepared for looking ahead: the rows of all that it may hold.</summary>
internal sealed class SlotPlan
{
    private const int Percent = 100;

    private readonly ImmutableArray<Condition> atoms;
    private readonly ImmutableArray<SlotPoints> points;
    private readonly int accounts;

    public SlotPlan(Domain domain, ImmutableArray<Condition> atoms, ImmutableArray<SlotPoints> points, int accounts, int weight)
    {
        (Domain, this.atoms, this.points, this.accounts, SelfReported) = (domain, atoms, points, accounts, weight);
        Unanswered = RowOf(domain.Unanswered, Percent);
        Values = domain.IsExhaustive ? [.. domain.Values.Select(value => RowOf(value.Truths, weight))] : [Anything(weight)];
        Open = Values.Aggregate(Values[0], static (one, other) => one.Or(other));
        MayBeOpen = Open.Or(Unanswered);
        MayBeValues = [.. Values.Select(value => value.Or(Unanswered))];
    }

    /// <summary>The answers that stand for all.</summary>
    public Domain Domain { get; }

    /// <summary>What positive points are worth that rest on the visitor's words alone, in percent.</summary>
    public int SelfReported { get; }

    /// <summary>One row for each answer of the domain; a single one that may be anything where the domain is not exhaustive.</summary>
    public ImmutableArray<Row> Values { get; }

    /// <summary>No answer.</summary>
    public Row Unanswered { get; }

    /// <summary>Some answer.</summary>
    public Row Open { get; }

    /// <summary>Some answer, or none.</summary>
    public Row MayBeOpen { get; }

    /// <summary>For each answer: this, or none.</summary>
    public ImmutableArray<Row> MayBeValues { get; }

    /// <summary>The row of a value of which the leaves of the domain say this.</summary>
    /// <param name="truths">What the leaves say.</param>
    /// <param name="weight">What positive points are worth, in percent.</param>
    public Row RowOf(ImmutableArray<bool?> truths, int weight)
    {
        var row = new Row(new Chance[atoms.Length], new int[accounts], new int[accounts]);
        for (var index = 0; index < atoms.Length; index++)
        {
            row.Atoms[index] = ChanceOf(atoms[index], truths);
        }

        foreach (var (atom, worth, account) in points)
        {
            row.High[account] += row.Atoms[atom] == Chance.True ? Weighed(worth, weight) : 0;
        }

        row.High.CopyTo(row.Low, 0);
        return row;
    }

    private static int Weighed(int points, int weight) => points < 0 ? points : points * weight / Percent;

    private Row Anything(int weight)
    {
        var row = new Row(new Chance[atoms.Length], new int[accounts], new int[accounts]);
        Array.Fill(row.Atoms, Chance.Any);
        foreach (var (_, worth, account) in points)
        {
            row.Low[account] += Math.Min(worth, 0);
            row.High[account] += Math.Max(Weighed(worth, weight), 0);
        }

        return row;
    }

    private Chance ChanceOf(Condition condition, ImmutableArray<bool?> truths) => condition switch
    {
        Condition.OnSlot leaf => Chances.Of(truths[Domain.Leaves.IndexOf(leaf)]),
        Condition.Not(var part) => Chances.Not(ChanceOf(part, truths)),
        Condition.All(var parts) => parts.Aggregate(Chance.True, (all, part) => Chances.And(all, ChanceOf(part, truths))),
        Condition.Any(var parts) => parts.Aggregate(Chance.False, (any, part) => Chances.Or(any, ChanceOf(part, truths))),
        _ => throw new UnreachableException(),
    };
}
