namespace QualifyBot.Bot.Extraction;

/// <summary>What became of a phrase.</summary>
internal enum PhraseVerdict
{
    /// <summary>It is said.</summary>
    Said,

    /// <summary>There is none, or not one for each sentence.</summary>
    Missing,

    /// <summary>It is much longer than its text, or no text at all.</summary>
    Length,

    /// <summary>It holds a sign that its text does not hold: a line break, a mark-up, a part of an address.</summary>
    Sign,

    /// <summary>It holds a word or figure that neither its text nor the list of free words holds.</summary>
    Word,

    /// <summary>It asks where its text does not, or the reverse, or for something else, or it denies something else.</summary>
    Sense,
}

/// <summary>
/// Whether a phrase of a model may be said for a text. The words that it may use are a closed list: those of the text's own wordings and those that say
/// nothing of their own. So a phrase holds no figure, name, address, price, promise or language that the text does not hold.
/// </summary>
internal sealed class PhraseCheck(PhraseWords words)
{
    private const int SpareLength = 40;
    private const string Signs = " .,;:!?'\u2019-()";

    /// <summary>Whether a phrase may be said.</summary>
    public PhraseVerdict Check(FreeSentence sentence, string phrase)
    {
        if (string.IsNullOrWhiteSpace(phrase) || phrase.Length > sentence.Wordings.Max(wording => wording.Length) + SpareLength)
        {
            return PhraseVerdict.Length;
        }

        if (phrase.Any(c => !char.IsLetterOrDigit(c) && !Signs.Contains(c, StringComparison.Ordinal) && !sentence.Text.Contains(c, StringComparison.Ordinal)))
        {
            return PhraseVerdict.Sign;
        }

        var said = WordsOf(phrase);
        var wordings = sentence.Wordings.Select(WordsOf).ToArray();
        return !said.All(word => words.Free.Contains(word) || words.Carrying.Contains(word) || Array.Exists(wordings, wording => wording.Contains(word))) ? PhraseVerdict.Word
            : AsksAlike(sentence.Text, phrase) && Array.Exists(wordings, wording => MeansAlike(wording, said)) ? PhraseVerdict.Said
            : PhraseVerdict.Sense;
    }

    private static bool AsksAlike(string text, string phrase) =>
        text.Count(c => c == '?') == phrase.Count(c => c == '?') && text.TrimEnd().EndsWith('?') == phrase.TrimEnd().EndsWith('?');

    // The same words that carry the sense, and at least half of those that the text is about.
    private bool MeansAlike(HashSet<string> wording, HashSet<string> said)
    {
        var subject = wording.Where(word => !words.Free.Contains(word) && !words.Carrying.Contains(word)).ToArray();
        return wording.Where(words.Carrying.Contains).ToHashSet(StringComparer.Ordinal).SetEquals(said.Where(words.Carrying.Contains))
            && subject.Count(said.Contains) * 2 >= subject.Length;
    }

    private static HashSet<string> WordsOf(string text)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || (text[i] is '\'' or '\u2019' && i > start)))
            {
                i++;
            }

            if (i > start)
            {
                found.Add(text[start..i].ToLowerInvariant().Replace('\u2019', '\'').TrimEnd('\''));
            }
        }

        return found;
    }
}
