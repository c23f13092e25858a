namespace QualifyBot.Qualification.Reading.People;

/// <summary>Endings that everyday words have and names hardly.</summary>
internal static class WordEndings
{
    private static readonly string[] Common =
    [
        "ing", "ed", "ous", "able", "ible", "ful", "less", "ness", "ment", "tion", "sion", "ity", "ive", "ical", "ally", "ly", "ware", "ship", "ings", "tions", "ments", "ance", "ence", "ant", "ent",
        "ung", "heit", "keit", "lich", "isch", "ieren", "ement", "eux", "euse", "mente", "cion", "cao", "dade", "idad", "ado", "ada", "ist", "ism", "ies", "ogy", "ics", "ure", "als", "ers", "ors",
    ];

    // Endings of words for those who do a job.
    private static readonly string[] Agents =
    [
        "er", "or", "ist", "ian", "ologist", "eur", "euse", "rice", "ier", "iere", "erin", "orin", "istin", "ista", "eiro", "eira", "ero", "era", "ador", "adora", "tor", "tora", "nte", "grapher", "woman", "man", "frau", "mann", "loge", "ologe", "iker", "ikerin",
    ];

    public static bool IsCommon(ReadOnlySpan<char> word) => EndsWithOneOf(word, Common);

    /// <summary>True for a word that looks like an occupation ("photographer", "Schreinerin").</summary>
    public static bool IsAgent(ReadOnlySpan<char> word) => EndsWithOneOf(word, Agents);

    private static bool EndsWithOneOf(ReadOnlySpan<char> word, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (word.Length > ending.Length + 1 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
