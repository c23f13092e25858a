using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Scoring;

/// <summary>Finds the answers and signals that make a condition hold: without all of them it would not.</summary>
internal static class Citations
{
    /// <summary>The citations, each slot and each signal once, in the order of the condition.</summary>
    public static ImmutableArray<Citation> Of(Condition condition, in Facts facts)
    {
        if (condition is Condition.OnSlot leaf)
        {
            return OfSlot(leaf.Slot, facts) is { } citation ? [citation] : [];
        }

        var found = ImmutableArray.CreateBuilder<Citation>();
        Collect(condition, true, facts, found);
        return found.DrainToImmutable();
    }

    /// <summary>The answer, the signal or both that give a slot its value; null where it has none.</summary>
    public static Citation? OfSlot(string slot, in Facts facts) => facts.StandingOf(slot) switch
    {
        null => null,
        Standing.SelfReported => new Citation.Words(slot, facts.Lead.Find(slot)!.Evidence, Standing.SelfReported, null),
        Standing.Enriched => new Citation.Told(slot, facts.Lead.Told(slot)!),
        { } standing => new Citation.Words(slot, facts.Lead.Find(slot)!.Evidence, standing, facts.Lead.Told(slot)),
    };

    private static void Collect(Condition condition, bool wanted, in Facts facts, ImmutableArray<Citation>.Builder found)
    {
        switch (condition)
        {
            case Condition.OnSlot leaf:
                Add(OfSlot(leaf.Slot, facts), found);
                break;
            case Condition.Happened happened when wanted:
                CollectSignals(happened, facts, found);
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

    private static void CollectSignals(Condition.Happened happened, in Facts facts, ImmutableArray<Citation>.Builder found)
    {
        foreach (var signal in facts.Lead.Signals)
        {
            if (SignalTruth.Counts(signal, happened, facts.Today))
            {
                Add(new Citation.Happened(signal), found);
            }
        }
    }

    private static void Add(Citation? citation, ImmutableArray<Citation>.Builder found)
    {
        if (citation is not null && !found.Any(known => Same(known, citation)))
        {
            found.Add(citation);
        }
    }

    private static bool Same(Citation one, Citation other) => (one, other) switch
    {
        (Citation.Words a, Citation.Words b) => string.Equals(a.Slot, b.Slot, StringComparison.Ordinal),
        (Citation.Told a, Citation.Told b) => string.Equals(a.Slot, b.Slot, StringComparison.Ordinal),
        (Citation.Happened a, Citation.Happened b) => ReferenceEquals(a.Signal, b.Signal),
        _ => false,
    };
}
