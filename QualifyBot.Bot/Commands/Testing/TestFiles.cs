using QualifyBot.Bot.Playbooks;

namespace QualifyBot.Bot.Commands.Testing;

/// <summary>Finds and reads the files of talks.</summary>
internal static class TestFiles
{
    /// <summary>The talks of files and folders, by path, and what is wrong with those that are none.</summary>
    public static (IReadOnlyList<TalkFile> Talks, IReadOnlyList<VariantsFile> Variants, IReadOnlyList<PlaybookFault> Faults) Read(IEnumerable<string> paths, string? filter = null)
    {
        var (talks, variants, faults) = (new List<TalkFile>(), new List<VariantsFile>(), new List<PlaybookFault>());
        foreach (var file in paths.SelectMany(Files).Distinct(StringComparer.Ordinal).Where(file => filter is null || file.Contains(filter, StringComparison.OrdinalIgnoreCase)))
        {
            if (DialogFiles.ReadFile(file, faults) is { } text)
            {
                Read(file, text, talks, variants, faults);
            }
        }

        return (talks, variants, faults);
    }

    private static IEnumerable<string> Files(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(static file => Path.GetExtension(file) is ".yaml" or ".yml").Order(StringComparer.Ordinal)
        : [path];

    private static void Read(string file, string text, List<TalkFile> talks, List<VariantsFile> variants, List<PlaybookFault> faults)
    {
        var list = new FaultList(file);
        if (YamlReader.Read(text, list) is { } value && MapReader.Of(value, "", list) is { } root)
        {
            // A pack of attacks on the model's reader is played by the tests of the reader.
            if (root.Has("attacks"))
            {
                return;
            }

            if (root.Has("variants"))
            {
                variants.AddRange(VariantsParser.Parse(root, file) is { } pack ? [pack] : []);
            }
            else
            {
                talks.AddRange(TalkFileParser.Parse(root, file) is { } talk ? [talk] : []);
            }
        }

        faults.AddRange(list.ToSorted());
    }
}
