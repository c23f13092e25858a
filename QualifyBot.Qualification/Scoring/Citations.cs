using System.Collections.Immutable;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Scoring;

/// <summary>Finds the answers that make a condition hold: without all of them it would not.</summary>
internal static class Citations
{
    /// <summary>The citations, one a slot, in the order of the condition.</summary>
    public static ImmutableArray<Citation> Of(Condition condition, in Facts facts)
    {
        if (condition is Condition.OnSlot leaf)
        {
            return facts.Lead.Find(leaf.Slot) is { } answer ? [new Citation(leaf.Slot, answer.Evidence)] : [];
        }

        var found = ImmutableArray.CreateBuilder<Citation>();
        Collect(condition, true, facts, found);
        return found.DrainToImmutable();
    }

    private static void Collect(Condition condition, bool wanted, in Facts facts, ImmutableArray<Citation>.Builder found)
    {
        switch (condition)
        {
            case Condition.OnSlot(var slot) when facts.Lead.Find(slot) is { } answer && !found.Any(citation => string.Equals(citation.Slot, slot, StringComparison.Ordinal)):
                found.Add(new Citation(slot, answer.Evidence));
                break;
            case Condition.Not(var part):
                Collect(part, !wanted, facts, found);
                break;
            case Condition.All(var parts):
                CollectHolding(parts, wanted, facts, found);
                break;
            case Condition.Any(var parts):
                CollectHolding(parts, wanted, facts, found);
                break;
        }
    }

    private static void CollectHolding(ImmutableArray<Condition> parts, bool wanted, in Facts facts, ImmutableArray<Citation>.Builder found)
    {
        foreach (var part in parts)
        {
            if (Truth.Is(part, wanted, facts))
            {
                Collect(part, wanted, facts, found);
            }
        }
    }
}
