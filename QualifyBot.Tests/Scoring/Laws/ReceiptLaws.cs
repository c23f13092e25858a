using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Tests.Scoring.Laws;

/// <summary>Every point has its receipt, and every receipt its words.</summary>
internal static class ReceiptLaws
{
    public static void SumAndQuote(Case one)
    {
        var (playbook, lead, score) = (one.Playbook, one.Lead, one.Score);
        Assert.Equal(score.Fit, score.Receipts.Where(receipt => receipt.Axis == Axis.Fit).Sum(receipt => receipt.Points));
        Assert.Equal(score.Intent, score.Receipts.Where(receipt => receipt.Axis == Axis.Intent).Sum(receipt => receipt.Points));
        foreach (var receipt in score.Receipts)
        {
            var rule = playbook.Rules.Single(rule => string.Equals(rule.Id, receipt.Rule, StringComparison.Ordinal));
            Assert.InRange(receipt.Points + receipt.Cut, Math.Min(rule.Points * rule.Each, 0), Math.Max(rule.Points * rule.Each * 2, 0));
            Assert.NotEmpty(receipt.Citations);
            Assert.Equal(receipt.Citations.Length, receipt.Citations.Distinct().Count());
            foreach (var citation in receipt.Citations)
            {
                AssertStands(citation, lead);
            }
        }
    }

    public static void Masking(Case one)
    {
        foreach (var receipt in one.Score.Receipts)
        {
            Assert.False(Earns(receipt.Citations.Aggregate(one.Lead, Masked), receipt.Rule, one.Playbook), receipt.Rule);
        }
    }

    public static void Alone(Case one)
    {
        foreach (var receipt in one.Score.Receipts)
        {
            var alone = receipt.Citations.Aggregate(Lead.Empty, (rest, citation) => Known(rest, citation, one.Lead));
            Assert.True(Earns(alone, receipt.Rule, one.Playbook), receipt.Rule);
        }
    }

    private static bool Earns(Lead lead, string rule, Playbook playbook) =>
        Scorer.Score(lead, playbook, Leads.Today).Receipts.Any(other => string.Equals(other.Rule, rule, StringComparison.Ordinal));

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
}
