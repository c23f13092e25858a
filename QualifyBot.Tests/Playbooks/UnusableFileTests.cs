using QualifyBot.Bot.Playbooks;

namespace QualifyBot.Tests.Playbooks;

public sealed class UnusableFileTests
{
    [Theory]
    [InlineData("", "is empty")]
    [InlineData("# only a comment\n", "is empty")]
    [InlineData("just words", "must be a mapping")]
    [InlineData("- a\n- b", "must be a mapping")]
    [InlineData("a: b\n---\nc: d", "second document")]
    [InlineData("a: [b", "not YAML")]
    [InlineData("a: 'b", "not YAML")]
    [InlineData("a:\n\t- b", "not YAML")]
    [InlineData("a: b\0", "character 0")]
    [InlineData("%YAML 99999999999.1\n---\na: b", "not YAML")]
    public void A_file_that_holds_no_playbook_is_a_fault(string text, string problem) =>
        Assert.Contains(PlaybookLoader.Parse("small.yaml", text).Faults, fault => fault.Problem.Contains(problem, StringComparison.Ordinal));

    [Fact]
    public void A_file_too_large_or_too_deep_is_a_fault()
    {
        Assert.Contains("larger than 1024 KB", Assert.Single(PlaybookLoader.Parse("big.yaml", new string('a', 1024 * 1024 + 1)).Faults).Problem, StringComparison.Ordinal);
        Assert.Contains("deeper than 32", Assert.Single(PlaybookLoader.Parse("deep.yaml", "a: " + new string('[', 100_000)).Faults).Problem, StringComparison.Ordinal);
        Assert.Contains("deeper than 32", Assert.Single(PlaybookLoader.Parse("deep.yaml", string.Concat(Enumerable.Repeat("- ", 100_000)) + "a").Faults).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_files_never_throw()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 3000; round++)
        {
            var text = SmallPlaybook.Yaml.ToCharArray().ToList();
            for (var edit = random.Next(1, 6); edit > 0; edit--)
            {
                var place = random.Next(text.Count);
                if (random.Next(3) == 0)
                {
                    text.RemoveRange(place, Math.Min(random.Next(1, 30), text.Count - place));
                }
                else
                {
                    text.Insert(place, "{}[]:,-&*!|>'\"%@`#?\n\t \0é\ud800"[random.Next(25)]);
                }
            }

            var loaded = PlaybookLoader.Parse("small.yaml", new string([.. text]));
            Assert.True(loaded.Playbook is null ^ loaded.Faults.IsEmpty);
            Assert.All(loaded.Faults, fault => Assert.True(fault is { Line: >= 1, Column: >= 1, Problem.Length: > 0, Remedy.Length: > 0 }));
        }
    }
}
