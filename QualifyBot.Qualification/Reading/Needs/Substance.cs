using QualifyBot.Qualification.Reading.Statements;
using QualifyBot.Qualification.Reading.Tokens;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Needs;

/// <summary>Whether a message says something in free words, and where.</summary>
internal static class Substance
{
    private const int LongestRunOfConsonants = 5;

    /// <summary>The tokens of the message without fillers at its ends; empty where it says nothing of its own.</summary>
    public static (int Start, int End) Of(Sentence s, List<FoundStatement> statements)
    {
        var end = s.Tokens.Count;
        while (end > 0 && s.Tokens[end - 1].Kind == TokenKind.Sign)
        {
            end--;
        }

        var start = SkipLead(s, 0, end);
        var (own, next) = (0, 0);
        for (var i = start; i < end; i++)
        {
            while (next < statements.Count && statements[next].End <= i)
            {
                next++;
            }

            var spoken = next < statements.Count && i >= statements[next].Start && (statements[next].Has(Tag.Act) || statements[next].Has(Tag.WeakAct));
            own += !spoken && IsOwn(s, i) ? 1 : 0;
        }

        var question = s.Text.AsSpan().TrimEnd() is [.., '?'];
        return own > 0 && !question ? (start, end) : (0, 0);
    }

    /// <summary>Skips greetings, fillers and joints at the start of a stretch.</summary>
    public static int SkipLead(Sentence s, int start, int end)
    {
        while (start < end - 1 && (s.Has(s.TermAt(start), Tag.And) || s.Tokens[start].Kind == TokenKind.Sign))
        {
            start++;
        }

        return start;
    }

    // A word that is part of no other answer, no act and no filler, and looks like a word.
    private static bool IsOwn(Sentence s, int token)
    {
        var term = s.TermAt(token);
        return s.Tokens[token].Kind == TokenKind.Word && s.IsFree(term, term + 1) && !s.Has(term, Tag.Filler) && s.Tokens[token].FoldLength >= 3 && !s.Has(term, Tag.NotName) && IsWordLike(s.Tokens.Folded(token));
    }

    private static bool IsWordLike(ReadOnlySpan<char> word)
    {
        var (run, vowels) = (0, 0);
        foreach (var c in word)
        {
            var vowel = c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' || c > 0x7F;
            vowels += vowel ? 1 : 0;
            run = vowel ? 0 : run + 1;
            if (run > LongestRunOfConsonants)
            {
                return false;
            }
        }

        return vowels > 0;
    }
}
