using QualifyBot.Qualification.Reading.Tokens;

namespace QualifyBot.Qualification.Reading.Words;

/// <summary>
/// The cue rules of a language: closed classes of words, and the orders of them that show an act ("where" ... "you" ... "from"),
/// for what people say in too many ways to list. A clause costs one look at each rule's marks, and a bounded walk for the few that fit.
/// </summary>
internal sealed class Cues(IReadOnlyList<bool[]> classes, CueRule[] rules)
{
    /// <summary>The class of words that say little and may stand anywhere.</summary>
    public const int Small = 0;

    /// <summary>The class of words that join clauses.</summary>
    public const int Joint = 1;

    private const int WidestGap = 3;

    private readonly ulong[] marks = MarksOf(classes);

    public ReadOnlySpan<CueRule> Rules => rules;

    /// <summary>The mark of a class; classes may share one.</summary>
    public static ulong MarkOf(int set) => 1UL << (set & 63);

    /// <summary>The marks of all classes that a word belongs to.</summary>
    public ulong MarksAt(int word) => word >= 0 && word < marks.Length ? marks[word] : 0;

    public bool Is(int set, int word) => word >= 0 && word < classes[set].Length && classes[set][word];

    /// <summary>Where a rule's words stand within a clause, from the first to behind the last; empty where they don't.</summary>
    public (int Start, int End) Find(CueRule rule, TokenBuffer tokens, int start, int end)
    {
        foreach (var set in rule.Forbidden)
        {
            for (var i = start; i < end; i++)
            {
                if (Is(set, tokens[i].Word))
                {
                    return default;
                }
            }
        }

        var last = rule.Steps[0].Kind == CueKind.Start ? start + 1 : end;
        for (var at = start; at < last; at++)
        {
            var behind = Walk(rule.Steps, 0, tokens, (start, end), at);
            if (behind > 0)
            {
                return (at, behind);
            }
        }

        return default;
    }

    // The token behind the words that match, or 0.
    private int Walk(CueStep[] steps, int step, TokenBuffer tokens, (int Start, int End) clause, int at)
    {
        for (; step < steps.Length; step++)
        {
            var (kind, set) = steps[step];
            var found = kind is CueKind.Word or CueKind.Optional ? Next(set, tokens, at, clause.End, exact: step == 0) : 0;
            switch (kind)
            {
                case CueKind.Gap or CueKind.WideGap:
                    return WalkGap(steps, step + 1, tokens, clause, (at, kind == CueKind.Gap ? Math.Min(at + WidestGap, clause.End) : clause.End));
                case CueKind.End when SkipSmall(tokens, at, clause.End) < clause.End:
                case CueKind.Word when found == 0:
                    return 0;
                case CueKind.Optional when found > 0 && Walk(steps, step + 1, tokens, clause, found) is > 0 and var behind:
                    return behind;
                case CueKind.Word:
                    at = found;
                    break;
            }
        }

        return at;
    }

    private int WalkGap(CueStep[] steps, int step, TokenBuffer tokens, (int Start, int End) clause, (int From, int To) gap)
    {
        for (var at = gap.From; at <= gap.To; at++)
        {
            // Only the word itself: that small words may stand before it is part of the gap.
            if ((steps[step].Kind != CueKind.Word || (at < clause.End && Is(steps[step].Class, tokens[at].Word))) && Walk(steps, step, tokens, clause, at) is > 0 and var behind)
            {
                return behind;
            }
        }

        return 0;
    }

    // The token behind the next word of a class, small words before it aside; 0 where another word comes first.
    private int Next(int set, TokenBuffer tokens, int at, int end, bool exact)
    {
        for (; at < end; at++)
        {
            var word = tokens[at].Word;
            if (Is(set, word))
            {
                return at + 1;
            }

            if (exact || !Is(Small, word))
            {
                return 0;
            }
        }

        return 0;
    }

    private int SkipSmall(TokenBuffer tokens, int at, int end)
    {
        while (at < end && Is(Small, tokens[at].Word))
        {
            at++;
        }

        return at;
    }

    private static ulong[] MarksOf(IReadOnlyList<bool[]> classes)
    {
        var marks = new ulong[classes.Count == 0 ? 0 : classes.Max(static words => words.Length)];
        for (var set = 0; set < classes.Count; set++)
        {
            for (var word = 0; word < classes[set].Length; word++)
            {
                marks[word] |= classes[set][word] ? MarkOf(set) : 0;
            }
        }

        return marks;
    }
}
