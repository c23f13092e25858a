using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Dates;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Money;

/// <summary>How often an amount is due: "a year", "per seat per month", "/mo", "monthly", "one-off", "p.a.".</summary>
internal static class MoneyPeriod
{
    private const int MostParts = 3;

    /// <summary>The amount with the period behind it.</summary>
    public static MoneyNode Extend(Sentence s, MoneyNode node)
    {
        var at = node.End;
        for (var i = 0; i < MostParts; i++)
        {
            if (s.Try(at, Tag.Period, out var adverb))
            {
                return node with { Period = PeriodOf((TimeUnit)adverb), End = at + 1 };
            }

            var link = s.Has(at, Tag.Per, Tag.Every) || s.Sign(at) is '/' or '-' || s.Has(at, Tag.Article, Tag.For);
            var next = link ? at + 1 : at;
            next = link && s.Has(next, Tag.Article) ? next + 1 : next;
            if (s.Has(next, Tag.Seat) && link)
            {
                (at, node.End) = (next + 1, next + 1);
                continue;
            }

            return link && s.Try(next, Tag.Unit, out var unit) && PeriodOf((TimeUnit)unit) is { } period && !s.Has(at, Tag.For) ? node with { Period = period, End = next + 1 } : node;
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
