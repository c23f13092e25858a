using QualifyBot.Bot.Playbooks;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Commands;

internal static class PlaybookChoice
{
    public static Playbook Of(string? name)
    {
        var file = name is not null && File.Exists(name) ? name : $"dialogs/playbooks/{name ?? "bant"}.yaml";
        var loaded = PlaybookLoader.Parse(file, File.ReadAllText(file));
        return loaded.Playbook ?? throw new PlaybookException(loaded.Faults);
    }
}
