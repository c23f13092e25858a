namespace QualifyBot.Qualification.Reading.Tokens;

/// <summary>Folds case, accents, full-width forms, quotes and dashes, one character at a time, so that offsets stay known.</summary>
internal static class Folding
{
    private const string Accented =
        "aàáâãäåāăą cçćĉċč dďđð eèéêëēĕėęě gĝğġģ hĥħ iìíîïĩīĭįı jĵ kķ lĺļľŀł nñńņňŋ oòóôõöøōŏő rŕŗř sśŝşšș tţťŧț uùúûüũūŭůűų wŵ yýÿŷ zźżž '’‘ʼ´`′ -‐‑‒–—―−﹣－ ~～〜 \"“”„«»″";

    private static readonly char[] Plain = BuildPlain();

    /// <summary>The folded form of one character: one character, or two for ß, æ and œ; 0 for a mark that vanishes.</summary>
    public static (char First, char Second) Fold(char c)
    {
        if (c < 0x80)
        {
            return (c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c, '\0');
        }

        var low = char.ToLowerInvariant(c);
        return low switch
        {
            'ß' => ('s', 's'),
            'æ' => ('a', 'e'),
            'œ' => ('o', 'e'),
            >= '\u0300' and <= '\u036F' => ('\0', '\0'),
            >= '\uFF01' and <= '\uFF5E' => Fold((char)(low - 0xFEE0)),
            _ => (low < Plain.Length ? Plain[low] : low, '\0'),
        };
    }

    /// <summary>The folded form of a word or phrase.</summary>
    public static string Fold(string text)
    {
        Span<char> folded = stackalloc char[text.Length * 2];
        var length = 0;
        foreach (var c in text)
        {
            var (first, second) = Fold(c);
            if (first != '\0')
            {
                folded[length++] = first;
            }

            if (second != '\0')
            {
                folded[length++] = second;
            }
        }

        return new string(folded[..length]);
    }

    private static char[] BuildPlain()
    {
        var plain = new char[0x2220];
        for (var i = 0; i < plain.Length; i++)
        {
            plain[i] = (char)i;
        }

        foreach (var group in Accented.Split(' '))
        {
            foreach (var c in group.AsSpan(1))
            {
                if (c < plain.Length)
                {
                    plain[c] = group[0];
                }
            }
        }

        return plain;
    }
}
