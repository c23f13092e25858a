using QualifyBot.Qualification.Reading.Numbers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Money;

/// <summary>Amounts, ranges and bounds with their period: "10-15M", "under 7 euros", "between 10 and 15 thousand a year".</summary>
internal static class MoneyGrammar
{
    /// <summary>Words such as "something like around" before an amount: more would cost more than a linear time.</summary>
    private const int MostLeads = 4;

    /// <summary>Figures side by side that are farther apart are no range.</summary>
    private const int MostApart = 3;

    public static MoneyNode Read(Sentence s, int index)
    {
        var start = SkipAbout(s, index);
        var bound = Bounds.Before(s, start, out var at);
        bound = s.Has(start, Tag.MoreThan, Tag.LessThan) && bound != 0 && SumWords.IsDenied(s, start) ? -bound : bound;
        bound = bound != 0 && s.AsksOfPast ? 0 : bound;
        at = SkipAbout(s, at);
        var amount = AmountGrammar.Read(s, at);
        if (!amount.Exists)
        {
            return default;
        }

        var range = bound == 0 ? Around(s, amount) is { Exists: true } around ? around : ReadRange(s, index, at, amount) : default;
        return MoneyPeriod.Extend(s, index, range.Exists ? range : Pair(s, Single(s, bound, amount)));
    }

    private static int SkipAbout(Sentence s, int index)
    {
        var at = index;
        while (s.Has(at, Tag.About) && (!s.Quantity(at).Exists || (s.Quantity(at).Weak && s.Quantity(at + 1).Exists)) && at - index < MostLeads)
        {
            at++;
        }

        return at;
    }

    private static MoneyNode Single(Sentence s, int bound, Amount amount)
    {
        if (bound == 0)
        {
            var (behind, end) = Bounds.Behind(s, amount.End);
            behind = behind == 0 && s.Has(end, Tag.Plus) && s.EndsClause(end + 1) ? 1 : behind;
            var late = behind == 0 ? amount.End : Math.Max(end, amount.End + 1);
            (bound, amount) = (behind, Recurrency(s, amount with { End = late }));
        }

        return new MoneyNode
        {
            Min = bound < 0 ? null : amount.Min,
            Max = bound > 0 ? null : amount.Max,
            Currency = amount.Currency,
            Marked = amount.Marked,
            Minor = amount.Minor,
            Large = amount.Number.Multiplied,
            End = amount.End,
        };
    }

    // "50k+ USD": the currency behind the plus.
    private static Amount Recurrency(Sentence s, Amount amount)
    {
        var name = amount.Marked ? default : CurrencyName.Read(s, amount.End, before: false);
        return name.Exists ? amount with { Currency = name.Code, Marked = true, End = name.End } : amount;
    }

    // "more than 5k but less than 10k", "at least $20k, at most $30k".
    private static MoneyNode Pair(Sentence s, MoneyNode first)
    {
        if (first.Min is not null && first.Max is not null)
        {
            return first;
        }

        var next = s.Sign(first.End) == ',' ? first.End + 1 : first.End;
        next = s.Has(next, Tag.And, Tag.But) || s.Has(next, Tag.NumberAnd) ? next + 1 : next;
        var bound = Bounds.Before(s, next, out var at);
        var amount = bound != 0 && (bound > 0) == (first.Min is null) ? AmountGrammar.Read(s, SkipAbout(s, at)) : default;
        var second = amount.Exists ? Single(s, bound, amount) : default;
        var (low, high) = (first.Min ?? second.Min, first.Max ?? second.Max);
        return !second.Exists || low > high ? first
            : second with { Min = low, Max = high, Currency = second.Currency ?? first.Currency, Marked = first.Marked || second.Marked, Large = first.Large || second.Large };
    }

    private static MoneyNode ReadRange(Sentence s, int index, int at, Amount low)
    {
        var between = s.Has(index, Tag.Between) || s.Has(at - 1, Tag.Between) || s.Has(index - 1, Tag.Between);
        var from = s.Has(at - 1, Tag.From);
        var end = s.Has(low.End, Tag.About) && between ? low.End + 1 : low.End;
        var link = s.Has(end, Tag.To, Tag.Or) || s.Sign(end) is '-' or '~' || s.Has(end, Tag.Until) || ((between || from) && s.Has(end, Tag.And, Tag.NumberAnd)) || (IsMaybe(s, end) && !IsPronoun(s, at)) || IsBesideNext(s, end, low);
        var next = link ? end + 1 : end;
        while (link && next - low.End < MostLeads && (s.Has(next, Tag.About, Tag.To) || s.Has(next, Tag.AtMost)) && !s.Quantity(next).Exists)
        {
            next++;
        }

        var high = link ? AmountGrammar.Read(s, next) : default;
        if (!high.Exists || s.Has(high.End, Tag.Percent) || (from && !between && s.Has(end, Tag.And) && !high.Marked))
        {
            return default;
        }

        Share(s, ref low, ref high);
        return low.Min > high.Max ? default : Joined(s, low, high);
    }

    // "15k plus or minus 2k", "30k +/- 5k", "20k give or take 3k".
    private static MoneyNode Around(Sentence s, Amount middle)
    {
        var at = s.Sign(middle.End) == '±' ? middle.End + 1
            : s.Has(middle.End, Tag.Plus) && (s.Has(middle.End + 1, Tag.Or) || s.Sign(middle.End + 1) == '/') && (s.Has(middle.End + 2, Tag.Negative) || s.Sign(middle.End + 2) == '-') ? middle.End + 3
            : s.Has(middle.End, Tag.About) ? middle.End + 1 : 0;
        var give = at > 0 ? AmountGrammar.Read(s, at) : default;
        return !give.Exists || give.Max >= middle.Min || s.Has(give.End, Tag.Percent) ? default
            : new MoneyNode { Min = middle.Min - give.Max, Max = middle.Max + give.Max, Currency = middle.Currency ?? give.Currency, Marked = middle.Marked || give.Marked, Large = middle.Number.Multiplied || give.Number.Multiplied, End = give.End };
    }

    // "15k, maybe 20": the second number is the upper end.
    private static bool IsMaybe(Sentence s, int index) => s.Sign(index) == ',' && !s.Glued(index + 1) && s.Has(index + 1, Tag.About) && s.Quantity(index + 2).Exists;

    // "40, 50k": two figures side by side, of which the multiplier behind the second holds for both.
    private static bool IsBesideNext(Sentence s, int index, Amount low) =>
        s.Sign(index) == ',' && !s.Glued(index + 1) && !low.Marked && low.Number is { Multiplied: false, IsWhole: true } && s.Quantity(index + 1) is { Exists: true, Multiplied: true } high
        && high.Value / high.Multiplier is var many && many > low.Number.Value && many <= low.Number.Value * MostApart;

    // "There's a small one, about six thousand": the word stands for the budget.
    private static bool IsPronoun(Sentence s, int at) =>
        s.Digits(at) == 0 && s.Quantity(at) is { Value: 1, Multiplied: false } && !s.StartsClause(at) && !s.Has(at - 1, Tag.About) && !s.Has(at - 1, Tag.Filler);

    private static MoneyNode Joined(Sentence s, Amount low, Amount high)
    {
        var top = Recurrency(s, high);
        return new MoneyNode
        {
            Min = low.Min,
            Max = top.Max,
            Currency = top.Currency ?? low.Currency,
            Marked = low.Marked || top.Marked,
            Large = high.Number.Multiplied || low.Number.Multiplied,
            End = s.Has(top.End, Tag.OrLess) ? top.End + 1 : top.End,
        };
    }

    // "10-15M" and "100 to 200.000": the end's multiplier or thousands hold for the start where they make it the lower end;
    // "15k-20" and "15k, maybe 20": the start's for the end.
    private static void Share(Sentence s, ref Amount low, ref Amount high)
    {
        if (low.Number.Multiplied && !high.Number.Multiplied && high.Max < 1000 && high.Max > low.Number.Value / low.Number.Multiplier && !(high.Marked && high.Min > low.Min))
        {
            (high.Min, high.Max) = (high.Min * low.Number.Multiplier, high.Max * low.Number.Multiplier);
        }

        // "8 to 9 hundred".
        if (s.Has(high.Number.End - 1, Tag.Hundred) && !high.Number.Multiplied && low.Number is { Multiplied: false, Value: < 10 } && low.Min < high.Max / 100)
        {
            (low.Min, low.Max) = (low.Min * 100, low.Max * 100);
        }

        var multiplier = high.Number.Multiplied ? high.Number.Multiplier : high.Number is { Separated: true } && high.Max % 1000 == 0 ? 1000 : 1;
        var apart = low.Marked && high.Marked && high.Currency is not null && !high.Number.Multiplied;
        if (multiplier > 1 && !apart && !low.Number.Multiplied && low.Min < 1000 && low.Number.Value * multiplier <= high.Max)
        {
            (low.Min, low.Max) = (low.Number.Value * multiplier, low.Number.Value * multiplier);
        }
    }
}
