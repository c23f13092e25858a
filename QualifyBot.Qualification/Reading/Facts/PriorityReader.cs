using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Facts;

/// <summary>How much the matter presses: top, high, medium or low, in words ("number one on our list") or on a scale ("8 out of 10").</summary>
internal static class PriorityReader
{
    public static void Run(Sentence s, List<Candidate> found)
    {
        var asked = s.Context.Requested.Contains(SlotType.Priority);
        if (asked && OnScale(s, found))
        {
            return;
        }

        var best = -1;
        for (var i = 0; i < s.Facts.Count; i++)
        {
            var fact = s.Facts[i];
            var strong = fact.Has(Tag.Priority);
            if (strong || (best < 0 && asked && fact.Has(Tag.WeakPriority)))
            {
                best = best < 0 || !s.Facts[best].Has(Tag.Priority) ? i : best;
            }
        }

        if (best >= 0)
        {
            var fact = s.Facts[best];
            var place = fact.Value(fact.Has(Tag.Priority) ? Tag.Priority : Tag.WeakPriority);
            FactReader.Add(s, SlotType.Priority, FactValues.Priorities[place], fact.Start, fact.End, "priority", found);
        }
    }

    // "8 out of 10", "4/5": thirds of the scale, and its top tenth.
    private static bool OnScale(Sentence s, List<Candidate> found)
    {
        for (var i = 0; i < s.Count; i++)
        {
            var (part, at) = (s.Quantity(i), s.Quantity(i).End);
            while (part.Exists && at - part.End < 2 && (s.Sign(at) == '/' || s.Facts.Has(s.TokenAt(at), Tag.OutOf)))
            {
                at++;
            }

            if (!part.Exists || at == part.End || s.Quantity(at) is not { Value: 5 or 10 } whole || part.Value < 0 || part.Value > whole.Value)
            {
                continue;
            }

            var share = part.Value / whole.Value;
            var place = share >= 0.9m ? 3 : share >= 0.7m ? 2 : share >= 0.4m ? 1 : 0;
            FactReader.Add(s, SlotType.Priority, FactValues.Priorities[place], s.TokenAt(i), s.TokenAt(whole.End), "priority.scale", found);
            return true;
        }

        return false;
    }
}
