using System.Collections.Immutable;
using QualifyBot.Bot.Playbooks;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Commands;

/// <summary>Rulebooks that are named on the command line.</summary>
internal static class RulebookFiles
{
    /// <summary>The playbooks of these files; null where one is wrong: then all faults are told, each with its place and remedy.</summary>
    public static async Task<ImmutableArray<Playbook>?> LoadAsync(ImmutableArray<string> files, TextWriter errors)
    {
        var loaded = files.Select(PlaybookLoader.Load).ToArray();
        foreach (var fault in loaded.SelectMany(one => one.Faults))
        {
            await errors.WriteLineAsync(fault.ToString());
        }

        return loaded.All(one => one.Playbook is not null) ? [.. loaded.Select(one => one.Playbook!)] : null;
    }
}
