using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Scoring;

/// <summary>What a rule that holds is worth before its group's cap: its points, weighed by what they rest on and by the age of signals.</summary>
internal static class Worth
{
    private const int Percent = 100;

    /// <summary>The worth of a rule that rests on these citations; fractions of a point are dropped.</summary>
    public static int Of(ScoreRule rule, ImmutableArray<Citation> citations, in Facts facts)
    {
        if (rule.When is Condition.Happened happened && (rule.Each > 1 || rule.Decay is not null))
        {
            return OfSignals(rule, happened, facts);
        }

        return rule.Points < 0 ? rule.Points : rule.Points * WeightOf(citations, facts.Playbook.Weights) / Percent;
    }

    /// <summary>The least and the most that a rule may be worth once it holds, whatever answers come.</summary>
    public static (int Least, int Most) Range(ScoreRule rule, in Facts facts)
    {
        if (rule.When is Condition.Happened happened)
        {
            var worth = rule.Each > 1 || rule.Decay is not null ? OfSignals(rule, happened, facts) : rule.Points;
            return (worth, worth);
        }

        var weights = facts.Playbook.Weights;
        if (rule.Points < 0 || weights.SelfReported == weights.Evidenced)
        {
            var worth = rule.Points < 0 ? rule.Points : rule.Points * weights.SelfReported / Percent;
            return (worth, worth);
        }

        var most = facts.Lead.Signals.IsEmpty ? weights.SelfReported : Math.Max(weights.Evidenced, Percent);
        return (rule.Points * Math.Min(weights.SelfReported, Percent) / Percent, rule.Points * Math.Max(most, Percent) / Percent);
    }

    // The newest signals earn first, so that one more never costs.
    private static int OfSignals(ScoreRule rule, Condition.Happened happened, in Facts facts)
    {
        var (worth, left) = (0L, rule.Each);
        for (var index = facts.Lead.Signals.Length - 1; index >= 0 && left > 0; index--)
        {
            var signal = facts.Lead.Signals[index];
            if (SignalTruth.Counts(signal, happened, facts.Today))
            {
                worth += Faded(rule, facts.Today.DayNumber - signal.On.DayNumber);
                left--;
            }
        }

        return (int)worth;
    }

    /// <summary>What the rule's points are worth for a signal of this age in days.</summary>
    internal static int Faded(ScoreRule rule, int age) => rule.Decay switch
    {
        null => rule.Points,
        { FromDays: var from } when age <= from => rule.Points,
        { UntilDays: var until } when age >= until => 0,
        { FromDays: var from, UntilDays: var until } => (int)((long)rule.Points * (until - age) / (until - from)),
    };

    private static int WeightOf(ImmutableArray<Citation> citations, EvidenceWeights weights)
    {
        var weight = Percent;
        foreach (var citation in citations)
        {
            switch (citation)
            {
                case Citation.Words { Standing: Standing.SelfReported }:
                    return weights.SelfReported;
                case Citation.Words or Citation.Told:
                    weight = weights.Evidenced;
                    break;
            }
        }

        return weight;
    }
}
