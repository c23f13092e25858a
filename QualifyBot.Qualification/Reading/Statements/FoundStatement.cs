using System.Runtime.InteropServices;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Statements;

/// <summary>A phrase with a meaning of its own, and the tokens it spans.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FoundStatement(Entry Entry, int Start, int End)
{
    /// <summary>How many tokens it spans.</summary>
    public int Length => End - Start;

    public bool Has(Tag tag) => Entry.Has(tag);
}

/// <summary>Finds the phrases of a sentence that mean something by themselves, the longest at each place; in the gap at the end of one the next may begin.</summary>
internal static class StatementReader
{
    // What speaks of a need, of an event or of a correction is no answer by itself.
    private static readonly Tag[] Answers =
    [
        Tag.Act, Tag.WeakAct, Tag.Sole, Tag.Joint, Tag.Approval, Tag.Influencer, Tag.NoPart, Tag.Unclear, Tag.Asap, Tag.NoRush, Tag.TimeUnknown,
        Tag.MoneyNone, Tag.MoneyUndecided, Tag.MoneyUnlimited, Tag.MoneyVague,
    ];

    public static void Run(Sentence s, List<FoundStatement> found)
    {
        for (var i = 0; i < s.Tokens.Count;)
        {
            var entry = s.Language.Statements.Longest(s.Tokens, i, out var end, out var named);
            if (entry is null || end == i)
            {
                i++;
                continue;
            }

            var start = Better(s, ref entry, i, ref end, ref named);
            found.Add(new FoundStatement(entry, start, end));
            if (IsAnswer(entry))
            {
                s.Speak(start, end);
            }

            i = Math.Max(named, start + 1);
        }
    }

    private static bool IsAnswer(Entry entry)
    {
        foreach (var tag in Answers)
        {
            if (entry.Has(tag))
            {
                return true;
            }
        }

        return false;
    }

    // "I would rather not say": a longer phrase that begins within a short one and goes on behind it says more; one as long does where the first is weak.
    private static int Better(Sentence s, ref Entry entry, int start, ref int end, ref int named)
    {
        var best = start;
        for (var (i, stop) = (start + 1, named); i < stop && named == end; i++)
        {
            if (s.Language.Statements.Longest(s.Tokens, i, out var further, out var last) is { } other && further > end && further - i - (entry.Has(Tag.WeakAct) ? 0 : 1) >= end - best)
            {
                (entry, best, end, named) = (other, i, further, last);
            }
        }

        return best;
    }
}
