using BenchmarkDotNet.Attributes;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Benchmarks.Scoring;

/// <summary>One lead on a shipped playbook. Promised: a score in under 5 microseconds, under 2 KB allocated beside the receipts.</summary>
[MemoryDiagnoser]
public class ScoringBenchmarks
{
    private Playbook playbook = null!;
    private Lead[] leads = [];
    private int next;

    [ParamsSource(nameof(Names))]
    public string Name { get; set; } = "";

    public static IEnumerable<string> Names() => LeadPopulation.Playbooks().Select(static one => one.Id);

    [GlobalSetup]
    public void Load()
    {
        playbook = LeadPopulation.Playbooks().Single(one => string.Equals(one.Id, Name, StringComparison.Ordinal));
        leads = LeadPopulation.Of(playbook, 1000, answered: 100, seed: 1);
    }

    [Benchmark]
    public Score Score() => Scorer.Score(leads[next++ % leads.Length], playbook, LeadPopulation.Today);

    [Benchmark]
    public NextStep NextStep() => Decider.Next(leads[next++ % leads.Length], playbook, LeadPopulation.Today);
}
