using System.Text.Json;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;
using QualifyBot.Tests.Playbooks;
using static QualifyBot.Tests.Scoring.Leads;

namespace QualifyBot.Tests.Scoring;

public sealed class ScorerProperties
{
    private const int Tests = 3000;

    [Fact]
    public void Receipts_sum_to_the_score_and_quote_the_lead() => Any.Check(Tests, any =>
    {
        var (playbook, lead, score) = Scored(any);
        Assert.Equal(score.Fit, score.Receipts.Where(receipt => receipt.Axis == Axis.Fit).Sum(receipt => receipt.Points));
        Assert.Equal(score.Intent, score.Receipts.Where(receipt => receipt.Axis == Axis.Intent).Sum(receipt => receipt.Points));
        foreach (var receipt in score.Receipts)
        {
            var rule = playbook.Rules.Single(rule => string.Equals(rule.Id, receipt.Rule, StringComparison.Ordinal));
            Assert.InRange(receipt.Points + receipt.Cut, Math.Min(rule.Points * rule.Each, 0), Math.Max(rule.Points * rule.Each * 2, 0));
            Assert.NotEmpty(receipt.Citations);
            Assert.All(receipt.Citations, citation => AssertStands(citation, lead));
            Assert.Equal(receipt.Citations.Length, receipt.Citations.Distinct().Count());
        }
    });

    [Fact]
    public void Masking_the_answers_that_a_receipt_cites_removes_it() => Any.Check(Tests, any =>
    {
        var (playbook, lead, score) = Scored(any);
        foreach (var receipt in score.Receipts)
        {
            var masked = receipt.Citations.Aggregate(lead, Masked);
            Assert.DoesNotContain(Scorer.Score(masked, playbook, Today).Receipts, other => string.Equals(other.Rule, receipt.Rule, StringComparison.Ordinal));
        }
    });

    [Fact]
    public void A_receipt_needs_no_answer_but_those_it_cites() => Any.Check(Tests, any =>
    {
        var (playbook, lead, score) = Scored(any);
        foreach (var receipt in score.Receipts)
        {
            var alone = receipt.Citations.Aggregate(Lead.Empty, (rest, citation) => Known(rest, citation, lead));
            Assert.Contains(Scorer.Score(alone, playbook, Today).Receipts, other => string.Equals(other.Rule, receipt.Rule, StringComparison.Ordinal));
        }
    });

    [Fact]
    public void Caps_hold() => Any.Check(Tests, any =>
    {
        var (playbook, _, score) = Scored(any);
        foreach (var cap in playbook.Caps)
        {
            var group = playbook.Rules.Where(rule => string.Equals(rule.Group, cap.Group, StringComparison.Ordinal)).Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
            var earned = score.Receipts.Where(receipt => group.Contains(receipt.Rule) && receipt.Points > 0).Sum(receipt => receipt.Points);
            var cut = score.Receipts.Where(receipt => group.Contains(receipt.Rule)).Sum(receipt => receipt.Cut);
            Assert.True(cut == 0 ? earned <= cap.Most : earned == cap.Most);
        }
    });

    [Fact]
    public void The_order_of_the_talk_leaves_no_trace() => Any.Check(Tests, any =>
    {
        var (playbook, lead, score) = Scored(any);
        var shuffled = any.Shuffled(lead.Answers).Aggregate(Lead.Empty, (rest, answer) => rest.With(answer));
        shuffled = any.Shuffled(lead.Signals).Concat(lead.Signals.Take(2)).Aggregate(shuffled, (rest, signal) => rest.With(signal));
        var corrected = shuffled.Answers.Aggregate(shuffled, (rest, answer) =>
            rest.With(answer with { Value = new AnswerValue.Withheld(WithheldReason.Unknown) }).With(answer));
        Assert.Equal(JsonSerializer.Serialize(score), JsonSerializer.Serialize(Scorer.Score(shuffled, playbook, Today)));
        Assert.Equal(JsonSerializer.Serialize(score), JsonSerializer.Serialize(Scorer.Score(corrected, playbook, Today)));
    });

    private static void AssertStands(Citation citation, Lead lead)
    {
        switch (citation)
        {
            case Citation.Words words:
                Assert.Same(lead.Find(words.Slot)!.Evidence, words.Evidence);
                Assert.Equal(words.Standing != Standing.SelfReported, words.By is not null);
                break;
            case Citation.Told told:
                Assert.Equal((told.Slot, true), (told.By.Slot, lead.Signals.Contains(told.By)));
                break;
            case Citation.Happened happened:
                Assert.Contains(happened.Signal, lead.Signals);
                break;
        }
    }

    private static Lead Masked(Lead lead, Citation citation) => citation switch
    {
        Citation.Words words => WithoutTold(lead.Without(words.Slot), words.Slot),
        Citation.Told told => WithoutTold(lead.Without(told.Slot), told.Slot),
        Citation.Happened happened => lead with { Signals = lead.Signals.RemoveAll(signal => string.Equals(signal.Id, happened.Signal.Id, StringComparison.Ordinal)) },
        _ => lead,
    };

    private static Lead WithoutTold(Lead lead, string slot) =>
        lead with { Signals = [.. lead.Signals.Select(signal => string.Equals(signal.Slot, slot, StringComparison.Ordinal) ? signal with { Value = null } : signal)] };

    private static Lead Known(Lead rest, Citation citation, Lead lead) => citation switch
    {
        Citation.Words { By: { } by } words => rest.With(lead.Find(words.Slot)!).With(by),
        Citation.Words words => rest.With(lead.Find(words.Slot)!),
        Citation.Told told => rest.With(told.By),
        Citation.Happened happened => rest.With(happened.Signal),
        _ => rest,
    };

    private static (Playbook Playbook, Lead Lead, Score Score) Scored(Any any)
    {
        var playbook = any.Chance(20) ? any.One([Shipped.Bant, Shipped.Champ]) : any.Playbook();
        var lead = any.Lead(playbook);
        return (playbook, lead, Scorer.Score(lead, playbook, Today));
    }
}
