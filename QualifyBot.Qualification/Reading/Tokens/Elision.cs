namespace QualifyBot.Qualification.Reading.Tokens;

/// <summary>Where French drops a vowel: "l'année", "d'ici", "jusqu'à" are two words, "aujourd'hui" is one.</summary>
internal static class Elision
{
    /// <summary>The place behind the apostrophe of a folded word, or 0 where it is one word.</summary>
    public static int Cut(ReadOnlySpan<char> word)
    {
        var apostrophe = word.IndexOf('\'');
        var first = apostrophe > 0 ? word[..apostrophe] : [];
        var elided = first.Length switch
        {
            0 => false,
            1 => first[0] is 'l' or 'd' or 'n' or 'm' or 't' or 's' or 'c' or 'j',
            2 => first is "qu",
            5 => first is "jusqu",
            6 => first is "lorsqu" or "puisqu" or "quoiqu",
            _ => false,
        };
        return elided && apostrophe + 1 < word.Length ? apostrophe + 1 : 0;
    }
}
