using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Qualification.Deciding.Outlook;

/// <summary>
/// A lead, and what the answers to its open questions may still make of it. Open slots are assumed to hold some answer until one is assumed.
/// Not safe for several threads at once.
/// </summary>
internal sealed class Prospect
{
    private const int Unassumed = -1;

    private readonly Lead lead;
    private readonly DateOnly today;
    private readonly Row[] known;
    private readonly Row[] final;
    private readonly Row[] passing;
    private readonly int[] assumed;
    private readonly Picture picture;

    /// <summary>The prospect of a lead on a day.</summary>
    public Prospect(Lead lead, Playbook playbook, DateOnly today)
    {
        (Plan, this.lead, this.today) = (Plan.Of(playbook), lead, today);
        var facts = new Facts(lead, playbook, today);
        Open = [.. Enumerable.Range(0, Plan.Slots.Length).Where(slot => IsOpen(slot, facts))];
        picture = new Picture(facts, Open);
        (known, final, passing) = ([.. picture.Rows], picture.Rows, [.. picture.Rows]);
        assumed = new int[known.Length];
        Array.Fill(assumed, Unassumed);
    }

    /// <summary>The playbook.</summary>
    public Plan Plan { get; }

    /// <summary>The slots that hold nothing, that a question fills and that a condition reads, by index.</summary>
    public ImmutableArray<int> Open { get; }

    /// <summary>From now on the visitor's answer for an open slot is this one of its domain, once it is asked for.</summary>
    public void Assume(int slot, int value) => assumed[slot] = value;

    /// <summary>From now on the visitor's answer for an open slot may be any.</summary>
    public void Forget(int slot) => assumed[slot] = Unassumed;

    /// <summary>The outcomes that may come of the talk; one that cannot come may be among them, but none that can is missing.</summary>
    public Outcomes Possible()
    {
        Refine();
        var possible = default(Outcomes);
        foreach (var (when, restsOnAbsence) in Plan.Disqualifiers)
        {
            var chance = when.In(picture);
            if (chance == Chance.True)
            {
                return Outcomes.Only(Outcome.Disqualify);
            }

            if ((restsOnAbsence ? OnTheWay(when) : chance).HasFlag(Chance.True))
            {
                possible = possible.With(Outcome.Disqualify);
            }
        }

        return picture.Routes(possible);
    }

    /// <summary>The outcome of the talk in playbook order once an answer is assumed for each open slot; null where a domain is not exhaustive.</summary>
    public Outcome? End()
    {
        known.CopyTo(final, 0);
        var asked = new List<int>();
        while (!Plan.Disqualifiers.Any(one => one.When.In(picture) == Chance.True))
        {
            if (Plan.Questions.FirstOrDefault(question => Open.Contains(question.Slot) && !asked.Contains(question.Slot) && IsAsked(question)) is not { } next)
            {
                return picture.Routes(default) is { Count: 1 } one ? one.Single() : Concrete(asked);
            }

            asked.Add(next.Slot);
            final[next.Slot] = Plan.Slots[next.Slot].Values[assumed[next.Slot]];
        }

        return Outcome.Disqualify;
    }

    private bool IsAsked(PlannedQuestion question) => question.When is null || question.When.In(picture) == Chance.True;

    // Where points hang on what several answers rest on, the lead itself is scored.
    private Outcome? Concrete(List<int> asked) => asked.Exists(slot => !Plan.Slots[slot].Domain.IsExhaustive)
        ? null
        : Decider.AsItStands(asked.Aggregate(lead, (rest, slot) => rest.With(AnswerFor(Plan.Slots[slot].Domain, assumed[slot]))), Plan.Playbook, today).Outcome;

    private Answer AnswerFor(Domains.Domain domain, int value) =>
        new(domain.Slot.Id, domain.Values[value].Meaning.On(today), new Evidence("", 0, 0, "", ""), default);

    private Chance OnTheWay(Term term)
    {
        picture.Rows = passing;
        var chance = term.In(picture);
        picture.Rows = final;
        return chance;
    }

    /// <summary>Slots whose questions wait for others are first taken for ones that may stay empty, until it is sure that they will or will not.</summary>
    private void Refine()
    {
        foreach (var slot in Open)
        {
            var plan = Plan.Slots[slot];
            passing[slot] = assumed[slot] == Unassumed ? plan.MayBeOpen : plan.MayBeValues[assumed[slot]];
            final[slot] = Plan.IsAlwaysAsked(slot) ? Filled(slot) : passing[slot];
        }

        for (var again = Plan.AnyWaits; again;)
        {
            again = false;
            foreach (var slot in Open)
            {
                again |= final[slot] == passing[slot] && passing[slot] != Plan.Slots[slot].Unanswered && Decide(slot);
            }
        }
    }

    private bool Decide(int slot)
    {
        var (asked, onTheWay) = (Chance.False, Chance.False);
        foreach (var question in Plan.Questions)
        {
            if (question.Slot == slot)
            {
                var chance = question.When!.In(picture);
                asked = Chances.Or(asked, chance);
                onTheWay |= question.RestsOnAbsence ? OnTheWay(question.When) : chance;
            }
        }

        if (asked == Chance.True)
        {
            final[slot] = Filled(slot);
            return true;
        }

        if (!onTheWay.HasFlag(Chance.True))
        {
            final[slot] = passing[slot] = Plan.Slots[slot].Unanswered;
            return true;
        }

        return false;
    }

    private Row Filled(int slot) => assumed[slot] == Unassumed ? Plan.Slots[slot].Open : Plan.Slots[slot].Values[assumed[slot]];

    // What no condition reads cannot matter.
    private bool IsOpen(int slot, in Facts facts) =>
        !Plan.Slots[slot].Domain.Leaves.IsEmpty && facts.ValueOf(Plan.Slots[slot].Domain.Slot.Id) is null && Plan.Questions.Any(question => question.Slot == slot);
}
