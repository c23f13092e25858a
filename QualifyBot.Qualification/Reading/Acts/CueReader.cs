using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Tokens;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Acts;

/// <summary>Acts that no list of phrases can hold: small talk, questions about the bot, requests put in any words.</summary>
internal static class CueReader
{
    // A longer clause is read in pieces, so that the work on it stays linear.
    private const int LongestClause = 40;

    public static void Run(Sentence s, List<Act> acts, List<Candidate> found)
    {
        var cues = s.Language.Cues;
        Span<ulong> present = stackalloc ulong[cues.Width];
        for (var start = 0; start < s.Tokens.Count;)
        {
            present.Clear();
            var end = start;
            for (; end < s.Tokens.Count && end - start < LongestClause && !IsBorder(s, cues, end, start); end++)
            {
                var classes = cues.ClassesOf(s.Tokens[end].Word);
                for (var i = 0; i < classes.Length; i++)
                {
                    present[i] |= classes[i];
                }
            }

            Match(s, cues, (start, end), present, acts, found);
            start = Math.Max(end, start + 1);
        }
    }

    // A new line ends a clause before its first word, a stop or a joint by itself.
    private static bool IsBorder(Sentence s, Cues cues, int token, int start) =>
        (Clauses.EndAt(s.Tokens, token) && (token > start || s.Tokens[token].Kind == TokenKind.Sign)) || cues.Is(Cues.Joint, s.Tokens[token].Word);

    private static void Match(Sentence s, Cues cues, (int Start, int End) clause, ReadOnlySpan<ulong> present, List<Act> acts, List<Candidate> found)
    {
        for (var i = clause.Start; i < clause.End; i++)
        {
            foreach (var rule in cues.RulesAt(s.Tokens[i].Word))
            {
                if (!acts.Contains(rule.Act) && cues.Find(rule, s.Tokens, clause.Start, clause.End, present) is { End: > 0 } span
                    && !(ActReader.TurnsTheTalk(rule.Act) && HasThird(s, cues, clause.Start, span.Start)))
                {
                    Add(s, rule.Act, span, clause.End, acts, found);
                }
            }
        }
    }

    /// <summary>True where somebody else is the subject: "our customers want to talk to a human" asks for nothing.</summary>
    private static bool HasThird(Sentence s, Cues cues, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (cues.Is(Cues.Third, s.Tokens[i].Word))
            {
                return true;
            }
        }

        return false;
    }

    // What follows a request within its clause belongs to it; a courtesy may stand before an answer.
    private static void Add(Sentence s, Act act, (int Start, int End) span, int end, List<Act> acts, List<Candidate> found)
    {
        if (act is not (Act.Yes or Act.No or Act.Unsure))
        {
            acts.Add(act);
            s.Speak(span.Start, ActReader.TurnsTheTalk(act) ? end : span.End);
        }
        else
        {
            AddAnswer(s, act, span, acts, found);
        }
    }

    // The whole says more than a part of it: "I am not at all sure" is no "no". Two clauses may say different things.
    private static void AddAnswer(Sentence s, Act act, (int Start, int End) span, List<Act> acts, List<Candidate> found)
    {
        var other = found.FindIndex(static candidate => candidate.Type == SlotType.YesNo);
        if (other >= 0 && found[other].Start < s.Tokens[span.End - 1].End && s.Tokens[span.Start].Start < found[other].Start + found[other].Length)
        {
            found.RemoveAt(other);
            acts.RemoveAll(static answer => answer is Act.Yes or Act.No or Act.Unsure);
            other = -1;
        }

        acts.Add(act);
        if (other < 0)
        {
            YesNoReader.Add(s, act, span.Start, span.End, found);
        }
    }
}
