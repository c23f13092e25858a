using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Dates;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Money;

/// <summary>Amounts, ranges and bounds with their period: "10-15M", "under 7 euros", "between 10 and 15 thousand a year".</summary>
internal static class MoneyGrammar
{
    public static MoneyNode Read(Sentence s, int index)
    {
        var start = index;
        while (s.Has(start, Tag.About) && !s.Quantity(start).Exists && start - index < 3)
        {
            start++;
        }

        var bound = Bound(s, start, out var at);
        while (s.Has(at, Tag.About) && at - start < 4)
        {
            at++;
        }

        var amount = AmountGrammar.Read(s, at);
        if (!amount.Exists)
        {
            return default;
        }

        var range = bound == 0 ? ReadRange(s, index, at, amount) : default;
        var node = range.Exists ? range : Single(s, bound, amount);
        return WithPeriod(s, node);
    }

    /// <summary>-1 for an upper bound, 1 for a lower one, 0 for none.</summary>
    public static int Bound(Sentence s, int index, out int end)
    {
        end = index + 1;
        if (s.Has(index, Tag.AtMost, Tag.LessThan) && !s.Quantity(index).Exists)
        {
            return -1;
        }

        if (s.Has(index, Tag.AtLeast, Tag.MoreThan))
        {
            return 1;
        }

        end = index;
        return 0;
    }

    private static MoneyNode Single(Sentence s, int bound, AmountGrammar.Amount amount)
    {
        if (bound == 0 && s.Has(amount.End, Tag.OrMore, Tag.Plus))
        {
            (bound, amount.End) = (1, amount.End + 1);
            var late = amount.End;
            amount = Recurrency(s, amount, late);
        }
        else if (bound == 0 && s.Has(amount.End, Tag.OrLess))
        {
            (bound, amount.End) = (-1, amount.End + 1);
        }

        return new MoneyNode
        {
            Min = bound < 0 ? null : amount.Min,
            Max = bound > 0 ? null : amount.Max,
            Currency = amount.Currency,
            Marked = amount.Marked,
            Large = amount.Number.Multiplied,
            End = amount.End,
        };
    }

    // "50k+ USD": the currency behind the plus.
    private static AmountGrammar.Amount Recurrency(Sentence s, AmountGrammar.Amount amount, int at)
    {
        if (amount.Marked || !s.Try(at, Tag.Currency, out var code))
        {
            return amount;
        }

        return amount with { Currency = Names.TextOf(code).TrimEnd('?'), Marked = true, End = at + 1 };
    }

    private static MoneyNode ReadRange(Sentence s, int index, int at, AmountGrammar.Amount low)
    {
        var between = s.Has(index, Tag.Between) || s.Has(at - 1, Tag.Between);
        var link = s.Has(low.End, Tag.To, Tag.Or) || s.Sign(low.End) is '-' or '~' || s.Has(low.End, Tag.Until) || (between && s.Has(low.End, Tag.And));
        var next = link ? low.End + 1 : low.End;
        while (link && next - low.End < 4 && s.Has(next, Tag.About, Tag.To))
        {
            next++;
        }

        var high = link ? AmountGrammar.Read(s, next) : default;
        if (!high.Exists || s.Has(high.End, Tag.Percent))
        {
            return default;
        }

        Share(s, ref low, high);
        return low.Min > high.Max ? default : new MoneyNode
        {
            Min = low.Min,
            Max = high.Max,
            Currency = high.Currency ?? low.Currency,
            Marked = low.Marked || high.Marked,
            Large = high.Number.Multiplied || low.Number.Multiplied,
            End = high.End,
        };
    }

    // "10-15M" and "100 to 200.000": the end's multiplier or thousands hold for the start where they make it the lower end.
    private static void Share(Sentence s, ref AmountGrammar.Amount low, AmountGrammar.Amount high)
    {
        var multiplier = high.Number.Multiplied ? high.Number.Multiplier : high.Number is { Separated: true } && high.Max % 1000 == 0 ? 1000 : 1;
        var apart = low.Marked && high.Marked && high.Currency is not null && !high.Number.Multiplied;
        if (multiplier > 1 && !apart && !low.Number.Multiplied && low.Min < 1000 && low.Number.Value * multiplier <= high.Max)
        {
            (low.Min, low.Max) = (low.Number.Value * multiplier, low.Number.Value * multiplier);
        }
    }

    /// <summary>How often the amount is due: "a year", "per seat per month", "/mo", "monthly", "one-off".</summary>
    private static MoneyNode WithPeriod(Sentence s, MoneyNode node)
    {
        var at = node.End;
        for (var i = 0; i < 3; i++)
        {
            var link = s.Has(at, Tag.Per, Tag.Every) || s.Sign(at) == '/' || s.Has(at, Tag.Article) || s.Has(at, Tag.For) || s.Sign(at) == '-';
            var next = link ? at + 1 : at;
            next = link && s.Has(next, Tag.Article) ? next + 1 : next;
            if (s.Has(next, Tag.Seat) && link)
            {
                (at, node.End) = (next + 1, next + 1);
                continue;
            }

            if (link && s.Try(next, Tag.Unit, out var unit) && PeriodOf((TimeUnit)unit) is { } period && !s.Has(at, Tag.For))
            {
                return node with { Period = period, End = next + 1 };
            }

            return s.Try(at, Tag.Period, out var adverb) ? node with { Period = PeriodOf((TimeUnit)adverb), End = at + 1 } : node;
        }

        return node;
    }

    private static Period? PeriodOf(TimeUnit unit) => unit switch
    {
        TimeUnit.Once => Period.Once,
        TimeUnit.Hour => Period.Hour,
        TimeUnit.Day or TimeUnit.WorkDay => Period.Day,
        TimeUnit.Week => Period.Week,
        TimeUnit.Month => Period.Month,
        TimeUnit.Quarter => Period.Quarter,
        TimeUnit.Year => Period.Year,
        _ => null,
    };
}
