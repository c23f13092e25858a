using System.Runtime.InteropServices;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Statements;

/// <summary>A phrase with a meaning of its own, and the tokens it spans.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FoundStatement(Entry Entry, int Start, int End)
{
    public bool Has(Tag tag) => Entry.Has(tag);
}

/// <summary>Finds the phrases of a sentence that mean something by themselves, the longest at each place; in the gap at the end of one the next may begin.</summary>
internal static class StatementReader
{
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

            found.Add(new FoundStatement(entry, i, end));
            i = Math.Max(named, i + 1);
        }
    }
}
