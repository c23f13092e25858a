using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Dates;
using QualifyBot.Qualification.Reading.Statements;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Acts;

/// <summary>A value that another of its kind replaces in the same breath: "20k, sorry, 25k", "May, or rather June".</summary>
internal static class Replaced
{
    // Words that may stand between a value and what puts it right, and between that and the new value.
    private const int ReachBefore = 3;
    private const int ReachBehind = 4;

    /// <summary>Takes the times out that are put right by the next one; a new hour leaves the day.</summary>
    public static void DropTimes(Sentence s, List<FoundStatement> statements, List<FoundTime> times)
    {
        for (var i = times.Count - 2; i >= 0; i--)
        {
            if (!times[i].Node.Except && (times[i].Node.ClockOnly || !times[i + 1].Node.ClockOnly) && IsBetween(s, statements, s.TokenAt(times[i].Node.End), s.TokenAt(times[i + 1].Start)))
            {
                times.RemoveAt(i);
            }
        }
    }

    /// <summary>True where words that put something right, and little else, stand between two tokens.</summary>
    public static bool IsBetween(Sentence s, List<FoundStatement> statements, int end, int start)
    {
        if (start - end > 2 * (ReachBefore + ReachBehind))
        {
            return false;
        }

        for (var i = FirstFrom(statements, end); i < statements.Count && statements[i].Start < start; i++)
        {
            var statement = statements[i];
            if (statement.End <= start && Puts(s, statement) && WordsIn(s, end, statement.Start) <= ReachBefore && WordsIn(s, statement.End, start) <= ReachBehind)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"I said 20k but it's 25k": a value said before, and another one behind a "but".</summary>
    /// <param name="s">The message.</param>
    /// <param name="statements">Its phrases, in their order.</param>
    /// <param name="old">The first token of the old value.</param>
    /// <param name="end">The token behind it.</param>
    /// <param name="start">The first token of the new value.</param>
    public static bool IsOutdated(Sentence s, List<FoundStatement> statements, int old, int end, int start)
    {
        for (var i = FirstFrom(statements, old - ReachBehind); i < statements.Count && statements[i].Start < old; i++)
        {
            if (statements[i].Has(Tag.SaidBefore) && old - statements[i].End is >= 0 and <= ReachBefore)
            {
                return HoldsBut(s, end, Math.Min(start, end + ReachBefore + ReachBehind));
            }
        }

        return false;
    }

    private static bool HoldsBut(Sentence s, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (s.Has(s.TermAt(i), Tag.But))
            {
                return true;
            }
        }

        return false;
    }

    // Statements stand in their order.
    private static int FirstFrom(List<FoundStatement> statements, int token)
    {
        var (low, high) = (0, statements.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = statements[middle].Start < token ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static bool Puts(Sentence s, FoundStatement statement) =>
        statement.Has(Tag.Correct) || (IsNo(statement) && Clauses.StartAt(s.Tokens, statement.Start) && Clauses.EndAt(s.Tokens, statement.End));

    private static bool IsNo(FoundStatement statement)
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

    private static int WordsIn(Sentence s, int first, int end)
    {
        var count = 0;
        for (var i = first; i < end; i++)
        {
            count += s.Tokens[i].Kind == Tokens.TokenKind.Sign ? 0 : 1;
        }

        return count;
    }
}
