using System.Collections.Frozen;

namespace QualifyBot.Bot.Playbooks;

/// <summary>The files of a folder of dialogs that hold the questions visitors ask back: <c>faq/{language}.yaml</c>.</summary>
internal static class FaqFiles
{
    /// <summary>Name of the folder.</summary>
    public const string Folder = "faq";

    /// <summary>The questions by language; what cannot be read is left out and stands among the faults. Without the folder there are none.</summary>
    public static FrozenDictionary<string, FaqBook> Read(string dialogs, List<PlaybookFault> faults)
    {
        var books = new Dictionary<string, FaqBook>(StringComparer.Ordinal);
        var folder = Path.Combine(dialogs, Folder);
        foreach (var (file, content) in Directory.Exists(folder) ? DialogFiles.Read(folder, faults) : [])
        {
            var (book, wrong) = FaqLoader.Parse(file, content);
            faults.AddRange(wrong);
            if (book is not null)
            {
                books[Path.GetFileNameWithoutExtension(file)] = book;
            }
        }

        return books.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>A fault for each entry that one language has and another lacks, and for each language of the texts that has no questions at all.</summary>
    /// <param name="dialogs">The folder of dialogs.</param>
    /// <param name="languages">Languages of the texts.</param>
    public static IEnumerable<PlaybookFault> Missing(string dialogs, IEnumerable<string> languages)
    {
        var books = Read(dialogs, []);
        var ids = books.OrderBy(static book => book.Key, StringComparer.Ordinal)
            .SelectMany(static book => book.Value.Entries.Select(entry => (entry.Id, In: book.Key))).DistinctBy(static entry => entry.Id).ToList();
        foreach (var language in languages.Union(books.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var file = Path.Combine(dialogs, Folder, language + ".yaml");
            if (!books.TryGetValue(language, out var book))
            {
                if (books.Count > 0 && !File.Exists(file))
                {
                    yield return new PlaybookFault(file, 1, 1, $"The language '{language}' has texts, but no questions and answers.", "Translate the file of another language.");
                }

                continue;
            }

            foreach (var (id, other) in ids.Where(entry => book.Entries.All(own => own.Id != entry.Id)))
            {
                yield return new PlaybookFault(file, 1, 1, $"The question '{id}' is missing, which '{other}' has.", $"Add '{id}:' with 'ask' and 'answer', or remove it there.");
            }
        }
    }
}
