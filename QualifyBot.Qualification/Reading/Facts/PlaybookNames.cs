using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Tokens;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Facts;

/// <summary>Names of products that a playbook lists, wherever they stand.</summary>
internal static class PlaybookNames
{
    // Folded words of a playbook's names, kept for as long as the playbook lives.
    private static readonly ConditionalWeakTable<object, ImmutableArray<(string Name, string[] Words)>.Builder> Folded = [];

    public static void Run(Sentence s, ImmutableArray<string> names, SlotType type, List<Candidate> found)
    {
        if (names.IsDefaultOrEmpty)
        {
            return;
        }

        var folded = Folded.GetValue(names[0], _ => Fold(names));
        for (var token = 0; token < s.Tokens.Count; token++)
        {
            foreach (var (name, words) in folded)
            {
                var end = End(s, token, words);
                if (end > token && s.IsFree(s.TermAt(token), s.TermAt(end - 1) + 1))
                {
                    s.Take(s.TermAt(token), s.TermAt(end - 1) + 1);
                    FactReader.Add(s, type, name, token, end, type == SlotType.Competitor ? "competitor.listed" : "technology.listed", found);
                    break;
                }
            }
        }
    }

    private static ImmutableArray<(string Name, string[] Words)>.Builder Fold(ImmutableArray<string> names)
    {
        var folded = ImmutableArray.CreateBuilder<(string, string[])>();
        var tokens = new TokenBuffer();
        foreach (var name in names)
        {
            Tokenizer.Cut(string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), tokens);
            folded.Add((name, [.. Enumerable.Range(0, tokens.Count).Select(index => tokens.Folded(index).ToString()).Where(static word => word is not " ")]));
        }

        return folded;
    }

    private static int End(Sentence s, int token, string[] words)
    {
        var end = token;
        foreach (var word in words)
        {
            if (end >= s.Tokens.Count || !s.Tokens.Folded(end).SequenceEqual(word))
            {
                return token;
            }

            end++;
        }

        return end;
    }
}
