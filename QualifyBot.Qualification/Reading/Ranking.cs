using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Qualification.Reading;

/// <summary>Puts what was asked for first; the rest stays in the order it was read.</summary>
internal static class Ranking
{
    public static ImmutableArray<Candidate> Order(List<Candidate> found, ImmutableArray<SlotType> requested)
    {
        if (found.Count == 0)
        {
            return [];
        }

        var ordered = ImmutableArray.CreateBuilder<Candidate>(found.Count);
        for (var i = 0; i < requested.Length; i++)
        {
            if (requested.IndexOf(requested[i]) == i)
            {
                AddOfType(requested[i], found, ordered);
            }
        }

        AddUnrequested(requested, found, ordered);
        return ordered.MoveToImmutable();
    }

    private static void AddOfType(SlotType type, List<Candidate> found, ImmutableArray<Candidate>.Builder ordered)
    {
        foreach (var candidate in found)
        {
            if (candidate.Type == type)
            {
                ordered.Add(candidate);
            }
        }
    }

    private static void AddUnrequested(ImmutableArray<SlotType> requested, List<Candidate> found, ImmutableArray<Candidate>.Builder ordered)
    {
        foreach (var candidate in found)
        {
            if (!requested.Contains(candidate.Type))
            {
                ordered.Add(candidate);
            }
        }
    }
}
