using System.Collections.Frozen;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Playbooks;

/// <summary>The playbooks of a folder, by id, with the texts that they need.</summary>
public sealed class PlaybookCatalog
{
    private PlaybookCatalog(FrozenDictionary<string, Playbook> playbooks, FrozenDictionary<string, TextCatalog> texts)
    {
        Playbooks = playbooks;
        Texts = texts;
    }

    /// <summary>Playbooks by id.</summary>
    public FrozenDictionary<string, Playbook> Playbooks { get; }

    /// <summary>Texts by two-letter language.</summary>
    public FrozenDictionary<string, TextCatalog> Texts { get; }

    /// <summary>Reads <c>playbooks/*.yaml</c> and <c>texts/*.yaml</c> of the folder <c>dialogs</c>.</summary>
    /// <exception cref="PlaybookException">A file is wrong or missing; it tells all faults of all files.</exception>
    public static PlaybookCatalog Load(string folder) => throw new NotSupportedException(folder);
}
