using QualifyBot.Bot.Playbooks;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Commands;

/// <summary>The rulebook that a command line names: the id of a shipped one, or a file.</summary>
internal static class PlaybookChoice
{
    private const string Default = "bant";

    /// <summary>The playbook, or null where there is none or it is wrong: then it is told why.</summary>
    public static Playbook? Load(string? name, TextWriter errors)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "dialogs", "playbooks");
        var shipped = Path.Combine(folder, $"{name ?? Default}.yaml");
        var isFile = name is not null && (File.Exists(name) || Path.GetExtension(name) is ".yaml" or ".yml" || name.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal));
        if (!isFile && !File.Exists(shipped))
        {
            var known = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.yaml").Select(static file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal).ToArray() : [];
            errors.WriteLine($"There is no playbook '{name}'. {Nearest.Remedy(name ?? Default, known)}");
            return null;
        }

        return Read(isFile ? name! : shipped, errors);
    }

    private static Playbook? Read(string file, TextWriter errors)
    {
        var loaded = PlaybookLoader.Load(file);
        foreach (var fault in loaded.Faults)
        {
            errors.WriteLine(fault);
        }

        return loaded.Playbook;
    }
}
