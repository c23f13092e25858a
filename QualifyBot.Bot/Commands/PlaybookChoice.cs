using QualifyBot.Bot.Playbooks;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Commands;

/// <summary>The rulebook that a command line names: the id of a shipped one, or a file; without a name that which new talks use.</summary>
internal static class PlaybookChoice
{

    /// <summary>The playbook, or null where there is none or it is wrong: then it is told why.</summary>
    public static Playbook? Load(string? name, TextWriter errors)
    {
        var dialogs = Path.Combine(AppContext.BaseDirectory, "dialogs");
        var folder = Path.Combine(dialogs, "playbooks");
        var known = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.yaml").Select(static file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal).ToArray() : [];
        if ((name ?? Planned(dialogs, known, errors)) is not { } chosen)
        {
            return null;
        }

        if (File.Exists(chosen) || Path.GetExtension(chosen) is ".yaml" or ".yml" || chosen.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return Read(chosen, errors);
        }

        if (known.Contains(chosen, StringComparer.Ordinal))
        {
            return Read(Path.Combine(folder, $"{chosen}.yaml"), errors);
        }

        errors.WriteLine($"There is no playbook '{chosen}'. {Nearest.Remedy(chosen, known)}");
        return null;
    }

    private static string? Planned(string dialogs, IReadOnlyCollection<string> known, TextWriter errors)
    {
        try
        {
            return SalesPlan.Load(dialogs, known).Playbook;
        }
        catch (PlaybookException wrong)
        {
            errors.WriteLine(wrong.Message);
            return null;
        }
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
