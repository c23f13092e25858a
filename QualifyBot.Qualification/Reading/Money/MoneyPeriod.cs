using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Dates;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Money;

/// <summary>How often an amount is due: "a year", "per seat per month", "/mo", "monthly", "one-off", "p.a.".</summary>
internal static class MoneyPeriod
{
    private const int MostParts = 4;
    private const int ReachBefore = 5;

    /// <summary>The amount from a term on, with the period behind it, else the one before it.</summary>
    public static MoneyNode Extend(Sentence s, int start, MoneyNode node)
    {
        var at = node.End;
        for (var i = 0; i < MostParts; i++)
        {
            if (s.Try(at, Tag.Period, out var adverb))
            {
                (node.Period, node.End, at) = (PeriodOf((TimeUnit)adverb), at + 1, at + 1);
                if (node.Period != Period.Once)
                {
                    return node;
                }
            }
            else if (Due(s, at, out var next) is { } period)
            {
                return node with { Period = period, End = next };
            }
            else if (next > at)
            {
                (at, node.End) = (next, next);
            }
            else if (!SumWords.Has(s, at, Tag.Tax, out at))
            {
                break;
            }
        }

        return node.Period is null ? node with { Period = Before(s, start) } : node;
    }

    // "a month", "/yr"; "per seat" is passed over.
    private static Period? Due(Sentence s, int at, out int end)
    {
        end = at;
        at = s.Has(at, Tag.And, Tag.NumberAnd) && s.Has(at + 1, Tag.Per) ? at + 1 : at;
        var link = s.Has(at, Tag.Per, Tag.Every) || s.Sign(at) is '/' or '-' || s.Has(at, Tag.Article, Tag.For);
        var next = link ? at + 1 : at;
        next = link && s.Has(next, Tag.Article) ? next + 1 : next;
        if (link && (s.Has(next, Tag.Seat) || SumWords.Has(s, next, Tag.Seat)))
        {
            end = next + 1;
            return null;
        }

        var period = link && s.Try(next, Tag.Unit, out var unit) && (!s.Has(at, Tag.For) || s.Has(at, Tag.Per)) ? PeriodOf((TimeUnit)unit) : null;
        end = period is null ? end : next + 1;
        return period;
    }

    // "our annual budget is", "per month about", "monthly: ".
    private static Period? Before(Sentence s, int start)
    {
        for (var i = start - 1; i >= 0 && i >= start - ReachBefore && (!s.EndsClause(i) || s.Sign(i) is ':' or ','); i--)
        {
            if (s.Try(i, Tag.Period, out var unit) && ((TimeUnit)unit != TimeUnit.Once || SumWords.Has(s, i + 1, Tag.BudgetWord) || s.Has(i + 1, Tag.BudgetWord)))
            {
                return PeriodOf((TimeUnit)unit);
            }

            if (s.Try(i, Tag.Unit, out unit) && s.Has(i - 1, Tag.Per))
            {
                return PeriodOf((TimeUnit)unit);
            }

            if (s.Quantity(i).Exists || s.Has(i, Tag.Currency))
            {
                return null;
            }
        }

        return null;
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
