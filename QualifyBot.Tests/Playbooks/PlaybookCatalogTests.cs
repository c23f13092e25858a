using QualifyBot.Bot.Playbooks;

namespace QualifyBot.Tests.Playbooks;

public sealed class PlaybookCatalogTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("dialogs").FullName;

    public PlaybookCatalogTests()
    {
        foreach (var file in new[] { "playbooks/bant.yaml", "texts/en.yaml" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file))!);
            File.Copy(Path.Combine(Shipped.Folder, file), Path.Combine(folder, file));
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_text_that_a_playbook_needs_is_missed_by_its_id()
    {
        Edit("texts/en.yaml", text => text
            .Replace("bant.timeline.ask:", "bant.timline.ask:", StringComparison.Ordinal)
            .Replace("bant.budget.choice.none: No budget\n", "", StringComparison.Ordinal)
            .Replace("bant.disqualified.no_need:", "bant.disqualified.other:", StringComparison.Ordinal));
        var faults = Faults();
        Assert.Equal(3, faults.Count);
        Assert.Contains(faults, fault => fault.Contains("bant.yaml:77:5: The text 'bant.timeline.ask' is missing.", StringComparison.Ordinal) && fault.EndsWith("Did you mean 'bant.timline.ask'?", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("'bant.budget.choice.none' is missing", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("'bant.disqualified.no_need' is missing", StringComparison.Ordinal));
    }

    [Fact]
    public void Faults_of_all_files_are_told_at_once()
    {
        Edit("playbooks/bant.yaml", text => text.Replace("name: BANT", "", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(folder, "playbooks", "empty.yaml"), "");
        File.WriteAllText(Path.Combine(folder, "texts", "de.yaml"), "a: {b: c}");
        Assert.Equal(["bant.yaml", "de.yaml", "empty.yaml"], Faults().Select(fault => Path.GetFileName(fault.Split(':')[0])).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public void Two_files_cannot_hold_the_same_playbook()
    {
        File.Copy(Path.Combine(folder, "playbooks", "bant.yaml"), Path.Combine(folder, "playbooks", "copy.yaml"));
        Assert.Contains("Another file holds the playbook 'bant'", Assert.Single(Faults()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_missing_or_empty_is_a_fault()
    {
        File.Delete(Path.Combine(folder, "playbooks", "bant.yaml"));
        Directory.Delete(Path.Combine(folder, "texts"), recursive: true);
        var faults = Faults();
        Assert.Contains(faults, fault => fault.Contains("holds no YAML file", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("no such folder", StringComparison.Ordinal));
    }

    private void Edit(string file, Func<string, string> edit)
    {
        var path = Path.Combine(folder, file);
        File.WriteAllText(path, edit(File.ReadAllText(path)));
    }

    private List<string> Faults() => [.. Assert.Throws<PlaybookException>(() => PlaybookCatalog.Load(folder)).Faults.Select(fault => fault.ToString())];
}
