using QualifyBot.Bot.Playbooks;
using QualifyBot.Qualification.Proving;
using QualifyBot.Tests.Scoring;

namespace QualifyBot.Tests.Proving;

public sealed class SeededFaultTests
{
    private static readonly Fault[] Faults = [.. FaultsOfScoring.All, .. FaultsOfAnswers.All, .. FaultsOfRoutes.All];

    public static TheoryData<string> Names => [.. Faults.Select(fault => fault.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_seeded_fault_is_found_at_its_line(string name)
    {
        var miss = Faults.Single(fault => fault.Name == name).Miss();
        Assert.True(miss is null, miss);
    }

    [Theory]
    [InlineData("clean")]
    [InlineData("bant")]
    [InlineData("champ")]
    public void A_clean_playbook_gives_no_finding(string playbook)
    {
        var loaded = PlaybookLoader.Parse("clean.yaml", Fault.TextOf(playbook));
        Assert.Empty(loaded.Faults);
        Assert.Empty(Prover.Find(loaded.Playbook!, Leads.Today));
    }
}
