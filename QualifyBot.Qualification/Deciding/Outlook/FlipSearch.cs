using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Qualification.Deciding.Outlook;

/// <summary>Searches for the smallest changes of answers that lead to one of the outcomes wanted: first of one answer, then of two, then of three.</summary>
internal sealed class FlipSearch
{
    private const int MostWork = 100_000;

    private readonly Lead lead;
    private readonly Playbook playbook;
    private readonly DateOnly today;
    private readonly Outcomes wanted;
    private readonly Picture picture;
    private readonly ImmutableArray<OtherAnswers> slots;
    private readonly List<(int Cost, ImmutableArray<(OtherAnswers Slot, int Value)> Changes)> found = [];
    private int work;

    public FlipSearch(Lead lead, Playbook playbook, DateOnly today, Outcomes wanted)
    {
        (this.lead, this.playbook, this.today, this.wanted) = (lead, playbook, today, wanted);
        var plan = Plan.Of(playbook);
        var read = Enumerable.Range(0, plan.Slots.Length).Where(slot => !plan.Slots[slot].Domain.Leaves.IsEmpty && lead.Told(plan.Slots[slot].Domain.Slot.Id) is null).ToList();
        slots = [.. read.Where(slot => plan.Slots[slot].Domain.IsExhaustive).Select(slot => new OtherAnswers(slot, plan.Slots[slot], lead, today))];
        picture = new Picture(new Facts(lead, playbook, today), [.. read]);
        IsComplete = read.Count == slots.Length;
    }

    /// <summary>Whether everything was tried.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>The smallest changes, best first.</summary>
    public ImmutableArray<Flip> Smallest()
    {
        for (var changes = 1; changes <= Counterfactual.MostChanges && found.Count == 0; changes++)
        {
            Choose(0, changes, []);
        }

        return [.. found.OrderBy(static flip => flip.Cost).Take(Counterfactual.MostFlips).Select(flip => Told(flip.Changes))];
    }

    /// <summary>Whether the picture's outcome is one of these; where points hang on what several answers rest on, the lead itself is scored.</summary>
    public bool Leads(Outcomes to, ImmutableArray<(OtherAnswers Slot, int Value)> changes)
    {
        work++;
        var outcomes = picture.Outcomes();
        return outcomes.Count == 1 || !outcomes.Overlaps(to)
            ? outcomes.Overlaps(to)
            : to.Overlaps(Outcomes.Only(Decider.AsItStands(changes.Aggregate(lead, (rest, change) => rest.With(change.Slot.AnswerOf(change.Value))), playbook, today).Outcome));
    }

    private void Choose(int from, int left, ImmutableArray<OtherAnswers> chosen)
    {
        if (left == 0)
        {
            var best = int.MaxValue;
            Try(chosen, [], 0, ref best);
            return;
        }

        for (var index = from; index <= slots.Length - left; index++)
        {
            var slot = slots[index];
            picture.Rows[slot.Slot] = slot.Plan.Open;
            Choose(index + 1, left - 1, chosen.Add(slot));
            picture.Rows[slot.Slot] = slot.Known;
        }
    }

    /// <summary>Tries the answers for the slots chosen, nearest first, and keeps the one change that moves least.</summary>
    private void Try(ImmutableArray<OtherAnswers> chosen, ImmutableArray<(OtherAnswers Slot, int Value)> changes, int cost, ref int best)
    {
        if (work > MostWork)
        {
            IsComplete = false;
            return;
        }

        if (changes.Length == chosen.Length)
        {
            Keep(cost, changes, ref best);
            return;
        }

        work++;
        if (!picture.Outcomes().Overlaps(wanted))
        {
            return;
        }

        var slot = chosen[changes.Length];
        foreach (var (value, steps) in slot.Nearest)
        {
            if (cost + steps < best)
            {
                picture.Rows[slot.Slot] = slot.Plan.Values[value];
                Try(chosen, changes.Add((slot, value)), cost + steps, ref best);
            }
        }

        picture.Rows[slot.Slot] = slot.Plan.Open;
    }

    private void Keep(int cost, ImmutableArray<(OtherAnswers Slot, int Value)> changes, ref int best)
    {
        if (!Leads(wanted, changes))
        {
            return;
        }

        if (best < int.MaxValue)
        {
            found.RemoveAt(found.Count - 1);
        }

        found.Add((cost, changes));
        best = cost;
    }

    private Flip Told(ImmutableArray<(OtherAnswers Slot, int Value)> changes)
    {
        foreach (var (slot, value) in changes)
        {
            picture.Rows[slot.Slot] = slot.Plan.Values[value];
        }

        var outcome = Decider.AsItStands(changes.Aggregate(lead, static (rest, change) => rest.With(change.Slot.AnswerOf(change.Value))), playbook, today).Outcome;
        var flip = new Flip(outcome, [.. changes.Select(change => Told(change, changes, Outcomes.Only(outcome)))]);
        foreach (var (slot, _) in changes)
        {
            picture.Rows[slot.Slot] = slot.Known;
        }

        return flip;
    }

    private Change Told((OtherAnswers Slot, int Value) change, ImmutableArray<(OtherAnswers Slot, int Value)> all, Outcomes to)
    {
        var (slot, place) = (change.Slot, all.IndexOf(change));
        var does = new bool[slot.Plan.Values.Length];
        for (var value = 0; value < does.Length; value++)
        {
            picture.Rows[slot.Slot] = slot.Plan.Values[value];
            does[value] = Leads(to, all.SetItem(place, (slot, value)));
        }

        picture.Rows[slot.Slot] = slot.Plan.Values[change.Value];
        return new Change(slot.Plan.Domain.Slot.Id, slot.Now, slot.AnswerOf(change.Value).Value, WeakestBound.Of(slot.Plan.Domain, change.Value, does));
    }
}
