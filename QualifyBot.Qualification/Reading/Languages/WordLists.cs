using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Languages;

/// <summary>The word lists: a folder a language, whose file "language" tells its code and habits, and one folder of what all write alike.</summary>
internal static class WordLists
{
    /// <summary>The folder of what all languages write alike: currency signs and codes, given names, legal forms.</summary>
    public const string Shared = "Shared";

    private const string About = "/language.txt";

    /// <summary>The folders of the languages by their two-letter codes.</summary>
    public static readonly FrozenDictionary<string, string> Folders = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.EndsWith(About, StringComparison.Ordinal))
        .Select(name => name[..^About.Length])
        .ToFrozenDictionary(folder => Told(folder, "code"), StringComparer.OrdinalIgnoreCase);

    /// <summary>The habits of a folder's language.</summary>
    public static Habits HabitsOf(string folder) => Habits.Parse(Told(folder, "habits"));

    /// <summary>The text of a list; empty where a folder has none of that name.</summary>
    public static string Of(string folder, string list)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{folder}/{list}.txt");
        if (stream is null)
        {
            return "";
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The phrases of lists that lie in a folder, and in the shared one.</summary>
    public static Phrases PhrasesOf(string folder, Vocabulary vocabulary, params ReadOnlySpan<string> lists)
    {
        var phrases = new Phrases(vocabulary);
        foreach (var list in lists)
        {
            WordFile.Load(Of(Shared, list), vocabulary, phrases);
            WordFile.Load(Of(folder, list), vocabulary, phrases);
        }

        return phrases;
    }

    /// <summary>Ids of the words of a list.</summary>
    public static FrozenSet<int> WordsOf(string folder, Vocabulary vocabulary, string list) =>
        Of(folder, list).Split((char[])[',', ' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(vocabulary.Add).ToFrozenSet();

    /// <summary>The entries of a list, as they are written.</summary>
    public static string[] EntriesOf(string folder, string list) =>
        Of(folder, list).Split((char[])[',', '\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The files whose names start so, without their ending, by name.</summary>
    public static IEnumerable<string> FilesIn(string start) => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(start, StringComparison.Ordinal))
        .Select(static name => name[..^".txt".Length])
        .Order(StringComparer.Ordinal);

    /// <summary>The lines "key: value" of a file.</summary>
    public static IReadOnlyDictionary<string, string> LinesOf(string file)
    {
        var slash = file.LastIndexOf('/');
        return Of(file[..slash], file[(slash + 1)..]).Split('\n', StringSplitOptions.TrimEntries)
            .Where(static line => line.Length > 0 && line[0] != '#')
            .ToDictionary(static line => line[..line.IndexOf(':', StringComparison.Ordinal)], static line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim(), StringComparer.Ordinal);
    }

    /// <summary>The values that a list gives to a tag, in English as in every language.</summary>
    public static ImmutableArray<string> ValuesOf(string list, Tag tag)
    {
        var head = tag.ToString() + ' ';
        return [.. Of("English", list).Split('\n').Where(line => line.StartsWith(head, StringComparison.OrdinalIgnoreCase)).Select(line => line[head.Length..line.IndexOf(':', StringComparison.Ordinal)])];
    }

    private static string Told(string folder, string key) => Of(folder, "language").Split('\n')
        .Where(line => line.StartsWith(key + ':', StringComparison.Ordinal))
        .Select(line => line[(key.Length + 1)..].Trim())
        .FirstOrDefault("");
}
