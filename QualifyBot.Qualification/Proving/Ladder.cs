using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Domains;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Proving;

/// <summary>Answers for a slot that rise in a natural order.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="Rising">The answers, two or more.</param>
/// <param name="IsBetter">Whether a higher one is better: more money, a sooner start, a higher title, more say, a need that is there. Else there may be a best in the middle (people, numbers), or either end may be (yes or no).</param>
internal sealed record Ladder(string Slot, ImmutableArray<AnswerValue> Rising, bool IsBetter)
{
    /// <summary>Whether values are measured, so that something may lie between two of them.</summary>
    public bool IsMeasured => Rising[0] is AnswerValue.Money or AnswerValue.Timeframe or AnswerValue.Headcount or AnswerValue.Number;

    /// <summary>The ladders of a slot.</summary>
    public static IEnumerable<Ladder> Of(Domain domain, DateOnly today)
    {
        var slot = domain.Slot;
        var placed = domain.Values.Where(static value => value.Place is not null)
            .Select(value => (Place: value.Place!.Value, Value: value.Meaning.On(today))).Where(static value => IsPlain(value.Value))
            .GroupBy(static value => value.Place.Ladder, static value => value)
            .Select(group => new Ladder(slot.Id, [.. group.OrderBy(static value => value.Place.Height).Select(static value => value.Value)], slot.Type is not (SlotType.Headcount or SlotType.Number)));
        return placed.Concat(Others(domain, today)).Where(static ladder => ladder.Rising.Length > 1);
    }

    // To name a date or a sum may be worth more than to say "soon" or "whatever it takes".
    private static bool IsPlain(AnswerValue value) => value is not AnswerValue.Timeframe { Class: TimeframeClass.Asap } and not AnswerValue.Money { Status: MoneyStatus.Unlimited };

    private static IEnumerable<Ladder> Others(Domain domain, DateOnly today)
    {
        var values = domain.Values.Select(value => value.Meaning.On(today)).ToList();
        switch (domain.Slot.Type)
        {
            case SlotType.Need:
                var none = values.OfType<AnswerValue.Need>().FirstOrDefault(static need => !need.Present);
                var some = values.OfType<AnswerValue.Need>().FirstOrDefault(static need => need is { Present: true, Category: null });
                return none is not null && some is not null ? [new Ladder(domain.Slot.Id, [none, some], IsBetter: true)] : [];
            case SlotType.Email:
                var addresses = values.OfType<AnswerValue.Text>().ToLookup(static text => Scoring.FreeMailDomains.Host(text.Value));
                return addresses[true].Zip(addresses[false]).Take(1).Select(pair => new Ladder(domain.Slot.Id, [pair.First, pair.Second], IsBetter: true));
            case SlotType.YesNo:
                return [new Ladder(domain.Slot.Id, [.. values.OfType<AnswerValue.YesNo>().OrderBy(static answer => answer.Class switch { YesNoClass.No => 0, YesNoClass.Unsure => 1, _ => 2 })], IsBetter: false)];
            default:
                return [];
        }
    }
}
