using System.Text.Json;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;
using QualifyBot.Tests.Playbooks;

namespace QualifyBot.Tests.Scoring.Laws;

/// <summary>How a score may move.</summary>
internal static class ScoreLaws
{
    public static void Caps(Case one)
    {
        foreach (var cap in one.Playbook.Caps)
        {
            var group = one.Playbook.Rules.Where(rule => string.Equals(rule.Group, cap.Group, StringComparison.Ordinal)).Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
            var earned = one.Score.Receipts.Where(receipt => group.Contains(receipt.Rule) && receipt.Points > 0).Sum(receipt => receipt.Points);
            var cut = one.Score.Receipts.Where(receipt => group.Contains(receipt.Rule)).Sum(receipt => receipt.Cut);
            Assert.True(cut == 0 ? earned <= cap.Most : earned == cap.Most);
        }
    }

    public static void Order(Case one)
    {
        var shuffled = one.Any.Shuffled(one.Lead.Answers).Aggregate(Lead.Empty, (rest, answer) => rest.With(answer));
        shuffled = one.Any.Shuffled(one.Lead.Signals).Aggregate(shuffled, (rest, signal) => rest.With(signal));
        var corrected = shuffled.Answers.Aggregate(shuffled, (rest, answer) =>
            rest.With(answer with { Value = new AnswerValue.Withheld(WithheldReason.Unknown) }).With(answer));
        AssertSame(one.Score, Scorer.Score(shuffled, one.Playbook, Leads.Today));
        AssertSame(one.Score, Scorer.Score(corrected, one.Playbook, Leads.Today));
    }

    public static void Idempotence(Case one)
    {
        var again = one.Lead.Signals.Aggregate(one.Lead.Answers.Aggregate(one.Lead, (rest, answer) => rest.With(answer)), (rest, signal) => rest.With(signal));
        AssertSame(one.Score, Scorer.Score(again, one.Playbook, Leads.Today));
        AssertSame(one.Score, Scorer.Score(one.Lead, one.Playbook, Leads.Today));
    }

    // The rules of fit read no signals here, and the playbook is asked about signals of any age.
    public static void Age(Case one)
    {
        var days = 1 + Math.Abs(one.Playbook.Hash[0] % 40);
        var happened = one.Lead with { Signals = [.. one.Lead.Signals.Where(signal => signal.On <= Leads.Today)] };
        var older = happened with { Signals = [.. happened.Signals.Select(signal => signal with { On = signal.On.AddDays(-days) })] };
        var (before, after) = (Scorer.Score(happened, one.Playbook, Leads.Today), Scorer.Score(older, one.Playbook, Leads.Today));
        Assert.Equal(before.Fit, after.Fit);
        Assert.True(Earned(after) <= Earned(before));
    }

    public static void Rising(Case one)
    {
        var playbook = Rise.Playbook;
        var lead = one.Any.Lead(playbook) with { Signals = [] };
        var better = Rise.Better(lead, one.Any);
        var (before, after) = (Scorer.Score(lead, playbook, Leads.Today), Scorer.Score(better, playbook, Leads.Today));
        Assert.True(after.Fit >= before.Fit && after.Intent >= before.Intent);
        Assert.True(after.Grade <= before.Grade && after.Stage >= before.Stage);
    }

    private static int Earned(Score score) => score.Receipts.Where(static receipt => receipt.Axis == Axis.Intent && receipt.Points > 0).Sum(static receipt => receipt.Points);

    private static void AssertSame(Score one, Score other) => Assert.Equal(JsonSerializer.Serialize(one), JsonSerializer.Serialize(other));
}
