using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Holidays: "Easter Monday", "Thanksgiving of last year", "Labor Day weekend", "next Passover".</summary>
internal static class HolidayDates
{
    /// <summary>A holiday at a term: the nearest that is not past, or that of the year said.</summary>
    public static TimeNode Read(Sentence s, int index)
    {
        var holiday = s.Value(index, Tag.Holiday);
        var year = MonthDates.YearBehind(s, index + 1);
        var node = year.End > 0 ? InYear(holiday, year.Year, year.End) : Near(s, holiday, index + 1);
        return WithWeekend(s, node with { Weak = year.End == 0 && s.Has(index, Tag.Plain) });
    }

    /// <summary>A holiday behind "last", "this" or "next".</summary>
    public static TimeNode Relative(Sentence s, int index, int offset)
    {
        var holiday = s.Value(index, Tag.Holiday);
        var today = s.Context.Now.Date;
        var days = offset < 0 ? Holidays.Last(holiday, today) : Holidays.Next(holiday, today);
        var node = Node(holiday, offset > 1 && days is { } first ? Holidays.Next(holiday, first.To) : days, index + 1);
        return WithWeekend(s, node);
    }

    /// <summary>A holiday in a year; nothing where it has none.</summary>
    public static TimeNode InYear(int holiday, int year, int end) => Node(holiday, Holidays.Find(holiday, year), end);

    /// <summary>The holiday that many times ahead of a day, or back from it for less than 0.</summary>
    public static TimeNode Nth(int holiday, DateTime day, int count, int end)
    {
        var days = default(HolidayDays?);
        for (var i = 0; i < Math.Abs(count); i++)
        {
            days = count > 0 ? Holidays.Next(holiday, days?.To ?? day) : Holidays.Last(holiday, days?.From ?? day);
        }

        return Node(holiday, days, end);
    }

    private static TimeNode Near(Sentence s, int holiday, int end)
    {
        var today = s.Context.Now.Date;
        return Node(holiday, Holidays.Next(holiday, today) ?? Holidays.Last(holiday, today), end) with { Fixed = false };
    }

    private static TimeNode Node(int holiday, HolidayDays? days, int end) =>
        days is { } found ? Cal.Days(found.From, found.To, Grain.Day, end) with { Fixed = true, Holiday = holiday } : default;

    // "Memorial Day weekend": Saturday and Sunday, and what stands between them and the day.
    private static TimeNode WithWeekend(Sentence s, TimeNode node)
    {
        if (!node.Exists || !s.Try(node.End, Tag.Unit, out var unit) || (TimeUnit)unit is not (TimeUnit.Weekend or TimeUnit.Week))
        {
            return node;
        }

        if ((TimeUnit)unit == TimeUnit.Week)
        {
            return Cal.Days(Cal.Monday(node.From), Cal.Monday(node.From).AddDays(7), Grain.Week, node.End + 1) with { Fixed = node.Fixed, IsRange = true };
        }

        var saturday = Cal.WeekdayFrom(node.From.AddDays(Cal.Weekday(node.From) is 7 ? -1 : Cal.Weekday(node.From) <= 2 ? -3 : 0), 6);
        var (from, to) = (node.From < saturday ? node.From : saturday, node.From > saturday.AddDays(1) ? node.From.AddDays(1) : saturday.AddDays(2));
        from = Cal.Weekday(node.From) == 3 ? saturday : from;
        return Cal.Days(from, to, Grain.Day, node.End + 1) with { Fixed = node.Fixed, IsRange = true };
    }
}
