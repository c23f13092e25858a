using System.Collections.Immutable;
using System.Diagnostics;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding.Outlook;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Qualification.Deciding;

/// <summary>Decides the next step: a pure function of the lead, the playbook and the day, never of the talk's history.</summary>
public static class Decider
{
    // Whether each of more slots matters is seldom worth the work: most of them do.
    private const int FewSlots = 4;

    /// <summary>
    /// The question that can change the outcome most, or the decision: at once where a disqualifier holds, and where no answer to the questions
    /// left can change the outcome any more. A slot that has an answer, be it a withheld one or one from elsewhere, is never asked for.
    /// </summary>
    public static NextStep Next(Lead lead, Playbook playbook, DateOnly today)
    {
        var facts = new Facts(lead, playbook, today);
        var standing = AsItStands(lead, playbook, today);
        return Ahead(facts, standing.Outcome) is var (askable, completions)
            ? new NextStep.Ask(QuestionChoice.Of(completions, Plan.Of(playbook), askable, Opens(facts)))
            : new NextStep.Conclude(standing);
    }

    /// <summary>
    /// How many questions may still be asked, the next one included, whatever the answers: never fewer than will be. A correction may bring more, and
    /// an answer that settles several may save some. 0 where the talk is over.
    /// </summary>
    public static int QuestionsLeft(Lead lead, Playbook playbook, DateOnly today)
    {
        if (Ahead(new Facts(lead, playbook, today), AsItStands(lead, playbook, today).Outcome) is null)
        {
            return 0;
        }

        var prospect = new Prospect(lead, playbook, today);
        var completions = new Completions(prospect);
        var matter = prospect.Open.Length > FewSlots ? prospect.Open.Length : prospect.Open.Count(completions.Matters);
        return Math.Max(matter, 1) + Spin.StepsLeft(lead, playbook);
    }

    /// <summary>The questions that may be asked now, in playbook order, whether or not their answers can still matter: their slots are empty and their conditions hold.</summary>
    public static ImmutableArray<Question> Askable(Lead lead, Playbook playbook, DateOnly today) =>
        [.. Planned(new Facts(lead, playbook, today)).Select(static planned => planned.Question)];

    /// <summary>The decision by what is known now, as if no question could be asked any more; where the talk is over, the one that <see cref="Next"/> gives.</summary>
    public static Decision AsItStands(Lead lead, Playbook playbook, DateOnly today)
    {
        var facts = new Facts(lead, playbook, today);
        var score = Scorer.Score(lead, playbook, today);
        if (HoldingDisqualifier(facts) is { } disqualifier)
        {
            return Conclude(facts, score, Outcome.Disqualify, Stage.Disqualified, disqualifier.Id);
        }

        var route = RouteOf(facts with { Points = Points.Of(score) });
        return Conclude(facts, score, route.Outcome, route.Outcome == Outcome.Disqualify ? Stage.Disqualified : score.Stage, route.Id);
    }

    /// <summary>The questions that may be asked now, and what may come of them; null where the talk is over.</summary>
    private static (ImmutableArray<PlannedQuestion> Askable, Completions Completions)? Ahead(in Facts facts, Outcome standing)
    {
        if (HoldingDisqualifier(facts) is not null || Planned(facts) is not { IsEmpty: false } askable)
        {
            return null;
        }

        var completions = new Completions(new Prospect(facts.Lead, facts.Playbook, facts.Today));
        return completions.AllEndIn(standing) ? null : (askable, completions);
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

    private static bool Opens(in Facts facts)
    {
        foreach (var question in facts.Playbook.Questions)
        {
            if (facts.ValueOf(question.Slot.Id) is not null)
            {
                return false;
            }
        }

        return true;
    }

    // Of several questions for one slot only the first is asked.
    private static ImmutableArray<PlannedQuestion> Planned(in Facts facts)
    {
        var askable = ImmutableArray.CreateBuilder<PlannedQuestion>();
        foreach (var planned in Plan.Of(facts.Playbook).Questions)
        {
            var question = planned.Question;
            if (facts.ValueOf(question.Slot.Id) is null && (question.When is null || Truth.Is(question.When, true, facts)) && !askable.Any(other => other.Slot == planned.Slot))
            {
                askable.Add(planned);
            }
        }

        return askable.DrainToImmutable();
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
