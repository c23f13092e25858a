using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using QualifyBot.Qualification.Reading.Tokens;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Needs;

/// <summary>The playbook's category for a stretch of words: the one with most of its words in it.</summary>
internal static class NeedCategories
{
    private const int MostSmallWords = 3;
    private const int ShortestMistyped = 7;

    // Folded words of a playbook's categories, kept for as long as the playbook lives.
    private static readonly ConditionalWeakTable<object, ImmutableArray<(string Id, string[] Phrases)>.Builder> Folded = [];

    public static string? Find(Sentence s, int start, int end)
    {
        var needs = s.Context.Needs;
        if (needs.IsDefaultOrEmpty)
        {
            return null;
        }

        string? best = null;
        var most = 0;
        foreach (var (id, phrases) in Folded.GetValue(needs[0], _ => Fold(needs)))
        {
            var hits = 0;
            foreach (var phrase in phrases)
            {
                hits += Contains(s, start, end, phrase) ? 1 : 0;
            }

            (best, most) = hits > most ? (id, hits) : (best, most);
        }

        return best;
    }

    private static ImmutableArray<(string Id, string[] Phrases)>.Builder Fold(ImmutableArray<NeedCategory> needs)
    {
        var folded = ImmutableArray.CreateBuilder<(string, string[])>();
        foreach (var need in needs)
        {
            folded.Add((need.Id, [.. need.Words.Select(static word => Folding.Fold(word))]));
        }

        return folded;
    }

    // A phrase stands at the start of a word; its last word may go on ("integrat" finds "integration"), and small words may
    // stand between ("I am only a student").
    private static bool Contains(Sentence s, int start, int end, string phrase)
    {
        for (var i = start; i < end; i++)
        {
            if (Matches(s, i, end, phrase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Matches(Sentence s, int token, int end, ReadOnlySpan<char> phrase)
    {
        for (int start = token, small = 0; token < end; token++)
        {
            var word = WordAt(s, token);
            var space = phrase.IndexOf(' ');
            var part = space < 0 ? phrase : phrase[..space];
            if (space < 0 ? StartsWith(word, part) : word.SequenceEqual(part))
            {
                if (space < 0)
                {
                    return true;
                }

                phrase = phrase[(space + 1)..];
            }
            else if (token == start || ++small > MostSmallWords || !s.Language.SmallWords.Contains(s.Tokens[token].Word))
            {
                return false;
            }
        }

        return false;
    }

    // A longer word may be mistyped by one letter.
    private static bool StartsWith(ReadOnlySpan<char> word, ReadOnlySpan<char> part)
    {
        if (word.StartsWith(part, StringComparison.Ordinal))
        {
            return true;
        }

        for (var length = part.Length - 1; part.Length >= ShortestMistyped && length <= Math.Min(word.Length, part.Length + 1); length++)
        {
            if (TypoIndex.IsOneEdit(word[..Math.Min(length, word.Length)], part))
            {
                return true;
            }
        }

        return false;
    }

    // "I'm" is "i am": a contraction stands for its words.
    private static ReadOnlySpan<char> WordAt(Sentence s, int token) =>
        s.Tokens[token].Word is var word and not Vocabulary.Unknown ? s.Language.Vocabulary.TextOf(word) : s.Tokens.Folded(token);
}
