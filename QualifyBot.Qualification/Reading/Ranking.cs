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
            var type = requested[i];
            if (requested.IndexOf(type) < i)
            {
                continue;
            }

            foreach (var candidate in found)
            {
                if (candidate.Type == type)
                {
                    ordered.Add(candidate);
                }
            }
        }

        foreach (var candidate in found)
        {
            if (!requested.Contains(candidate.Type))
            {
                ordered.Add(candidate);
            }
        }

        return ordered.MoveToImmutable();
    }
}
