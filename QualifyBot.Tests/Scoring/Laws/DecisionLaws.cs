using System.Globalization;
using System.Text.Json;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Tests.Deciding;

namespace QualifyBot.Tests.Scoring.Laws;

/// <summary>What a decision depends on.</summary>
internal static class DecisionLaws
{
    private static readonly CultureInfo Odd = OddCulture();

    public static void Culture(Case one)
    {
        var before = CultureInfo.CurrentCulture;
        var step = Told(StepOf(one, one.Lead));
        try
        {
            CultureInfo.CurrentCulture = Odd;
            Assert.Equal(step, Told(StepOf(one, one.Lead)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    public static void ValuesAlone(Case one)
    {
        var retold = one.Any.Shuffled(one.Lead.Answers).Aggregate(Lead.Empty, (rest, answer) =>
            rest.With(answer with { At = answer.At.AddDays(1), Evidence = answer.Evidence with { MessageId = "other", Reader = "model" } }));
        retold = one.Any.Shuffled(one.Lead.Signals).Aggregate(retold, (rest, signal) => rest.With(signal with { Source = "elsewhere" }));
        Assert.Equal(Bare(StepOf(one, one.Lead)), Bare(StepOf(one, retold)));
    }

    // Pairs are tried in CounterfactualTests, over fewer leads.
    public static void SmallestChange(Case one)
    {
        var found = Counterfactual.Of(one.Lead, one.Playbook, Leads.Today);
        Assert.All(found.Flips, flip => Assert.Equal(flip.To, OtherAnswer.OutcomeWith(one.Lead, flip.Changes.Select(change => (change.Slot, change.To)), one.Playbook)));
        Assert.All(found.Flips, flip => Assert.NotEqual(found.Outcome, flip.To));
        Assert.Single(found.Flips.Select(flip => flip.Changes.Length).Append(found.Flips is [var first, ..] ? first.Changes.Length : 0).Distinct());
        if (found.Flips is not [{ Changes.Length: 1 }, ..])
        {
            Assert.DoesNotContain(OtherAnswer.AllOf(one.Lead, one.Playbook), other => OtherAnswer.OutcomeWith(one.Lead, [other], one.Playbook) != found.Outcome);
        }
    }

    private static NextStep StepOf(Case one, Lead lead) => one.AsksNext
        ? Decider.Next(lead, one.Playbook, Leads.Today)
        : new NextStep.Conclude(Decider.AsItStands(lead, one.Playbook, Leads.Today));

    private static (string What, object? Stage, string Hash) Bare(NextStep step) => step switch
    {
        NextStep.Ask(var question) => (question.Id, null, ""),
        NextStep.Conclude(var decision) => (decision.Reason, (decision.Stage, decision.Outcome, decision.Score.Fit, decision.Score.Intent), decision.Hash),
        _ => throw new InvalidOperationException(),
    };

    private static string Told(NextStep step) => step switch
    {
        NextStep.Ask(var question) => question.Id,
        NextStep.Conclude(var decision) => JsonSerializer.Serialize(decision),
        _ => throw new InvalidOperationException(),
    };

    private static CultureInfo OddCulture()
    {
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NumberDecimalSeparator = ",";
        odd.NumberFormat.NegativeSign = "~";
        odd.DateTimeFormat.ShortDatePattern = "dd.MM.yy";
        return odd;
    }
}
