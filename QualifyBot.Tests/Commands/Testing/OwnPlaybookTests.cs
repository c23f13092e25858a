using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Commands.Testing;

/// <summary>The shipped tests, used by those who write a playbook of their own.</summary>
public sealed class OwnPlaybookTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_same_facts_in_other_words_score_the_same_under_a_playbook_of_ones_own()
    {
        await WriteAsync("id: bant", "id: mine");
        var run = await TestAsync();
        Assert.True(run.Code == 0, run.Output + run.Errors);
        Assert.Contains(" talks of ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_playbook_that_does_not_count_a_fact_alike_is_found_out()
    {
        await File.WriteAllTextAsync(folder.File("variants.yaml"), "facts: { headcount: 300 }\nvariants:\n  - we are 300 people\n  - \"I am Anna Berg, we are 300 people\"\n  - we are 400 people\n");
        var run = await HostProcess.RunAsync(["test", "variants.yaml", "--playbook", "bant"], folder: folder.Root);
        Assert.Equal(1, run.Code);
        Assert.Contains("FAILED variants.yaml (bant, variant 2)", run.Output, StringComparison.Ordinal);
        Assert.Contains("variants.yaml:4:5: score.total\n    - expected  30\n    + got       33", run.Output, StringComparison.Ordinal);
        Assert.Contains("variants.yaml:1:21: slots.headcount\n    - expected  300\n    + got       400", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_playbook_is_played_in_place_of_its_namesake()
    {
        await WriteAsync("points: 30, when: { slot: headcount, at_least: 50", "points: 1, when: { slot: headcount, at_least: 50");
        await File.WriteAllTextAsync(folder.File("talk.yaml"), "playbook: bant\ntalk:\n  - says: we are 300 people\n    score: 30\n");
        var run = await HostProcess.RunAsync(["test", "talk.yaml", "--playbook", "mine.yaml"], folder: folder.Root);
        Assert.Equal(1, run.Code);
        Assert.Contains("talk.yaml:4:12: score.total\n    - expected  30\n    + got       1", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_playbook_is_a_misuse_told_with_its_place()
    {
        await WriteAsync("version:", "versoin:");
        var run = await TestAsync();
        Assert.Equal(2, run.Code);
        Assert.Contains("mine.yaml:11:1: The key 'versoin' is not known here.", run.Errors, StringComparison.Ordinal);
    }

    private Task<(int Code, string Output, string Errors)> TestAsync() =>
        HostProcess.RunAsync(["test", Path.Combine(Shipped.Folder, "tests", "invariance"), "--playbook", "mine.yaml"], folder: folder.Root);

    private async Task WriteAsync(string old, string changed)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Shipped.Folder, "playbooks", "bant.yaml"));
        Assert.Contains(old, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(folder.File("mine.yaml"), text.Replace(old, changed, StringComparison.Ordinal));
    }
}
