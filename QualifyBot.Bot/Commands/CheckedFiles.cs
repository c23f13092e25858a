using QualifyBot.Bot.Dialogs;
using QualifyBot.Bot.Playbooks;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Proving;

namespace QualifyBot.Bot.Commands;

/// <summary>Finds the files that "check" is to prove, and proves them.</summary>
/// <param name="today">The day on which examples stand.</param>
internal sealed class CheckedFiles(DateOnly today)
{
    private readonly List<CheckedFinding> findings = [];
    private readonly HashSet<string> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);

    /// <summary>What was found, by file, line and column.</summary>
    public IReadOnlyList<CheckedFinding> Findings => [.. findings.OrderBy(static finding => finding.Place.File, StringComparer.Ordinal).ThenBy(static finding => finding.Place.Line).ThenBy(static finding => finding.Place.Column)];

    /// <summary>How many playbooks were looked at.</summary>
    public int Playbooks { get; private set; }

    /// <summary>Proves a file, the playbooks of a folder, or all of a folder of dialogs.</summary>
    public void Check(string path)
    {
        var faults = new List<PlaybookFault>();
        if (!Directory.Exists(path))
        {
            var loaded = DialogFiles.ReadFile(path, faults) is { } content ? Prove([(path, content)]) : [];
            CheckTexts(loaded, Path.Combine(path, "..", "..", "texts"));
        }
        else if (Directory.Exists(Path.Combine(path, "playbooks")))
        {
            CheckDialogs(path, faults);
        }
        else
        {
            CheckTexts(Prove(DialogFiles.Read(path, faults)), Path.Combine(path, "..", "texts"));
        }

        findings.AddRange(faults.Select(CheckedFinding.OfStructure));
    }

    // Presets are started from, and talk only once they have texts of their own.
    private void CheckDialogs(string folder, List<PlaybookFault> faults)
    {
        var loaded = Prove(DialogFiles.Read(Path.Combine(folder, "playbooks"), faults));
        CheckTexts(loaded, Path.Combine(folder, "texts"));
        CheckFaqs(folder);
        if (Directory.Exists(Path.Combine(folder, "presets")))
        {
            Prove(DialogFiles.Read(Path.Combine(folder, "presets"), faults));
        }

        var sales = Path.Combine(folder, SalesPlan.FileName);
        if (File.Exists(sales) && DialogFiles.ReadFile(sales, faults) is { } plan)
        {
            faults.AddRange(SalesPlan.Parse(sales, plan, [.. loaded.Select(static one => one.Playbook.Playbook?.Id).OfType<string>()]).Faults);
        }

        var opening = Path.Combine(folder, OpeningRules.FileName);
        if (File.Exists(opening) && DialogFiles.ReadFile(opening, faults) is { } rules)
        {
            faults.AddRange(OpeningRules.Parse(opening, rules).Faults);
        }

        var visits = Path.Combine(folder, VisitRules.FileName);
        if (File.Exists(visits) && DialogFiles.ReadFile(visits, faults) is { } signals)
        {
            faults.AddRange(VisitRules.Parse(visits, signals, loaded.Select(static one => one.Playbook.Playbook).OfType<Playbook>()).Faults);
        }
    }

    private void CheckFaqs(string folder)
    {
        var faults = new List<PlaybookFault>();
        FaqFiles.Read(folder, faults);
        var spoken = Path.Combine(folder, "texts");
        var languages = Directory.Exists(spoken) ? DialogFiles.Read(spoken, []).Select(static file => Path.GetFileNameWithoutExtension(file.File)) : [];
        findings.AddRange(faults.Concat(FaqFiles.Missing(folder, languages)).Select(static fault => new CheckedFinding("faq", Severity.Error, fault, "")));
    }

    private List<(string File, LoadedPlaybook Playbook)> Prove(IReadOnlyList<(string File, string Content)> files)
    {
        var loaded = files.Select(static file => (file.File, Playbook: PlaybookLoader.Parse(file.File, file.Content))).ToList();
        foreach (var (file, one) in loaded)
        {
            Playbooks++;
            findings.AddRange(one.Faults.Select(CheckedFinding.OfStructure));
            if (one.Playbook is { } playbook)
            {
                FindTwin(one, file, playbook.Id);
                findings.AddRange(Prover.Find(playbook, today).Select(finding => CheckedFinding.Of(finding, one, file)));
            }
        }

        return loaded;
    }

    private void FindTwin(LoadedPlaybook loaded, string file, string id)
    {
        if (!ids.TryAdd(id, file) && ids[id] != file)
        {
            var (line, column) = loaded.Find("id");
            findings.Add(CheckedFinding.OfStructure(new PlaybookFault(file, line, column, $"{ids[id]} holds the playbook '{id}' too.", "Give each playbook its own id.")));
        }
    }

    // Texts stand beside the folder of playbooks; without them only the rules are proved.
    private void CheckTexts(List<(string File, LoadedPlaybook Playbook)> loaded, string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        var faults = new List<PlaybookFault>();
        var catalogs = TextFolder.Load(folder, faults);
        if (texts.Add(Path.GetFullPath(folder)))
        {
            var (wrong, doubtful) = TextFolder.Compare(catalogs);
            faults.AddRange([.. catalogs.SelectMany(TalkTexts.Missing), .. wrong]);
            findings.AddRange([.. faults.Select(CheckedFinding.OfText), .. doubtful.Select(CheckedFinding.OfDoubtfulText)]);
        }

        findings.AddRange(catalogs.SelectMany(catalog => loaded.SelectMany(one => PlaybookTexts.Missing(one.Playbook, one.File, catalog))).Select(CheckedFinding.OfText));
    }
}
