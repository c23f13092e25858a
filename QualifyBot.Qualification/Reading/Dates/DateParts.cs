using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Starts, middles and ends of stretches, and days within a named week.</summary>
internal static class DateParts
{
    private const int Start = 0;
    private const int Middle = 1;
    private const int End = 2;
    private const int Rest = 3;

    /// <summary>A bare unit as the current one: "end of [the] quarter".</summary>
    public static TimeNode Unit(Sentence s, int index)
    {
        var start = s.Has(index, Tag.The) ? index + 1 : index;
        if (s.Has(start, Tag.Fiscal))
        {
            return FiscalDates.Year(s, 0, start + 1);
        }

        return s.Try(start, Tag.Unit, out var unit) && (TimeUnit)unit >= TimeUnit.Day ? Cal.UnitAt(s.Context.Now, (TimeUnit)unit, 0, start + 1) : default;
    }

    /// <summary>A part of a stretch.</summary>
    public static TimeNode Cut(Sentence s, TimeNode whole, int part)
    {
        var now = s.Context.Now.Date;
        if (part == Rest)
        {
            return whole with { From = whole.From < now && now < whole.To ? now : whole.From, IsRange = true, Weak = false };
        }

        var (from, to) = (whole.From, whole.To);
        (from, to) = whole.Grain switch
        {
            Grain.Month => part == Start ? (from, from.AddDays(10)) : part == Middle ? (from.AddDays(9), from.AddDays(20)) : part == End ? (from.AddDays(20), to) : (from, from.AddDays(15)),
            Grain.Year => part == Start ? (from, from.AddMonths(3)) : part == Middle ? (from.AddMonths(4), from.AddMonths(8)) : part == End ? (from.AddMonths(8), to) : (from, Earliest(now, to)),
            Grain.Quarter => part == Start ? (from, from.AddMonths(1)) : part == Middle ? (from.AddMonths(1), from.AddMonths(2)) : (from.AddMonths(2), to),
            Grain.Week => part == Start ? (from, from.AddDays(3)) : part == Middle ? (from.AddDays(2), from.AddDays(4)) : part == End ? (from.AddDays(4), to) : (from, from.AddDays(3)),
            _ => (from, to),
        };
        return whole with { From = from, To = to, IsRange = true, IsCut = true, IsEnd = part == End, Weak = false };
    }

    /// <summary>"next week on Tuesday": the day within the week just read.</summary>
    public static TimeNode DayOfWeek(Sentence s, TimeNode week)
    {
        var next = s.Sign(week.End) == ',' ? week.End + 1 : week.End;
        next = s.Has(next, Tag.On) ? next + 1 : next;
        return s.Try(next, Tag.Weekday, out var weekday) && (next == week.End || s.Has(next - 1, Tag.On))
            ? Cal.Day(Cal.WeekdayFrom(week.From, weekday), next + 1)
            : week;
    }

    /// <summary>"segunda quincena de mayo": a half of a month, or so many times two weeks into a stretch.</summary>
    public static TimeNode Fortnight(TimeNode whole, int place)
    {
        var half = whole.From.AddDays(15);
        return whole.Grain == Grain.Month
            ? place == 1 ? whole with { To = half } : place is 2 or -1 ? whole with { From = half } : default
            : place > 0 && place < 27 ? Cal.Days(whole.From.AddDays(14 * (place - 1)), whole.From.AddDays(14 * place), Grain.Week, whole.End) with { Fixed = whole.Fixed } : default;
    }

    private static DateTime Earliest(DateTime a, DateTime b) => a < b ? a : b;
}
