using System.Text.Json;
using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Proving;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Commands;

public sealed class CheckCommandTests
{
    [Fact]
    public async Task The_shipped_dialogs_are_clean()
    {
        var ended = await HostProcess.RunAsync(["check", "--strict", Shipped.Folder]);
        Assert.Equal((0, ""), (ended.Code, ended.Errors));
        Assert.EndsWith("playbooks: no fault found.", ended.Output.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finding_is_told_with_its_place_and_a_lead_that_shows_it()
    {
        using var folder = new TempFolder();
        var file = Write(folder, "small.yaml", CleanPlaybook.Yaml.Replace("sql: 80 }", "sql: 400 }", StringComparison.Ordinal));
        var ended = await HostProcess.RunAsync(["check", file]);
        Assert.Equal((1, ""), (ended.Code, ended.Errors));
        Assert.Contains($"{file}:112:34: error threshold_out_of_reach: No lead reaches the threshold of the stage 'sales-qualified'", ended.Output, StringComparison.Ordinal);
        Assert.Contains("This lead has the most: ", ended.Output, StringComparison.Ordinal);
        Assert.Contains("authority decides alone; ", ended.Output, StringComparison.Ordinal);
        Assert.EndsWith("1 playbook: 2 errors, 0 warnings.", ended.Output.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Findings_come_as_lines_of_JSON_too()
    {
        using var folder = new TempFolder();
        var file = Write(folder, "small.yaml", CleanPlaybook.Yaml.Replace("points: 20, when: { slot: authority", "points: -20, when: { slot: authority", StringComparison.Ordinal));
        var ended = await HostProcess.RunAsync(["check", "--json", file]);
        var line = Assert.Single(ended.Output.Trim().Split('\n'), line => line.Contains("not_monotone", StringComparison.Ordinal));
        var finding = JsonDocument.Parse(line).RootElement;
        Assert.Equal(("error", "rules/8", file), (finding.GetProperty("severity").GetString(), finding.GetProperty("path").GetString(), finding.GetProperty("file").GetString()));
        var (worse, better) = (finding.GetProperty("examples")[0], finding.GetProperty("examples")[1]);
        Assert.True(worse.GetProperty("fit").GetInt32() > better.GetProperty("fit").GetInt32());
        Assert.Equal("authority", better.GetProperty("answers").GetProperty("authority").GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Warnings_count_only_where_asked_to()
    {
        using var folder = new TempFolder();
        var file = Write(folder, "small.yaml", CleanPlaybook.Yaml.Replace("seniority: 23", "seniority: 60", StringComparison.Ordinal));
        Assert.Equal(0, (await HostProcess.RunAsync(["check", file])).Code);
        Assert.Equal(1, (await HostProcess.RunAsync(["check", file, "--strict"])).Code);
    }

    [Fact]
    public async Task Broken_files_are_faults_with_a_place()
    {
        using var folder = new TempFolder();
        string[] broken = ["", "\0\0", "- a list", "id: [", "id: small\nrules: 5\nslots: {}", "a: &x b\nc: *x", new string('[', 5000), "\"", "? ? ?", "id: ünïcode 😀\nname: ''"];
        var files = broken.Select((text, index) => Write(folder, $"broken{index}.yaml", text)).ToList();
        var ended = await HostProcess.RunAsync(["check", .. files]);
        Assert.Equal((1, ""), (ended.Code, ended.Errors));
        Assert.All(files, file => Assert.Contains($"{file}:", ended.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_texts_are_told_at_the_question_that_needs_them()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(Path.Combine(folder.Root, "playbooks"));
        Directory.CreateDirectory(Path.Combine(folder.Root, "texts"));
        Write(folder, Path.Combine("playbooks", "small.yaml"), CleanPlaybook.Yaml);
        Write(folder, Path.Combine("texts", "en.yaml"), "base.need.ask: What is it?");
        var ended = await HostProcess.RunAsync(["check", folder.Root]);
        Assert.Equal(1, ended.Code);
        Assert.Contains("error text: The text 'base.need.why' is missing. Add 'base.need.why:' to ", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("'base.need.ask' is missing", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_a_misuse()
    {
        var ended = await HostProcess.RunAsync(["check", "nowhere.yaml"]);
        Assert.Equal((2, ""), (ended.Code, ended.Output));
        Assert.Contains("There is no file or folder 'nowhere.yaml'.", ended.Errors, StringComparison.Ordinal);
    }

    private static string Write(TempFolder folder, string name, string text)
    {
        var file = Path.Combine(folder.Root, name);
        File.WriteAllText(file, text);
        return file;
    }
}
