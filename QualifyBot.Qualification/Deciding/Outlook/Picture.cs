using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Qualification.Deciding.Outlook;

/// <summary>What the slots of a lead hold or may hold, and what that makes of conditions, points and routes. Not safe for several threads at once.</summary>
internal sealed class Picture
{
    private readonly Reach reach;

    /// <summary>The picture of a lead on a day.</summary>
    /// <param name="facts">The lead, its playbook and the day.</param>
    /// <param name="moving">The slots, by index, whose rows will be changed.</param>
    public Picture(in Facts facts, ImmutableArray<int> moving)
    {
        var known = facts;
        Plan = Plan.Of(facts.Playbook);
        Rows = [.. Plan.Slots.Select(slot => RowOf(slot, known))];
        Signals = [.. Plan.Signals.Select(happened => Chances.Of(SignalTruth.Count(happened, known) >= happened.Times))];
        reach = new Reach(this, facts, moving);
    }

    /// <summary>The playbook.</summary>
    public Plan Plan { get; }

    /// <summary>What each slot holds or may hold.</summary>
    public Row[] Rows { get; set; }

    /// <summary>What the conditions on signals are.</summary>
    public ImmutableArray<Chance> Signals { get; }

    /// <summary>Least and most points.</summary>
    public PointRange Points { get; private set; }

    /// <summary>The outcomes to which disqualifiers and routes may lead, by what the slots may hold now.</summary>
    public Outcomes Outcomes()
    {
        var possible = default(Outcomes);
        foreach (var (when, _) in Plan.Disqualifiers)
        {
            var chance = when.In(this);
            if (chance == Chance.True)
            {
                return Outlook.Outcomes.Only(Outcome.Disqualify);
            }

            possible = chance.HasFlag(Chance.True) ? possible.With(Outcome.Disqualify) : possible;
        }

        return Routes(possible);
    }

    /// <summary>These outcomes, and those to which routes may lead.</summary>
    public Outcomes Routes(Outcomes possible)
    {
        Points = reach.Now();
        foreach (var (when, outcome) in Plan.Routes)
        {
            var chance = when?.In(this) ?? Chance.True;
            possible = chance.HasFlag(Chance.True) ? possible.With(outcome) : possible;
            if (chance == Chance.True)
            {
                break;
            }
        }

        return possible;
    }

    private static Row RowOf(SlotPlan plan, in Facts facts)
    {
        var (slot, weights) = (plan.Domain.Slot.Id, facts.Playbook.Weights);
        return facts.ValueOf(slot) is { } value
            ? plan.RowOf(plan.Domain.Truths(value, facts.Today), facts.StandingOf(slot) == Standing.SelfReported ? weights.SelfReported : weights.Evidenced)
            : plan.Unanswered;
    }
}
