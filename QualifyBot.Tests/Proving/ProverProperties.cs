using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Proving;
using QualifyBot.Qualification.Scoring;
using QualifyBot.Tests.Scoring;

namespace QualifyBot.Tests.Proving;

/// <summary>What the prover says of small playbooks, against a look at every lead.</summary>
public sealed class ProverProperties
{
    private const int Tests = 40;

    [Fact]
    public void A_route_is_reached_by_some_lead_or_told_to_be_unreached() => Check(static (playbook, findings, leads) =>
    {
        var reached = leads.Select(lead => Decider.Next(lead, playbook, Leads.Today)).OfType<NextStep.Conclude>().Select(step => step.Decision.Reason).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, route) in playbook.Routes.Index().Where(route => !IsOpen(findings, $"routes/{route.Index}")))
        {
            var isTold = findings.Any(finding => finding.Path.StartsWith($"routes/{index}", StringComparison.Ordinal) && finding.Kind is FindingKinds.UnreachableRoute or FindingKinds.ShadowedRoute or FindingKinds.Contradiction
                && finding.Path.StartsWith($"routes/{index}", StringComparison.Ordinal) && !finding.Problem.StartsWith("A part", StringComparison.Ordinal));
            Assert.True(reached.Contains(route.Id) != isTold, $"{route}: {isTold}");
        }
    });

    [Fact]
    public void A_rule_holds_for_some_lead_or_is_told() => Check(static (playbook, findings, leads) =>
    {
        var earned = leads.SelectMany(lead => Scorer.Score(lead, playbook, Leads.Today).Receipts).Select(receipt => receipt.Rule).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, rule) in playbook.Rules.Index())
        {
            var told = findings.Where(finding => finding.Path == $"rules/{index}/when" && finding.Kind is FindingKinds.DeadRule or FindingKinds.Contradiction).Where(finding => finding.Path == $"rules/{index}/when").ToList();
            Assert.True(earned.Contains(rule.Id) || told.Count > 0, $"{rule} is dead");
            Assert.False(earned.Contains(rule.Id) && told.Exists(finding => finding.Kind == FindingKinds.DeadRule), $"{rule} is alive");
        }
    });

    [Fact]
    public void A_threshold_is_reached_by_some_leads_and_not_by_all_or_told() => Check(static (playbook, findings, leads) =>
    {
        var decisions = leads.Select(lead => Decider.AsItStands(lead, playbook, Leads.Today)).Where(decision => playbook.Disqualifiers.IsEmpty || decision.Reason != playbook.Disqualifiers[0].Id).Select(decision => decision.Score).ToList();
        (string Path, Func<Score, bool> Reaches)[] thresholds =
        [
            ("grid/fit/a", score => score.Fit >= playbook.Grid.FitA), ("grid/intent/2", score => score.Intent >= playbook.Grid.Intent2),
            ("stages/iql", score => score.Total >= playbook.Stages.Iql), ("stages/sql", score => score.Total >= playbook.Stages.Sql),
        ];
        foreach (var (path, reaches) in thresholds)
        {
            Assert.Equal(!decisions.Exists(score => reaches(score)), Has(findings, FindingKinds.ThresholdOutOfReach, path));
            Assert.True(decisions.Count == 0 || decisions.TrueForAll(score => reaches(score)) == Has(findings, FindingKinds.ThresholdAlwaysMet, path), path);
        }
    });

    [Fact]
    public void A_better_answer_that_is_told_does_earn_less() => Check(static (playbook, findings, _) =>
    {
        foreach (var finding in findings.Where(finding => finding is { Kind: FindingKinds.NotMonotone, Severity: Severity.Error }))
        {
            var (worse, better) = (finding.Examples[0].Lead, finding.Examples[1].Lead);
            Assert.True(Scorer.Score(worse, playbook, Leads.Today).Total > Scorer.Score(better, playbook, Leads.Today).Total);
            Assert.Single(worse.Answers, answer => !better.Answers.Contains(answer));
        }
    });

    [Fact]
    public void A_disqualifier_takes_some_lead_or_is_told() => Check(static (playbook, findings, leads) =>
    {
        foreach (var disqualifier in playbook.Disqualifiers)
        {
            var takes = leads.Any(lead => Decider.AsItStands(lead, playbook, Leads.Today).Reason == disqualifier.Id);
            Assert.True(takes || findings.Any(finding => finding.Path == "disqualifiers/0/when" && finding.Kind is FindingKinds.DeadDisqualifier or FindingKinds.Contradiction));
        }
    });

    [Fact]
    public void Findings_do_not_hang_on_the_day() => Any.Check(Tests / 2, any =>
    {
        var playbook = SmallPlaybooks.One(any);
        Assert.Equal(
            Prover.Find(playbook, Leads.Today).Select(finding => (finding.Kind, finding.Path, finding.Problem)),
            Prover.Find(playbook, Leads.Today.AddDays(400)).Select(finding => (finding.Kind, finding.Path, finding.Problem)));
    });

    private static void Check(Action<Playbook, IReadOnlyList<Finding>, List<Lead>> property) => Any.Check(Tests, any =>
    {
        var playbook = SmallPlaybooks.One(any);
        property(playbook, Prover.Find(playbook, Leads.Today), [.. SmallPlaybooks.Leads(playbook, Leads.Today)]);
    });

    private static bool Has(IReadOnlyList<Finding> findings, string kind, string path) => findings.Any(finding => finding.Kind == kind && finding.Path == path);

    private static bool IsOpen(IReadOnlyList<Finding> findings, string path) => Has(findings, FindingKinds.NotProved, path);
}
