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
