using System.Collections.Immutable;

namespace QualifyBot.Bot.Playbooks;

/// <summary>Reads the folder of texts: one file a language, named by its code ("de.yaml").</summary>
internal static class TextFolder
{
    /// <summary>The language that the others are compared with; without it, the first by name.</summary>
    private const string Model = "en";

    /// <summary>The catalogs by their language, in order of their files; what is wrong stands among the faults.</summary>
    public static IReadOnlyList<TextCatalog> Load(string folder, List<PlaybookFault> faults)
    {
        var catalogs = new List<TextCatalog>();
        foreach (var (file, content) in DialogFiles.Read(folder, faults))
        {
            var (catalog, wrong) = TextLoader.Parse(file, content);
            faults.AddRange(wrong);
            if (catalog is null)
            {
                continue;
            }

            if (catalogs.Exists(other => string.Equals(other.Language, catalog.Language, StringComparison.Ordinal)))
            {
                faults.Add(new PlaybookFault(file, 1, 1, $"Another file holds the texts of '{catalog.Language}' too.", "Keep one file a language."));
            }
            else
            {
                catalogs.Add(catalog);
            }
        }

        return catalogs;
    }

    /// <summary>What differs from the language that the others are compared with: placeholders are faults, the rest is worth a look.</summary>
    public static (ImmutableArray<PlaybookFault> Faults, ImmutableArray<PlaybookFault> Warnings) Compare(IReadOnlyList<TextCatalog> catalogs)
    {
        if (catalogs.Count == 0)
        {
            return ([], []);
        }

        var model = catalogs.FirstOrDefault(static catalog => catalog.Language is Model) ?? catalogs[0];
        var others = catalogs.Where(catalog => catalog != model).ToList();
        return ([.. others.SelectMany(other => TextComparison.Faults(model, other))], [.. others.SelectMany(other => TextComparison.Warnings(model, other))]);
    }
}
