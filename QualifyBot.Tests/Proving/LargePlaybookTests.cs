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
        Assert.DoesNotContain(Prover.Find(loaded.Playbook, Leads.Today), finding => finding.Severity == Severity.NotProved);
    }
}
