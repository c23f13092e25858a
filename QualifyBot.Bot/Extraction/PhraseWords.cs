using System.Collections.Frozen;

namespace QualifyBot.Bot.Extraction;

/// <summary>The words of a language that phrases are checked by; a language without a list is never put in other words.</summary>
internal sealed class PhraseWords
{
    private const string Resources = "QualifyBot.Bot.Extraction.Phrases.";
    private const char Sense = '=';

    private PhraseWords(IReadOnlyCollection<string> lines)
    {
        Free = Words(lines.Where(line => line[0] != Sense));
        Carrying = Words(lines.Where(line => line[0] == Sense));
    }

    /// <summary>Words that add nothing to what a text says.</summary>
    public FrozenSet<string> Free { get; }

    /// <summary>Words that must stand in a phrase just as in its text.</summary>
    public FrozenSet<string> Carrying { get; }

    /// <summary>The words of a language, or null where there is no list.</summary>
    public static PhraseWords? Of(string language)
    {
        using var stream = typeof(PhraseWords).Assembly.GetManifestResourceStream($"{Resources}{language}.txt");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return new PhraseWords([.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => line[0] != '#')]);
    }

    private static FrozenSet<string> Words(IEnumerable<string> lines) =>
        lines.SelectMany(line => line.TrimStart(Sense).Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(StringComparer.Ordinal);
}
