using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Tokens;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Acts;

/// <summary>"I'm not a student": takes back whatever was said of that, in words that name no slot.</summary>
internal static class DenialReader
{
    private const int ReachOfNot = 2;
    private const int MostWords = 4;

    public static void Run(Sentence s, List<Candidate> found, List<Correction> corrections)
    {
        if (corrections.Count > 0)
        {
            return;
        }

        for (var i = 0; i < s.Count; i++)
        {
            if (s.Has(i, Tag.Not, Tag.Deny) && IsOwn(s, i, out var first) && EndOf(s, first) is > 0 and var end)
            {
                var (start, last) = (s.StartOf(first), s.EndBefore(end));
                if (found.Exists(candidate => candidate.Type is not (SlotType.Title or SlotType.Need or SlotType.Text) && candidate.Start >= start && candidate.Start < last))
                {
                    return;
                }

                found.RemoveAll(candidate => candidate.Type == SlotType.Title && candidate.Start >= start && candidate.Start < last);
                corrections.Add(new Correction(null, s.Text[start..last], null, start, last - start));
                return;
            }
        }
    }

    // "I am" stands close before the "not", or right behind it ("no soy").
    private static bool IsOwn(Sentence s, int not, out int first)
    {
        first = not + 1;
        if (IsSelf(s, first))
        {
            first++;
            return true;
        }

        for (var i = not - 1; i >= Math.Max(0, not - ReachOfNot); i--)
        {
            if (IsSelf(s, i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSelf(Sentence s, int term) => s.Try(term, Tag.WeakIntro, out var kind) && kind == 1;

    // A few words to the end of the clause, of which the last is the thing.
    private static int EndOf(Sentence s, int start)
    {
        var end = start;
        while (end < s.Count && end - start <= MostWords && !s.EndsClause(end))
        {
            end++;
        }

        return end > start && end - start <= MostWords && s.EndsClause(end) && s.Token(end - 1).Kind == TokenKind.Word ? end : 0;
    }
}
