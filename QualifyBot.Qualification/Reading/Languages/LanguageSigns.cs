using System.Collections.Immutable;
using System.Globalization;

namespace QualifyBot.Qualification.Reading.Languages;

/// <summary>What tells a language from others: one file each, "tell" in the folder of a language that is read, or one of the foreign ones.</summary>
internal sealed record LanguageSigns
{
    private const string Foreign = "Foreign/";
    private const string Tell = "/tell";

    /// <summary>Lists of the reader whose words are everyday words too.</summary>
    private static readonly string[] ReaderLists = ["acts", "answers", "numbers", "dates", "money", "deciding", "others", "budgets", "sums", "base", "frames", "contacts"];

    /// <summary>Two-letter code.</summary>
    public required string Code { get; init; }

    /// <summary>What the language is called, in several languages.</summary>
    public required ImmutableArray<string> Names { get; init; }

    /// <summary>Its commonest words.</summary>
    public required ImmutableArray<string> Words { get; init; }

    /// <summary>Words of which one alone tells.</summary>
    public required ImmutableArray<string> Strong { get; init; }

    /// <summary>Further words: those that the reader knows.</summary>
    public required ImmutableArray<string> Others { get; init; }

    /// <summary>Letters that hardly any other language has.</summary>
    public required string Letters { get; init; }

    /// <summary>Letters that it has and English has not.</summary>
    public required string Hints { get; init; }

    /// <summary>Ends of words.</summary>
    public required ImmutableArray<string> Endings { get; init; }

    /// <summary>Words of a request to speak a language.</summary>
    public required ImmutableArray<string> Asks { get; init; }

    /// <summary>Words that deny.</summary>
    public required ImmutableArray<string> Nots { get; init; }

    /// <summary>First and last letter of its script, where no other language uses it.</summary>
    public (char First, char Last)? Script { get; init; }

    /// <summary>The signs of all languages, in a fixed order.</summary>
    public static ImmutableArray<LanguageSigns> LoadAll() =>
    [
        .. WordLists.Folders.OrderBy(static folder => folder.Key, StringComparer.Ordinal).Select(static folder => Load(folder.Key, WordLists.LinesOf(folder.Value + Tell), OthersOf(folder.Value))),
        .. WordLists.FilesIn(Foreign).Select(static file => WordLists.LinesOf(file)).Select(static lines => Load(lines["code"], lines, [])),
    ];

    private static LanguageSigns Load(string code, IReadOnlyDictionary<string, string> lines, ImmutableArray<string> others) => new()
    {
        Code = code,
        Names = List(lines, "names"),
        Words = List(lines, "words"),
        Strong = List(lines, "strong"),
        Others = others,
        Letters = lines.GetValueOrDefault("letters", ""),
        Hints = lines.GetValueOrDefault("hints", ""),
        Endings = List(lines, "endings"),
        Asks = List(lines, "asks"),
        Nots = List(lines, "nots"),
        Script = lines.TryGetValue("script", out var script) ? (Letter(script.AsSpan(0, 4)), Letter(script.AsSpan(5))) : null,
    };

    private static char Letter(ReadOnlySpan<char> code) => (char)int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static ImmutableArray<string> List(IReadOnlyDictionary<string, string> lines, string key) =>
        lines.TryGetValue(key, out var list) ? [.. list.Split(", ", StringSplitOptions.RemoveEmptyEntries)] : [];

    private static ImmutableArray<string> OthersOf(string folder)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        foreach (var line in ReaderLists.SelectMany(list => WordLists.Of(folder, list).Split('\n')).Where(static line => line.Length > 0 && line[0] != '#'))
        {
            foreach (var word in new MessageWords(line.AsSpan(line.IndexOf(':', StringComparison.Ordinal) + 1)))
            {
                words.Add(word.ToString());
            }
        }

        return words.DrainToImmutable();
    }
}
