using System.Diagnostics;
using QualifyBot.Bot.Playbooks;
using QualifyBot.Qualification.Proving;
using QualifyBot.Tests.Scoring;

namespace QualifyBot.Tests.Proving;

public sealed class LargePlaybookTests
{
    [Fact]
    public void Forty_criteria_and_four_hundred_rules_are_proved()
    {
        var loaded = PlaybookLoader.Parse("large.yaml", LargePlaybook.Yaml);
        Assert.Empty(loaded.Faults);
        Assert.Equal((40, 400), (loaded.Playbook!.Criteria.Length, loaded.Playbook.Rules.Length));
        var watch = Stopwatch.StartNew();
        var findings = Prover.Find(loaded.Playbook, Leads.Today);
        Console.WriteLine($"{watch.ElapsedMilliseconds} ms");
        File.WriteAllLines("/tmp/large.txt", findings.Select(f => $"{f.Kind} {f.Severity} {f.Path}: {f.Problem}").Append($"{watch.ElapsedMilliseconds} ms"));
        File.WriteAllText("/tmp/large.yaml", LargePlaybook.Yaml);
    }
}
