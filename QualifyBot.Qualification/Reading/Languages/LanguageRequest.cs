using System.Collections.Frozen;
using QualifyBot.Qualification.Reading.Tokens;

namespace QualifyBot.Qualification.Reading.Languages;

/// <summary>A message that asks to speak a language and says nothing else: "auf Deutsch bitte", "can we speak English?", "español".</summary>
public static class LanguageRequest
{
    private const int MostWords = 16;

    private static readonly Lazy<FrozenDictionary<string, string>> Names = new(static () => LanguageTable.All.Signs
        .SelectMany(static sign => sign.Names.Select(name => (Name: Folding.Fold(name), sign.Code)))
        .DistinctBy(static name => name.Name, StringComparer.Ordinal)
        .ToFrozenDictionary(static name => name.Name, static name => name.Code, StringComparer.Ordinal));

    private static readonly Lazy<FrozenSet<string>> Asks = new(static () => WordsOf(static sign => sign.Asks));

    private static readonly Lazy<FrozenSet<string>> Nots = new(static () => WordsOf(static sign => sign.Nots));

    /// <summary>Two-letter code of the language that is asked for, known or not; null where the message is no such request.</summary>
    public static string? Find(string text)
    {
        string? first = null;
        string? last = null;
        var denied = false;
        var count = 0;
        foreach (var written in new MessageWords(BehindNo(text)))
        {
            var word = ++count <= MostWords ? Folding.Fold(written.ToString()) : "";
            if (Names.Value.TryGetValue(word, out var code))
            {
                (first, last) = (first ?? code, code);
            }
            else if (Nots.Value.Contains(word))
            {
                denied = true;
            }
            else if (!Asks.Value.Contains(word))
            {
                return null;
            }
        }

        // "I don't speak German" asks for another language, and does not say which; "kein Englisch, nur Deutsch" does.
        return !denied ? first : first == last ? null : last;
    }

    /// <summary>The first language that a message names, whatever else it says.</summary>
    public static string? FindName(string text)
    {
        foreach (var written in new MessageWords(text))
        {
            if (Names.Value.TryGetValue(Folding.Fold(written.ToString()), out var code))
            {
                return code;
            }
        }

        return null;
    }

    // "No, in Spanish" denies nothing of what follows.
    private static ReadOnlySpan<char> BehindNo(string text) =>
        text.IndexOf(',', StringComparison.Ordinal) is > 0 and < MostWords and var comma && Nots.Value.Contains(Folding.Fold(text[..comma].Trim())) ? text.AsSpan(comma + 1) : text;

    private static FrozenSet<string> WordsOf(Func<LanguageSigns, IEnumerable<string>> list) =>
        LanguageTable.All.Signs.SelectMany(list).Select(Folding.Fold).ToFrozenSet(StringComparer.Ordinal);
}
