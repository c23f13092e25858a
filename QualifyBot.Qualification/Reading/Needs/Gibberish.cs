using QualifyBot.Qualification.Reading.Tokens;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Needs;

/// <summary>Tells words from fingers that ran over the keyboard, whatever the language of the words.</summary>
internal static class Gibberish
{
    private const int LongestRunOfKeys = 3;
    private const int LongestRunOfOneLetter = 2;
    private const int LongestAbbreviation = 5;

    // Of the letter triples of a word, so many and one in so many are found in no word list.
    private const int UnknownTriples = 3;
    private const int OneIn = 3;
    private const int OneInOfName = 2;

    // Rows of the usual keyboards.
    private static readonly string[] Rows = ["qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm"];

    /// <summary>True where a token is a word, a name or an abbreviation, known or not.</summary>
    public static bool LooksLikeAWord(Sentence s, int token) =>
        s.Tokens[token].Word != Vocabulary.Unknown || !IsTyped(s.Tokens.Folded(token), s.Tokens[token].Shouted, OneIn);

    /// <summary>True where at least half of the words were typed at random and none of the others is known.</summary>
    public static bool IsAll(Sentence s)
    {
        var (typed, other) = (0, 0);
        for (var token = 0; token < s.Tokens.Count; token++)
        {
            if (s.Tokens[token].Kind != TokenKind.Word)
            {
                continue;
            }

            if (s.Tokens[token].Word != Vocabulary.Unknown)
            {
                return false;
            }

            var isWord = LooksLikeAWord(s, token);
            (typed, other) = (typed + (isWord ? 0 : 1), other + (isWord ? 1 : 0));
        }

        return typed > 0 && typed >= other;
    }

    /// <summary>True where a part of a name is no name of anything. With a capital it takes more: names are odder than words.</summary>
    public static bool IsInName(Sentence s, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            ref readonly var token = ref s.Token(i);
            if (token.Kind == TokenKind.Word && token.Word == Vocabulary.Unknown && IsTyped(s.Folded(i), token.Shouted, token.Capital ? OneInOfName : OneIn))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTyped(ReadOnlySpan<char> word, bool shouted, int oneIn)
    {
        var (vowels, keys, same, pairs) = (0, 1, 1, 0);
        for (var i = 0; i < word.Length; i++)
        {
            vowels += word[i] is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' || word[i] > 0x7F ? 1 : 0;
            var near = i > 0 && AreNeighbours(word[i - 1], word[i]);
            (keys, pairs) = (near ? keys + 1 : 1, pairs + (near ? 1 : 0));
            same = i > 0 && word[i - 1] == word[i] ? same + 1 : 1;
            if (keys > LongestRunOfKeys || same > LongestRunOfOneLetter)
            {
                return true;
            }
        }

        if (vowels == 0 && (word.Length > LongestAbbreviation || (!shouted && pairs > 0 && pairs == word.Length - 1)))
        {
            return true;
        }

        var unknown = shouted && word.Length <= LongestAbbreviation ? 0 : LetterTriples.All.CountUnknown(word);
        return unknown >= UnknownTriples && unknown * oneIn >= word.Length;
    }

    private static bool AreNeighbours(char one, char other)
    {
        foreach (var row in Rows)
        {
            var at = row.IndexOf(one, StringComparison.Ordinal);
            if (at >= 0 && at + 1 < row.Length && row[at + 1] == other)
            {
                return true;
            }
        }

        return false;
    }
}
