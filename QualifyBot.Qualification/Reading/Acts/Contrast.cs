using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Acts;

/// <summary>The old value behind a new one: "June, not May", "Jane not Jan", "80 people, not 60".</summary>
internal static class Contrast
{
    private const int LongestOld = 2;

    /// <summary>The tokens of what is denied right behind a candidate, up to the end of the clause; First is -1 where nothing is.</summary>
    public static (int First, int End) Behind(Sentence s, Candidate candidate)
    {
        var at = 0;
        while (at < s.Tokens.Count && s.Tokens[at].Start < candidate.Start + candidate.Length)
        {
            at++;
        }

        at += at < s.Tokens.Count && s.Text[s.Tokens[at].Start] == ',' ? 1 : 0;
        if (at + 1 >= s.Tokens.Count || !s.Has(s.TermAt(at), Tag.Not))
        {
            return (-1, -1);
        }

        var (first, end) = (at + 1, at + 1);
        while (end - first <= LongestOld && !Clauses.EndAt(s.Tokens, end))
        {
            end++;
        }

        return end > first && end - first <= LongestOld && IsOfKind(s, first, candidate.Type) ? (first, end) : (-1, -1);
    }

    private static bool IsOfKind(Sentence s, int token, SlotType type)
    {
        var term = s.TermAt(token);
        return type switch
        {
            SlotType.Person or SlotType.Company => s.Tokens[token].Capital,
            SlotType.Headcount => s.Quantity(term).Exists,
            SlotType.Timeframe or SlotType.Time => s.Has(term, Tag.Month, Tag.Weekday),
            _ => false,
        };
    }
}
