using System.Collections.Immutable;
using System.Diagnostics;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Deciding.Outlook;

/// <summary>
/// Prepares conditions. Parts on one slot become one atom, whose truth is known exactly for each answer: only what ties several slots together
/// has to be taken apart.
/// </summary>
internal sealed class Terms(ImmutableArray<Slot> slots)
{
    private readonly Dictionary<Condition, int>[] atoms = [.. slots.Select(static _ => new Dictionary<Condition, int>())];
    private readonly List<Condition.Happened> signals = [];

    /// <summary>The conditions on signals met so far.</summary>
    public IReadOnlyList<Condition.Happened> Signals => signals;

    /// <summary>The atoms of a slot met so far, by index.</summary>
    public ImmutableArray<Condition> AtomsOf(int slot) => [.. atoms[slot].OrderBy(static atom => atom.Value).Select(static atom => atom.Key)];

    public Term Of(Condition condition) => SlotOf(condition) is { } slot ? Atom(slot, condition) : condition switch
    {
        Condition.Happened happened => Signal(happened),
        Condition.All(var parts) => new Term.All(Merged(parts, static same => new Condition.All(same))),
        Condition.Any(var parts) => new Term.Any(Merged(parts, static same => new Condition.Any(same))),
        Condition.Not(var part) => new Term.Not(Of(part)),
        Condition.PointsAtLeast(var axis, var points) => new Term.PointsAtLeast(axis, points),
        Condition.StageIs(var stages) => new Term.StageIs(stages),
        Condition.GradeIs(var grades) => new Term.GradeIs(grades),
        _ => throw new UnreachableException(),
    };

    /// <summary>Whether an answer that is still to come can make a condition that holds fail: it rests on there being none.</summary>
    public static bool RestsOnAbsence(Condition condition, bool wanted = true) => condition switch
    {
        Condition.Answered(_, var expected) => expected != wanted,
        Condition.Not(var part) => RestsOnAbsence(part, !wanted),
        Condition.All(var parts) => parts.Any(part => RestsOnAbsence(part, wanted)),
        Condition.Any(var parts) => parts.Any(part => RestsOnAbsence(part, wanted)),
        _ => false,
    };

    /// <summary>The index of the only slot that a condition reads, or null where it reads more, or others than slots.</summary>
    private int? SlotOf(Condition condition) => condition switch
    {
        Condition.OnSlot(var slot) => IndexOf(slot),
        Condition.Not(var part) => SlotOf(part),
        Condition.All(var parts) => SlotOf(parts),
        Condition.Any(var parts) => SlotOf(parts),
        _ => null,
    };

    private int? SlotOf(ImmutableArray<Condition> parts)
    {
        var first = SlotOf(parts[0]);
        return parts.All(part => SlotOf(part) == first) ? first : null;
    }

    private int IndexOf(string id)
    {
        var index = 0;
        while (!string.Equals(slots[index].Id, id, StringComparison.Ordinal))
        {
            index++;
        }

        return index;
    }

    private ImmutableArray<Term> Merged(ImmutableArray<Condition> parts, Func<ImmutableArray<Condition>, Condition> merge) =>
    [
        .. from part in parts.Select((part, index) => (Part: part, Group: SlotOf(part) ?? -1 - index))
           group part.Part by part.Group into same
           select same.Count() == 1 ? Of(same.First()) : Atom(same.Key, merge([.. same])),
    ];

    private Term.Atom Atom(int slot, Condition condition)
    {
        if (!atoms[slot].TryGetValue(condition, out var index))
        {
            index = atoms[slot].Count;
            atoms[slot].Add(condition, index);
        }

        return new Term.Atom(slot, index);
    }

    private Term.Signals Signal(Condition.Happened happened)
    {
        signals.Add(happened);
        return new Term.Signals(signals.Count - 1);
    }
}
