namespace QualifyBot.Tests.Scoring.Laws;

/// <summary>What holds for every lead on every playbook.</summary>
public sealed class LawTests(LawSweep sweep) : IClassFixture<LawSweep>
{
    public static TheoryData<string> Names => [.. LawSweep.Laws.Select(static law => law.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Law(string name)
    {
        Assert.Equal(LawSweep.Cases, sweep.Checked);
        Assert.True(!sweep.Breaches.TryGetValue(name, out var breach), breach);
    }
}
