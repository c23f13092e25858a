using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Dates seen from today: "tomorrow", "next week", "last 3 months", "this Friday", "the week after next".</summary>
internal static class RelativeDates
{
    public static TimeNode Read(Sentence s, int index)
    {
        var start = s.Has(index, Tag.The) ? index + 1 : index;
        var now = s.Context.Now;
        if (s.Has(index, Tag.Day))
        {
            return AnchoredDays.Read(s, index);
        }

        if (s.Has(index, Tag.Now))
        {
            return new TimeNode { From = now, To = now.AddSeconds(1), Grain = Grain.Second, End = index + 1, HasClock = true, Fixed = true };
        }

        if (Direction(s, start, out var offset))
        {
            var node = ReadModified(s, start + 1, offset);
            return node.Exists ? node : ReadCounted(s, start + 1, offset);
        }

        if (s.Has(start, Tag.Weekday))
        {
            return RelativeWeekdays.Read(s, start);
        }

        return s.Has(start, Tag.Unit) ? ReadUnit(s, start, index < start) : ReadCountFirst(s, start);
    }

    /// <summary>-1 for last, -2 for "last but one", 0 for this, 1 for next, 2 for "after next".</summary>
    public static bool Direction(Sentence s, int index, out int offset)
    {
        offset = s.Has(index, Tag.AfterNext) ? 2 : s.Has(index, Tag.Next) ? 1 : s.Has(index, Tag.This, Tag.Same) ? 0 : -1;
        if (offset >= 0 || !s.Try(index, Tag.Last, out var back))
        {
            return offset >= 0;
        }

        offset = -Math.Max(1, back);
        return true;
    }

    private static TimeNode ReadModified(Sentence s, int index, int offset)
    {
        var now = s.Context.Now;
        index = s.Has(index, Tag.Following) || (offset == 0 && s.Has(index, Tag.Next) && s.Has(index + 1, Tag.Weekday)) ? index + 1 : index;
        if (s.Try(index, Tag.Weekday, out var weekday))
        {
            var of = s.Has(index + 1, Tag.Of) ? index + 2 : index + 1;
            if (offset < 0 && Direction(s, of, out var month) && s.Try(of + 1, Tag.Unit, out var holder) && (TimeUnit)holder == TimeUnit.Month)
            {
                return default;
            }

            return Cal.Day(RelativeWeekdays.ThisOrLater(s, weekday, offset), index + 1) with { IsWeekday = true };
        }

        if (s.Try(index, Tag.Unit, out var unit) && !s.Has(index, Tag.Fiscal))
        {
            return Cal.UnitAt(now, (TimeUnit)unit, offset, index + 1);
        }

        if (!s.Try(index, Tag.Month, out var named))
        {
            return offset < 0 ? LastDay(s, index) : default;
        }

        var year = now.Year + (offset > 0 ? (named <= now.Month ? 1 : 0) + offset - 1 : offset < 0 ? (named >= now.Month ? -1 : 0) + offset + 1 : 0);
        return Cal.Month(year, named, index + 1, isFixed: true) with { Weak = s.Has(index, Tag.Plain) && !s.Token(index).Capital && !s.EndsClause(index + 1) };
    }

    // "last 13th": the day of a month that is over.
    private static TimeNode LastDay(Sentence s, int index)
    {
        var day = s.Quantity(index) is { Ordinal: true } ? MonthDates.DayOfMonth(s, index) : default;
        if (day.End == 0 || s.Has(day.End, Tag.Of, Tag.Month) || s.Has(day.End, Tag.Unit, Tag.Weekday))
        {
            return default;
        }

        var now = s.Context.Now;
        var month = now.Day > day.Day ? now.Date : Cal.UnitAt(now, TimeUnit.Month, -1, 0).From;
        return Cal.IsDate(month.Year, month.Month, day.Day) ? Cal.Day(new DateTime(month.Year, month.Month, day.Day), day.End) : default;
    }

    // "next 3 weeks", "the last couple of months", "past two days".
    private static TimeNode ReadCounted(Sentence s, int index, int offset)
    {
        var length = LengthGrammar.Read(s, index);
        // "It should last two hours": a verb.
        if (!length.Exists || length.Article || offset == 0 || !Cal.IsBearable(length) || (offset < 0 && s.Has(index - 2, Tag.Modal)))
        {
            return default;
        }

        return Stretch(s, length, offset);
    }

    /// <summary>The stretch of a length before or after now; whole days begin tomorrow.</summary>
    public static TimeNode Stretch(Sentence s, Length length, int offset)
    {
        var now = s.Context.Now;
        if (length.Unit is TimeUnit.Month or TimeUnit.Quarter or TimeUnit.Year && length.Count <= 100 && length.Count == decimal.Truncate(length.Count))
        {
            var count = (int)length.Count;
            var (first, last) = offset < 0 ? (-count, -1) : (1, count);
            return Cal.UnitAt(now, length.Unit, first, length.End) with { To = Cal.UnitAt(now, length.Unit, last, length.End).To, IsRange = true, AheadTo = offset > 0 ? Cal.Add(now.Date, length, 1) : default };
        }

        return Days(s, length, offset);
    }

    // So many days, weeks, months: from tomorrow on, or until today.
    private static TimeNode Days(Sentence s, Length length, int offset)
    {
        var now = s.Context.Now;
        var clock = length.Unit < TimeUnit.Day;
        if (length.Unit == TimeUnit.WorkDay && offset > 0)
        {
            return Cal.Days(now.Date.AddDays(1), Cal.Add(now.Date, length, 1).AddDays(1), Grain.Day, length.End) with { Fixed = true, IsRange = true };
        }

        var origin = clock ? now : offset < 0 ? now.Date : now.Date.AddDays(1);
        var other = Cal.Add(origin, length, offset < 0 ? -1 : 1);
        var (from, to) = offset < 0 ? (other, origin) : (origin, other);
        return new TimeNode { From = from, To = to, Grain = clock ? Grain.Minute : GrainOf(length.Unit), End = length.End, HasClock = clock, Fixed = true, IsRange = true };
    }

    public static Grain GrainOf(TimeUnit unit) => unit switch
    {
        TimeUnit.Second => Grain.Second,
        TimeUnit.Minute => Grain.Minute,
        TimeUnit.Hour => Grain.Hour,
        TimeUnit.Day or TimeUnit.WorkDay => Grain.Day,
        TimeUnit.Week or TimeUnit.Weekend or TimeUnit.WorkWeek or TimeUnit.Fortnight => Grain.Week,
        TimeUnit.Month => Grain.Month,
        TimeUnit.Quarter or TimeUnit.HalfYear => Grain.Quarter,
        _ => Grain.Year,
    };

    // "the 2 upcoming months", "5 past years".
    private static TimeNode ReadCountFirst(Sentence s, int index)
    {
        var count = s.Quantity(index);
        if (!count.Exists || count.Broken || count.Ordinal || count.Value is < 1 or > 10000 || !Direction(s, count.End, out var offset) || offset == 0)
        {
            return default;
        }

        var unit = LengthGrammar.UnitAt(s, count.End + 1);
        var length = Length.Of(count.Value, unit.Unit, unit.End);
        return unit.Exists && Cal.IsBearable(length) ? Days(s, length, offset) : default;
    }

    // "the week after next", "semana que viene"; "the year" alone is this one.
    private static TimeNode ReadUnit(Sentence s, int index, bool article)
    {
        var unit = (TimeUnit)s.Value(index, Tag.Unit);
        if (AfterNext.End(s, index + 1) is > 0 and var end)
        {
            return Cal.UnitAt(s.Context.Now, unit, 2, end);
        }

        if (unit > TimeUnit.Hour && !s.Has(index + 1, Tag.Past) && Direction(s, index + 1, out var offset) && !s.Has(index + 2, Tag.Unit, Tag.Weekday) && !s.Has(index + 2, Tag.Month))
        {
            return Cal.UnitAt(s.Context.Now, unit, offset, index + 2);
        }

        if (unit == TimeUnit.Weekend)
        {
            return Cal.UnitAt(s.Context.Now, unit, 0, index + 1);
        }

        if (article && unit == TimeUnit.Day)
        {
            return s.Has(index - 2, Tag.For) && s.EndsClause(index + 1) ? Cal.UnitAt(s.Context.Now, unit, 0, index + 1) : default;
        }

        return article && unit is TimeUnit.Week or TimeUnit.Fortnight or TimeUnit.Month or TimeUnit.Year or TimeUnit.Quarter && s.EndsClause(index + 1)
            ? Cal.UnitAt(s.Context.Now, unit, 0, index + 1) with { Weak = true }
            : default;
    }
}
