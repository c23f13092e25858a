using System.Runtime.InteropServices;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Statements;

/// <summary>A word or phrase about deciding: Other names somebody, Filler the speaker, And is a comma between them.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Start">Its first token.</param>
/// <param name="End">The token behind it.</param>
/// <param name="Person">Whom its ending names ("decido", "decidimos"): Self, Us, or Plain where none.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DecisionWord(Tag Kind, int Start, int End, Tag Person = Tag.Plain);

/// <summary>Cuts a message into its words about deciding; all others are left out.</summary>
internal static class DecisionWords
{
    private static readonly Tag[] Kinds =
    [
        Tag.Sole, Tag.NoSay, Tag.Influencer, Tag.AskFirst, Tag.DecidedBy, Tag.Deciding, Tag.MyCall, Tag.TheirCall, Tag.Approving, Tag.Approval, Tag.Jointly, Tag.OneOf,
        Tag.Advising, Tag.Choosing, Tag.OnBehalf, Tag.Beyond, Tag.AndWith, Tag.Unclear, Tag.Plain, Tag.Self, Tag.Us, Tag.They, Tag.Nobody, Tag.Not, Tag.Whoever, Tag.But,
    ];

    public static void Run(Sentence s, List<DecisionWord> words)
    {
        var speaker = false;
        for (var i = 0; i < s.Tokens.Count;)
        {
            var entry = s.Language.Deciding.Longest(s.Tokens, i, out _, out var named);
            var isPerson = OtherPeople.TryRead(s, i, out var person);
            if (isPerson && (entry is null || person > named))
            {
                speaker = OtherPeople.IsSpeaker(s, i) || (words is [.., { Kind: Tag.Us } us] && us.End == i) || IsStillSpeaker(s, i, speaker, words);
                words.Add(new DecisionWord(speaker ? Tag.Filler : Tag.Other, i, person));
                i = person;
            }
            else if (entry is not null)
            {
                var kind = KindOf(entry);
                words.Add(new DecisionWord(kind, i, named, PersonOf(entry.Value(kind))));
                i = Math.Max(named, i + 1);
            }
            else
            {
                AddComma(s, i++, words);
            }
        }
    }

    // "I'm founder and CEO" is one person, "I'm the manager and my CFO signs" are two.
    private static bool IsStillSpeaker(Sentence s, int start, bool speaker, List<DecisionWord> words) =>
        speaker && words is [.., { Kind: Tag.AndWith } join] && join.End == start && !OtherPeople.IsDetermined(s, start);

    private static void AddComma(Sentence s, int token, List<DecisionWord> words)
    {
        if (s.Text[s.Tokens[token].Start] == ',')
        {
            words.Add(new DecisionWord(Tag.And, token, token + 1));
        }
    }

    // The numbers that the lists give to verbs.
    private static Tag PersonOf(int value) => value switch { 1 => Tag.Self, 2 => Tag.Us, _ => Tag.Plain };

    private static Tag KindOf(Entry entry)
    {
        foreach (var kind in Kinds)
        {
            if (entry.Has(kind))
            {
                return kind;
            }
        }

        return Tag.Plain;
    }
}
