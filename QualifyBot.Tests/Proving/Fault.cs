using QualifyBot.Bot.Playbooks;
using QualifyBot.Qualification.Proving;
using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Scoring;

namespace QualifyBot.Tests.Proving;

/// <summary>A fault put into a clean playbook.</summary>
/// <param name="Name">What somebody did, as a sentence.</param>
/// <param name="Kind">The kind of finding that must tell it.</param>
/// <param name="Edits">"right => wrong", one or several; the sign § stands in the line that the finding must name.</param>
internal sealed record Fault(string Name, string Kind, params string[] Edits)
{
    /// <summary>The playbook that is changed: "clean", or the id of a shipped one.</summary>
    public string Of { get; init; } = "clean";

    /// <summary>The clean text of a playbook.</summary>
    public static string TextOf(string playbook) => playbook == "clean"
        ? CleanPlaybook.Yaml
        : File.ReadAllText(Path.Combine(Shipped.Folder, "playbooks", $"{playbook}.yaml")).ReplaceLineEndings("\n");

    /// <summary>Why the fault is not found at its line, or null where it is.</summary>
    public string? Miss()
    {
        var text = TextOf(Of);
        foreach (var edit in Edits)
        {
            var (right, wrong) = edit.Split(" => ") is [var one, var other] ? (one, other) : throw new FormatException(edit);
            if (!text.Contains(right, StringComparison.Ordinal))
            {
                return $"'{right}' does not stand in '{Of}'.";
            }

            var at = text.IndexOf(right, StringComparison.Ordinal);
            text = text[..at] + wrong + text[(at + right.Length)..];
        }

        var line = text[..text.IndexOf('§', StringComparison.Ordinal)].Count(letter => letter == '\n') + 1;
        var loaded = PlaybookLoader.Parse("fault.yaml", text.Replace("§", "", StringComparison.Ordinal));
        var told = loaded.Playbook is null
            ? loaded.Faults.Select(fault => ("structure", fault.Line, fault.Problem)).ToList()
            : [.. Prover.Find(loaded.Playbook, Leads.Today).Select(finding => (finding.Kind, loaded.PlaceOf(finding).Line, finding.Problem))];
        return told.Exists(one => one.Item1 == Kind && one.Line == line) ? null : $"{Name}: not '{Kind}' in line {line}, but {string.Join("; ", told)}";
    }
}
