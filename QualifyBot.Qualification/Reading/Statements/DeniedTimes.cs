using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Dates;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Statements;

/// <summary>Times that are named but not meant as the start: denied ones, and what begins at another time.</summary>
internal static class DeniedTimes
{
    private const int ReachOfVerb = 3;
    private const int MostLeads = 3;

    /// <summary>"Not this year", "not in the next six months": the stretch that begins here does not suit.</summary>
    public static bool IsDenied(Sentence s, int start)
    {
        var i = start - 1;
        while (i > start - MostLeads && (s.Has(i, Tag.In, Tag.Within) || s.Has(i, Tag.On, Tag.For) || s.Has(i, Tag.The)))
        {
            i--;
        }

        return s.Has(i, Tag.Not, Tag.Except);
    }

    /// <summary>"Our new fiscal year begins in February": February is the date.</summary>
    public static bool IsSubject(Sentence s, TimeNode node, List<FoundTime> times, int index) =>
        node.Grain is Grain.Year or Grain.Quarter && s.Has(node.End, Tag.StartWord) && index + 1 < times.Count && times[index + 1].Start - node.End is > 0 and <= ReachOfVerb;

    /// <summary>"Not this year and not in the first half of next year": the last that is denied says from when.</summary>
    public static (int Start, TimeNode Node) Last(Sentence s, int start, TimeNode node, List<FoundTime> times, int index)
    {
        if (!IsDenied(s, start))
        {
            return (start, node);
        }

        for (var i = index + 1; i < times.Count && IsDenied(s, times[i].Start); i++)
        {
            if (TimeframeReader.IsStretch(s, times[i].Node) && times[i].Node is { OpenFrom: false, OpenTo: false } && times[i].Node.To > node.To)
            {
                (start, node) = (times[i].Start, times[i].Node);
            }
        }

        return (start, node);
    }
}
