namespace QualifyBot.Bot.Playbooks;

/// <summary>Reads the YAML files of a folder.</summary>
internal static class DialogFiles
{
    /// <summary>Paths and contents, by name; what cannot be read is left out and stands among the faults.</summary>
    public static IReadOnlyList<(string File, string Content)> Read(string folder, List<PlaybookFault> faults)
    {
        var files = new List<(string, string)>();
        if (!Directory.Exists(folder))
        {
            faults.Add(new PlaybookFault(folder, 1, 1, "There is no such folder.", "Set the folder of the dialogs to one that holds 'playbooks' and 'texts'."));
            return files;
        }

        foreach (var file in Directory.EnumerateFiles(folder).Where(IsYaml).Order(StringComparer.Ordinal))
        {
            if (ReadFile(file, faults) is { } content)
            {
                files.Add((file, content));
            }
        }

        if (files.Count == 0 && faults.Count == 0)
        {
            faults.Add(new PlaybookFault(folder, 1, 1, "The folder holds no YAML file.", "Put at least one file there whose name ends in .yaml."));
        }

        return files;
    }

    private static bool IsYaml(string file) => Path.GetExtension(file) is ".yaml" or ".yml";

    /// <summary>The content of a file; null, and a fault, where it cannot be read.</summary>
    public static string? ReadFile(string file, List<PlaybookFault> faults)
    {
        try
        {
            if (new FileInfo(file).Length <= YamlReader.LargestFile)
            {
                return File.ReadAllText(file);
            }

            faults.Add(new PlaybookFault(file, 1, 1, $"The file is larger than {YamlReader.LargestFile / 1024} KB.", "Split it, or remove what does not belong there."));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add(new PlaybookFault(file, 1, 1, $"The file cannot be read: {fault.Message}", "Check that it exists and may be read."));
        }

        return null;
    }
}
