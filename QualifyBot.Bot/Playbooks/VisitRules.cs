using System.Collections.Immutable;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Playbooks;

/// <summary>Which signals a visit to the site makes, and which its scripts may send. What a browser tells can be made up, so no more than this list is taken from it.</summary>
public sealed record VisitRules(ImmutableArray<VisitRule> Signals, ImmutableArray<SiteEventRule> Events)
{
    /// <summary>Name of the file in the folder of the dialogs; without it a visit makes no signal.</summary>
    public const string FileName = "visits.yaml";

    /// <summary>The fields of a campaign, without the "utm_" before them.</summary>
    public static readonly ImmutableArray<string> UtmFields = ["source", "medium", "campaign", "term", "content"];

    /// <summary>No rules.</summary>
    public static readonly VisitRules None = new([], []);

    /// <summary>The kinds of signals that a visit makes, each once.</summary>
    public IEnumerable<string> SignalsOf(VisitFacts visit) => Signals.Where(rule => rule.Holds(visit)).Select(rule => rule.Signal).Distinct(StringComparer.Ordinal);

    /// <summary>The kind of signal that an event of the site makes; null where the name is not on the list.</summary>
    public string? SignalOf(string name) => Events.FirstOrDefault(known => string.Equals(known.Name, name, StringComparison.Ordinal))?.Signal;

    /// <summary>The rules of a folder of dialogs.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="playbooks">The playbooks that read the signals.</param>
    /// <exception cref="PlaybookException">The file is wrong; it tells all faults.</exception>
    public static VisitRules Load(string folder, IEnumerable<Playbook> playbooks)
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
        {
            return None;
        }

        var faults = new List<PlaybookFault>();
        var content = DialogFiles.ReadFile(file, faults);
        var (rules, wrong) = content is null ? (null, []) : Parse(file, content, playbooks);
        return rules ?? throw new PlaybookException([.. faults, .. wrong]);
    }

    /// <summary>The rules of a file's text, or null and all its faults.</summary>
    public static (VisitRules? Rules, ImmutableArray<PlaybookFault> Faults) Parse(string file, string text, IEnumerable<Playbook> playbooks)
    {
        var faults = new FaultList(file);
        var rules = YamlReader.Read(text, faults) is { } value && MapReader.Of(value, "", faults) is { } root ? new VisitRulesParser(root, [.. playbooks]).Read() : null;
        return (faults.IsEmpty ? rules : null, faults.ToSorted());
    }
}
