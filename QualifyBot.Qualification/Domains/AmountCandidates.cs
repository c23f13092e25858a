using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Domains;

using Candidate = (ChoiceValue Meaning, Place? Place);

/// <summary>Amounts on both sides of every bound, and what is said instead of an amount.</summary>
internal static class AmountCandidates
{
    private const int SomeDays = 30;
    private const string NoCurrency = "XXX";

    public static IEnumerable<Candidate> OfMoney(ImmutableArray<Condition.OnSlot> leaves, Playbook playbook)
    {
        var bounds = Bounds(leaves.OfType<Condition.MoneyWithin>().Select(static leaf => (leaf.AtLeast, leaf.Below)));
        var isMeasured = playbook.Currency == NoCurrency || playbook.Rates.Any(static rate => rate.Currency == NoCurrency);
        return
        [
            Candidates.One(new AnswerValue.Money(MoneyStatus.None), new Place(0, 0)),
            .. Within(bounds, least: 0).Select(static amount => Candidates.One(new AnswerValue.Money(MoneyStatus.Amount, amount, amount), new Place(0, amount))),
            Candidates.One(new AnswerValue.Money(MoneyStatus.Unlimited), new Place(0, decimal.MaxValue)),
            .. Candidates.Fixed(
            [
                new AnswerValue.Money(MoneyStatus.Vague), isMeasured ? new AnswerValue.Money(MoneyStatus.Amount) : new AnswerValue.Money(MoneyStatus.Amount, 1, 1, NoCurrency),
                new AnswerValue.Money(MoneyStatus.Undecided), new AnswerValue.Money(MoneyStatus.Declined),
            ]),
        ];
    }

    public static IEnumerable<Candidate> OfStart(ImmutableArray<Condition.OnSlot> leaves)
    {
        var days = leaves.OfType<Condition.StartsWithin>().Select(static leaf => leaf.Days).Distinct().Order().ToList();
        days.Add(days.Count == 0 ? SomeDays : days[^1] + 1);
        return
        [
            Candidates.One(new AnswerValue.Timeframe(TimeframeClass.NoRush), new Place(0, decimal.MinValue)),
            .. days.AsEnumerable().Reverse().Select(static day => ((ChoiceValue)new ChoiceValue.DaysAhead(day, day + 1), (Place?)new Place(0, -day))),
            Candidates.One(new AnswerValue.Timeframe(TimeframeClass.Asap), new Place(0, 0)),
            .. Candidates.Fixed(new[] { TimeframeClass.Event, TimeframeClass.Dated, TimeframeClass.Unknown, TimeframeClass.Declined }
                .Select(static said => new AnswerValue.Timeframe(said))),
        ];
    }

    public static IEnumerable<Candidate> OfCount(ImmutableArray<Condition.OnSlot> leaves, SlotType type)
    {
        var bounds = Bounds(leaves.OfType<Condition.CountWithin>().Select(static leaf => (leaf.AtLeast, leaf.Below)));
        var counts = type == SlotType.Number ? Within(bounds, least: -1) : Within(bounds, least: 0).SelectMany(Halves).Where(static count => count >= 0).Distinct().Order();
        return counts.Select(count => Candidates.One(OfCount(count, type), new Place(0, count))).Append(Candidates.One(OfCount(null, type)));
    }

    // People are whole, and the middle of two numbers of people may be a half.
    private static IEnumerable<decimal> Halves(decimal count) => [decimal.Floor(count), decimal.Floor(count) + 0.5m, decimal.Floor(count) + 1];

    private static AnswerValue OfCount(decimal? count, SlotType type) => type == SlotType.Number
        ? new AnswerValue.Number(count, count)
        : new AnswerValue.Headcount((long?)Floor(count), (long?)Ceiling(count));

    private static decimal? Floor(decimal? count) => count is { } known ? decimal.Floor(known) : null;

    private static decimal? Ceiling(decimal? count) => count is { } known ? decimal.Ceiling(known) : null;

    private static ImmutableArray<decimal> Bounds(IEnumerable<(decimal? AtLeast, decimal? Below)> ranges) =>
        [.. ranges.SelectMany(static range => new[] { range.AtLeast, range.Below }).OfType<decimal>().Distinct().Order()];

    /// <summary>One amount below the bounds, where there is room, and each bound: conditions hold from a bound on until the next.</summary>
    private static IEnumerable<decimal> Within(ImmutableArray<decimal> bounds, decimal least)
    {
        var first = bounds.IsEmpty ? decimal.MaxValue : bounds[0];
        var below = bounds.IsEmpty ? 100 : first > 0 ? decimal.Floor(first / 2) : least;
        return [.. first > least ? [below] : ImmutableArray<decimal>.Empty, .. bounds];
    }
}
