using System.Globalization;
using System.Text.Json;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;

namespace QualifyBot.Tests.Scoring.Laws;

/// <summary>What a decision depends on.</summary>
internal static class DecisionLaws
{
    private static readonly CultureInfo Odd = OddCulture();

    public static void Culture(Case one)
    {
        var before = CultureInfo.CurrentCulture;
        var step = Told(Decider.Next(one.Lead, one.Playbook, Leads.Today));
        try
        {
            CultureInfo.CurrentCulture = Odd;
            Assert.Equal(step, Told(Decider.Next(one.Lead, one.Playbook, Leads.Today)));
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
        var (step, again) = (Decider.Next(one.Lead, one.Playbook, Leads.Today), Decider.Next(retold, one.Playbook, Leads.Today));
        Assert.Equal(Bare(step), Bare(again));
    }

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
