using System.Collections.Immutable;
using QualifyBot.Bot.Playbooks;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Proving;

namespace QualifyBot.Bot.Commands;

/// <summary>Something that "check" tells: a finding of the prover, or a fault that keeps a file from being read.</summary>
/// <param name="Kind">The finding's kind, "structure" for a fault in a playbook, "text" for one in texts, "faq" for one in questions and answers.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Place">File, line, column, problem and remedy.</param>
/// <param name="Path">Path inside the file, or empty.</param>
internal sealed record CheckedFinding(string Kind, Severity Severity, PlaybookFault Place, string Path)
{
    /// <summary>The playbook that the examples are for.</summary>
    public Playbook? Playbook { get; init; }

    /// <summary>Leads that show it.</summary>
    public ImmutableArray<ExampleLead> Examples { get; init; } = [];

    /// <summary>A fault of a playbook's file.</summary>
    public static CheckedFinding OfStructure(PlaybookFault fault) => new("structure", Severity.Error, fault, "");

    /// <summary>A fault of texts: one that is broken, or missing.</summary>
    public static CheckedFinding OfText(PlaybookFault fault) => new("text", Severity.Error, fault, "");

    /// <summary>Texts that differ from another language's in what may be meant.</summary>
    public static CheckedFinding OfDoubtfulText(PlaybookFault fault) => new("text", Severity.Warning, fault, "");

    /// <summary>A finding of the prover, with its place in the file.</summary>
    public static CheckedFinding Of(Finding finding, LoadedPlaybook loaded, string file)
    {
        var (path, line, column) = loaded.PlaceOf(finding);
        return new CheckedFinding(finding.Kind, finding.Severity, new PlaybookFault(file, line, column, finding.Problem, finding.Remedy), path)
        {
            Playbook = loaded.Playbook,
            Examples = finding.Examples,
        };
    }
}
