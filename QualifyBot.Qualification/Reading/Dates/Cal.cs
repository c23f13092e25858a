using QualifyBot.Qualification.Answers;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Calendar arithmetic on local dates. Years outside 1500 to 2999 are never read, so that no sum overflows.</summary>
internal static class Cal
{
    public const int FirstYear = 1500;
    public const int LastYear = 2999;

    private const int LongestStretchInDays = 365 * 400;

    public static bool IsYear(int year) => year is >= FirstYear and <= LastYear;

    public static bool IsDate(int year, int month, int day) =>
        IsYear(year) && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    /// <summary>A node for whole days.</summary>
    public static TimeNode Days(DateTime from, DateTime to, Grain grain, int end) => new() { From = from, To = to, Grain = grain, End = end };

    public static TimeNode Day(DateTime day, int end, bool isFixed = true) => new() { From = day, To = day.AddDays(1), Grain = Grain.Day, End = end, Fixed = isFixed };

    public static TimeNode Month(int year, int month, int end, bool isFixed)
    {
        var first = new DateTime(year, month, 1);
        return new TimeNode { From = first, To = first.AddMonths(1), Grain = Grain.Month, End = end, Fixed = isFixed };
    }

    public static TimeNode Year(int year, int end) =>
        new() { From = new DateTime(year, 1, 1), To = new DateTime(year, 1, 1).AddYears(1), Grain = Grain.Year, End = end, Fixed = true };

    public static TimeNode Quarter(int year, int quarter, int end, bool isFixed)
    {
        var first = new DateTime(year, (quarter * 3) - 2, 1);
        return new TimeNode { From = first, To = first.AddMonths(3), Grain = Grain.Quarter, End = end, Fixed = isFixed };
    }

    /// <summary>The Monday of a day's week.</summary>
    public static DateTime Monday(DateTime day) => day.Date.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>1 for Monday to 7 for Sunday.</summary>
    public static int Weekday(DateTime day) => (((int)day.DayOfWeek + 6) % 7) + 1;

    /// <summary>The first such weekday on or after a day.</summary>
    public static DateTime WeekdayFrom(DateTime day, int weekday) => day.Date.AddDays(((weekday - Weekday(day)) + 7) % 7);

    /// <summary>The unit that holds a day, moved by a number of units.</summary>
    public static TimeNode UnitAt(DateTime now, TimeUnit unit, int offset, int end)
    {
        var today = now.Date;
        return unit switch
        {
            TimeUnit.Second => Clock(Trim(now, TimeSpan.TicksPerSecond).AddSeconds(offset), TimeSpan.FromSeconds(1), Grain.Second, end),
            TimeUnit.Minute => Clock(Trim(now, TimeSpan.TicksPerMinute).AddMinutes(offset), TimeSpan.FromMinutes(1), Grain.Minute, end),
            TimeUnit.Hour => Clock(Trim(now, TimeSpan.TicksPerHour).AddHours(offset), TimeSpan.FromHours(1), Grain.Hour, end),
            TimeUnit.Day or TimeUnit.WorkDay => Day(today.AddDays(offset), end),
            TimeUnit.Week => Days(Monday(today).AddDays(7 * offset), Monday(today).AddDays((7 * offset) + 7), Grain.Week, end) with { Fixed = true },
            TimeUnit.Weekend => Days(Monday(today).AddDays((7 * offset) + 5), Monday(today).AddDays((7 * offset) + 7), Grain.Week, end) with { Fixed = true },
            TimeUnit.WorkWeek => Days(Monday(today).AddDays(7 * offset), Monday(today).AddDays((7 * offset) + 5), Grain.Week, end) with { Fixed = true },
            TimeUnit.Fortnight => Days(Monday(today).AddDays(14 * offset), Monday(today).AddDays((14 * offset) + 14), Grain.Week, end) with { Fixed = true },
            TimeUnit.Month => Months(new DateTime(today.Year, today.Month, 1).AddMonths(offset), 1, Grain.Month, end),
            TimeUnit.Quarter => Months(new DateTime(today.Year, (((today.Month - 1) / 3) * 3) + 1, 1).AddMonths(3 * offset), 3, Grain.Quarter, end),
            TimeUnit.HalfYear => Months(new DateTime(today.Year, today.Month > 6 ? 7 : 1, 1).AddMonths(6 * offset), 6, Grain.Quarter, end),
            TimeUnit.Year => Months(new DateTime(today.Year, 1, 1).AddYears(offset), 12, Grain.Year, end),
            TimeUnit.Decade => Months(new DateTime(today.Year - (today.Year % 10), 1, 1).AddYears(10 * offset), 120, Grain.Year, end),
            _ => Months(new DateTime(today.Year - (today.Year % 100), 1, 1).AddYears(100 * offset), 1200, Grain.Year, end),
        };
    }

    /// <summary>True where a length can be added to any date that is read.</summary>
    public static bool IsBearable(Length length) => Math.Abs(length.TotalDays) <= LongestStretchInDays;

    /// <summary>A moment moved by a length: months by the calendar, the rest by the clock.</summary>
    public static DateTime Add(DateTime time, Length length, int sign)
    {
        var months = decimal.ToInt32(decimal.Truncate(length.Months));
        var days = (length.Months - months) * 30;
        var moved = time.AddMonths(sign * months).AddSeconds((double)(sign * (length.Seconds + (days * 86400))));
        return length.WorkDays == 0 ? moved : AddWorkDays(moved, sign, length.WorkDays);
    }

    private static DateTime AddWorkDays(DateTime day, int sign, int count)
    {
        day = day.AddDays(sign * 7 * (count / 5));
        count %= 5;
        while (count > 0)
        {
            day = day.AddDays(sign);
            count -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return day;
    }

    private static TimeNode Months(DateTime from, int months, Grain grain, int end) => Days(from, from.AddMonths(months), grain, end) with { Fixed = true };

    private static TimeNode Clock(DateTime from, TimeSpan length, Grain grain, int end) =>
        new() { From = from, To = from + length, Grain = grain, End = end, HasClock = true, Fixed = true };

    private static DateTime Trim(DateTime time, long ticks) => new(time.Ticks - (time.Ticks % ticks), time.Kind);
}
