using System.Text;

namespace QualifyBot.Bot.Playbooks;

/// <summary>The words of a question as they are compared: without case, accents and endings. Time is linear in the text.</summary>
internal static class FaqWords
{
    // Longer words are compared by their beginning, which is how "integrate" meets "integration" in every language.
    private const int StemLength = 6;
    private const int LongestPlural = 5;
    private const string Accented = "àáâãäåçèéêëìíîïñòóôõöùúûüýÿ";
    private const string Plain = "aaaaaaceeeeiiiinooooouuuuyy";

    /// <summary>The words of a text, each once, in their order; at most <paramref name="most"/>. One letter alone is no word.</summary>
    public static List<string> Of(ReadOnlySpan<char> text, int most)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i <= text.Length && words.Count < most; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                Append(word, text[i]);
            }
            else if (word.Length > 0)
            {
                Add(words, word.ToString());
                word.Clear();
            }
        }

        return words;
    }

    private static void Add(List<string> words, string word)
    {
        var stem = word.Length > StemLength ? word[..StemLength] : word.Length is > 3 and <= LongestPlural + 1 && word[^1] == 's' ? word[..^1] : word;
        if (stem.Length > 1 && !words.Contains(stem, StringComparer.Ordinal))
        {
            words.Add(stem);
        }
    }

    private static void Append(StringBuilder word, char letter)
    {
        var small = char.ToLowerInvariant(letter);
        var accent = small < 128 ? -1 : Accented.IndexOf(small, StringComparison.Ordinal);
        if (small is 'ß')
        {
            word.Append("ss");
        }
        else
        {
            word.Append(accent < 0 ? small : Plain[accent]);
        }
    }
}
