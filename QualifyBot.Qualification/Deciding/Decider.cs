using System.Diagnostics;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Qualification.Deciding;

/// <summary>Decides the next step: a pure function of the lead, the playbook and the day, never of the talk's history.</summary>
public static class Decider
{
    /// <summary>
    /// The next question in playbook order, or the decision: at once where a disqualifier holds, and where no answer to the questions
    /// left can change the outcome any more. A slot that has an answer, be it a withheld one or one from elsewhere, is never asked for.
    /// </summary>
    public static NextStep Next(Lead lead, Playbook playbook, DateOnly today)
    {
        var facts = new Facts(lead, playbook, today);
        return HoldingDisqualifier(facts) is null && NextQuestion(facts) is { } question && !IsSettled(facts)
            ? new NextStep.Ask(question)
            : new NextStep.Conclude(AsItStands(lead, playbook, today));
    }

    /// <summary>The decision by what is known now, as if no question could be asked any more; where the talk is over, the one that <see cref="Next"/> gives.</summary>
    public static Decision AsItStands(Lead lead, Playbook playbook, DateOnly today)
    {
        var facts = new Facts(lead, playbook, today);
        var score = Scorer.Score(lead, playbook, today);
        if (HoldingDisqualifier(facts) is { } disqualifier)
        {
            return Conclude(facts, score, Outcome.Disqualify, Stage.Disqualified, disqualifier.Id);
        }

        var route = RouteOf(facts with { Points = PointRange.Exactly(score) });
        return Conclude(facts, score, route.Outcome, route.Outcome == Outcome.Disqualify ? Stage.Disqualified : score.Stage, route.Id);
    }

    private static Decision Conclude(in Facts facts, Score score, Outcome outcome, Stage stage, string reason) =>
        new(outcome, stage, score, reason, Fingerprint.Of(facts.Lead, facts.Playbook.Hash, facts.Today));

    private static Disqualifier? HoldingDisqualifier(in Facts facts)
    {
        foreach (var disqualifier in facts.Playbook.Disqualifiers)
        {
            if (Truth.Is(disqualifier.When, true, facts))
            {
                return disqualifier;
            }
        }

        return null;
    }

    private static Question? NextQuestion(in Facts facts)
    {
        foreach (var question in facts.Playbook.Questions)
        {
            if (facts.ValueOf(question.Slot.Id) is null && (question.When is null || Truth.Is(question.When, true, facts)))
            {
                return question;
            }
        }

        return null;
    }

    /// <summary>Whether every route that can still be taken, and no disqualifier, leads to one outcome.</summary>
    private static bool IsSettled(in Facts facts)
    {
        var reach = Scorer.Reach(facts);
        var possible = facts with { View = View.Possible, Points = reach };
        if (HoldingDisqualifier(possible) is not null)
        {
            return false;
        }

        var sure = possible with { View = View.Sure };
        Outcome? outcome = null;
        foreach (var route in facts.Playbook.Routes)
        {
            if (route.When is not null && !Truth.Is(route.When, true, possible))
            {
                continue;
            }

            if (outcome is { } other && other != route.Outcome)
            {
                return false;
            }

            outcome = route.Outcome;
            if (route.When is null || Truth.Is(route.When, true, sure))
            {
                return true;
            }
        }

        throw new UnreachableException("The last route takes every lead.");
    }

    private static RouteRule RouteOf(in Facts facts)
    {
        foreach (var route in facts.Playbook.Routes)
        {
            if (route.When is null || Truth.Is(route.When, true, facts))
            {
                return route;
            }
        }

        throw new UnreachableException("The last route takes every lead.");
    }
}
