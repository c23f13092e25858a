using System.Runtime.InteropServices;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Statements;

/// <summary>A phrase with a meaning of its own, and the tokens it spans.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FoundStatement(Entry Entry, int Start, int End)
{
    public bool Has(Tag tag) => Entry.Has(tag);
}

/// <summary>Finds the phrases of a sentence that mean something by themselves, the longest at each place.</summary>
internal static class StatementReader
{
    public static void Run(Sentence s, List<FoundStatement> found)
    {
        for (var i = 0; i < s.Tokens.Count;)
        {
            var entry = s.Language.Statements.Longest(s.Tokens, i, out var end);
            if (entry is null || end == i)
            {
                i++;
                continue;
            }

            var start = Better(s, ref entry, i, ref end);
            found.Add(new FoundStatement(entry, start, end));
            i = end;
        }
    }

    // "I would rather not say": a longer phrase that begins within a short one and goes on behind it says more.
    private static int Better(Sentence s, ref Entry entry, int start, ref int end)
    {
        var best = start;
        for (var (i, last) = (start + 1, end); i < last; i++)
        {
            if (s.Language.Statements.Longest(s.Tokens, i, out var further) is { } other && further > end && further - i >= end - best)
            {
                (entry, best, end) = (other, i, further);
            }
        }

        return best;
    }
}
