using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Statements;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Acts;

/// <summary>Values taken back in the same breath: "20k, no, 25k", "in June, sorry, in July". The later one is what is meant.</summary>
internal static class Afterthought
{
    private const int MostWordsBetween = 7;

    // What is taken back stands among the first answers; the bound keeps the work linear.
    private const int MostAnswers = 16;

    /// <summary>Puts an amount or a number of people before the one of its kind that it takes back.</summary>
    public static void PutFirst(Sentence s, List<FoundStatement> statements, List<Candidate> found)
    {
        if (!statements.Exists(static statement => IsDenial(statement) || statement.Has(Tag.Correct)))
        {
            return;
        }

        for (var i = 0; i < Math.Min(found.Count, MostAnswers) - 1; i++)
        {
            var (old, later) = (found[i], found[i + 1]);
            if (old.Type == later.Type && old.Type is SlotType.Money or SlotType.Headcount && old.Start < later.Start && TakesBack(s, statements, TokenFrom(s, old.Start + old.Length), TokenFrom(s, later.Start)))
            {
                (found[i], found[i + 1]) = (later, old);
            }
        }
    }

    /// <summary>True where the words between two values, by their tokens, take the first one back.</summary>
    public static bool TakesBack(Sentence s, List<FoundStatement> statements, int from, int to) =>
        to - from <= MostWordsBetween && statements.Exists(statement => statement.Start >= from && statement.End < to
            && (statement.Has(Tag.Correct) || (IsDenial(statement) && Clauses.EndAt(s.Tokens, statement.End))));

    private static bool IsDenial(FoundStatement statement)
    {
        foreach (var meaning in statement.Entry.Meanings)
        {
            if (meaning.Tag == Tag.Act && (Act)meaning.Value == Act.No)
            {
                return true;
            }
        }

        return false;
    }

    private static int TokenFrom(Sentence s, int start)
    {
        var term = 0;
        while (term < s.Count && s.StartOf(term) < start)
        {
            term++;
        }

        return s.TokenAt(term);
    }
}
