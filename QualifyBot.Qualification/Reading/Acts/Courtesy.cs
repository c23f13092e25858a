using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Dates;
using QualifyBot.Qualification.Reading.Statements;
using QualifyBot.Qualification.Reading.Tokens;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Acts;

/// <summary>Days that are named in passing: "how are you today?", "talk to you tomorrow", "have a nice weekend", "I'll get back to you next week".</summary>
internal static class Courtesy
{
    // A greeting or thanks of one word may stand before an answer without a comma: "thanks next month".
    private const int ShortestWithDay = 2;
    private const int MostOtherWords = 1;

    // Nobody names more days in passing; the bound keeps the work linear.
    private const int MostTimes = 8;

    /// <summary>Takes out the times of clauses that do nothing but greet, thank, chat, or take leave; a meeting is agreed on in such words, too.</summary>
    public static void DropTimes(Sentence s, List<FoundStatement> statements, List<Act> acts, List<FoundTime> times)
    {
        if (times.Count is 0 or > MostTimes || s.Context.Requested.Contains(SlotType.Time) || !acts.Exists(IsCourtesy))
        {
            return;
        }

        for (var i = times.Count - 1; i >= 0; i--)
        {
            if (IsInPassing(s, statements, acts, times[i]))
            {
                times.RemoveAt(i);
            }
        }
    }

    private static bool IsCourtesy(Act act) => act is Act.Greet or Act.SmallTalk or Act.Thanks or Act.Goodbye or Act.Wait;

    private static bool IsInPassing(Sentence s, List<FoundStatement> statements, List<Act> acts, FoundTime time)
    {
        var (first, last) = (s.TokenAt(time.Start), s.TokenAt(time.Node.End));
        var (start, end) = (first, last);
        while (!Clauses.StartAt(s.Tokens, start))
        {
            start--;
        }

        while (!Clauses.EndAt(s.Tokens, end))
        {
            end++;
        }

        // "Until March", asked for a date, is one.
        if (DoesMore(statements, start, end, out var act) || (time.Node.OpenFrom && first == start && s.Context.Requested.Contains(SlotType.Timeframe)))
        {
            return false;
        }

        var (spoken, other) = Count(s, start, end, (first, last));
        var isShort = act is Act.Greet or Act.Thanks || (act is null && !acts.Exists(static one => one is Act.SmallTalk or Act.Goodbye or Act.Wait));
        return s.IsSpoken(first) ? spoken > 0 : spoken >= ShortestWithDay && other <= MostOtherWords && (!isShort || time.Node.From <= s.Context.Now.Date.AddDays(1));
    }

    // Words of the clause that belong to an act, and those that belong neither to one nor to the time.
    private static (int Spoken, int Other) Count(Sentence s, int start, int end, (int First, int Last) time)
    {
        var (spoken, other) = (0, 0);
        for (var token = start; token < end; token++)
        {
            var isWord = s.Tokens[token].Kind == TokenKind.Word;
            spoken += isWord && s.IsSpoken(token) ? 1 : 0;
            other += isWord && !s.IsSpoken(token) && (token < time.First || token >= time.Last) && !s.Has(s.TermAt(token), Tag.Filler) ? 1 : 0;
        }

        return (spoken, other);
    }

    /// <summary>True where a phrase of the clause means anything but a courtesy; else the courtesy that a phrase is.</summary>
    private static bool DoesMore(List<FoundStatement> statements, int start, int end, out Act? courtesy)
    {
        courtesy = null;
        foreach (var statement in statements)
        {
            if (statement.Start < start || statement.Start >= end)
            {
                continue;
            }

            foreach (var meaning in statement.Entry.Meanings)
            {
                if (meaning.Tag != Tag.Act || !IsCourtesy((Act)meaning.Value))
                {
                    return true;
                }

                courtesy = (Act)meaning.Value;
            }
        }

        return false;
    }
}
