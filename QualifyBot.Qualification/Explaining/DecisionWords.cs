using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Explaining;

/// <summary>A decision in words for the seller.</summary>
public static class DecisionWords
{
    /// <summary>What decided and what it asks for: "book a demo, by sales_ready (bant 1.0): stage sales-qualified and ...".</summary>
    public static string Of(Outcome outcome, string reason, Playbook playbook)
    {
        var start = $"{StageWords.Of(outcome)}, by {reason} ({playbook.Id} {playbook.Version})";
        if (Find(reason, playbook) is not { } rule)
        {
            return start;
        }

        return rule.When is { } when ? $"{start}: {ConditionWords.Of(when, playbook)}" : $"{start}: none of the routes before it holds";
    }

    /// <summary>The line of a decision.</summary>
    public static string Of(Decision decision, Playbook playbook) => Of(decision.Outcome, decision.Reason, playbook);

    // A disqualifier is as good as a route that stands before all others.
    internal static RouteRule? Find(string reason, Playbook playbook) =>
        playbook.Disqualifiers.Where(one => string.Equals(one.Id, reason, StringComparison.Ordinal)).Select(one => new RouteRule(one.Id, Outcome.Disqualify, one.When)).FirstOrDefault()
        ?? playbook.Routes.FirstOrDefault(route => string.Equals(route.Id, reason, StringComparison.Ordinal));
}
