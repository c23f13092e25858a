using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using QualifyBot.Qualification.Reading.Tokens;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Needs;

/// <summary>The playbook's category for a stretch of words: the one with most of its words in it.</summary>
internal static class NeedCategories
{
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

    // A phrase stands at the start of a word; its last word may go on ("integrat" finds "integration").
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
        while (token < end)
        {
            var word = s.Tokens.Folded(token);
            var space = phrase.IndexOf(' ');
            var part = space < 0 ? phrase : phrase[..space];
            if (space < 0)
            {
                return word.StartsWith(part, StringComparison.Ordinal);
            }

            if (!word.SequenceEqual(part))
            {
                return false;
            }

            phrase = phrase[(space + 1)..];
            token++;
        }

        return false;
    }
}
