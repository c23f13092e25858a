namespace QualifyBot.Qualification.Reading.Needs;

/// <summary>Tells words from fingers that ran over the keyboard.</summary>
internal static class Gibberish
{
    private const int LongestRunOfConsonants = 5;
    private const int LongestRunOfKeys = 3;
    private const int LongestRunOfOneLetter = 2;

    // Rows of the usual keyboards.
    private static readonly string[] Rows = ["qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm"];

    /// <summary>True where a folded word has vowels and no run that only a keyboard explains.</summary>
    public static bool LooksLikeAWord(ReadOnlySpan<char> word)
    {
        var (consonants, vowels, keys, same) = (0, 0, 1, 1);
        for (var i = 0; i < word.Length; i++)
        {
            var vowel = word[i] is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' || word[i] > 0x7F;
            vowels += vowel ? 1 : 0;
            consonants = vowel ? 0 : consonants + 1;
            keys = i > 0 && AreNeighbours(word[i - 1], word[i]) ? keys + 1 : 1;
            same = i > 0 && word[i - 1] == word[i] ? same + 1 : 1;
            if (consonants > LongestRunOfConsonants || keys > LongestRunOfKeys || same > LongestRunOfOneLetter)
            {
                return false;
            }
        }

        return vowels > 0;
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
