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

            found.Add(new FoundStatement(entry, i, end));
            if (IsAnswer(entry))
            {
                s.Speak(i, end);
            }

            i = Math.Max(named, i + 1);
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
}
