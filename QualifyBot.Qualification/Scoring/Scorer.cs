using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Scoring;

/// <summary>Scores leads: a pure function of its arguments.</summary>
public static class Scorer
{
    /// <summary>What the lead's answers and signals earn on this day.</summary>
    public static Score Score(Lead lead, Playbook playbook, DateOnly today)
    {
        var facts = new Facts(lead, playbook, today);
        var left = CapsOf(playbook);
        var receipts = ImmutableArray.CreateBuilder<Receipt>();
        var (fit, intent) = (0, 0);
        for (var index = 0; index < playbook.Rules.Length; index++)
        {
            var rule = playbook.Rules[index];
            if (!Truth.Is(rule.When, true, facts))
            {
                continue;
            }

            var citations = Citations.Of(rule.When, facts);
            var worth = Worth.Of(rule, citations, facts);
            var points = Take(worth, playbook.CapOf(index), left);
            (fit, intent) = rule.Axis == Axis.Fit ? (fit + points, intent) : (fit, intent + points);
            receipts.Add(new Receipt(rule.Id, rule.Axis, points, worth - points, citations));
        }

        var grade = playbook.Grid.Of(fit, intent);
        return new Score(fit, intent, grade, StageTruth.Of(fit + intent, facts), playbook.Grid.TemperatureOf(intent), receipts.DrainToImmutable());
    }

    /// <summary>The least and the most that the lead may have when all open questions are answered.</summary>
    internal static PointRange Reach(in Facts facts)
    {
        var (sure, possible) = (facts with { View = View.Sure }, facts with { View = View.Possible });
        var (leastLeft, mostLeft) = (CapsOf(facts.Playbook), CapsOf(facts.Playbook));
        var range = default(PointRange);
        for (var index = 0; index < facts.Playbook.Rules.Length; index++)
        {
            var rule = facts.Playbook.Rules[index];
            var cap = facts.Playbook.CapOf(index);
            var (least, most) = Worth.Range(rule, facts);
            var low = Truth.Is(rule.When, true, rule.Points > 0 ? sure : possible) ? Take(least, cap, leastLeft) : 0;
            var high = Truth.Is(rule.When, true, rule.Points > 0 ? possible : sure) ? Take(most, cap, mostLeft) : 0;
            range = rule.Axis == Axis.Fit
                ? range with { FitLow = range.FitLow + low, FitHigh = range.FitHigh + high }
                : range with { IntentLow = range.IntentLow + low, IntentHigh = range.IntentHigh + high };
        }

        return range;
    }

    private static int[] CapsOf(Playbook playbook)
    {
        var left = new int[playbook.Caps.Length];
        for (var index = 0; index < left.Length; index++)
        {
            left[index] = playbook.Caps[index].Most;
        }

        return left;
    }

    private static int Take(int points, int? cap, int[] left)
    {
        if (points < 0 || cap is not { } index)
        {
            return points;
        }

        var taken = Math.Min(points, left[index]);
        left[index] -= taken;
        return taken;
    }
}
