namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Days of holidays. A rule is "month-day", "month-nth-weekday" (-1 = the last) or "easter+days".</summary>
internal static class Holidays
{
    /// <summary>The day of a holiday in a year, or null where the rule has none.</summary>
    public static DateTime? Find(string rule, int year)
    {
        if (!Cal.IsYear(year))
        {
            return null;
        }

        if (rule.StartsWith("easter", StringComparison.Ordinal))
        {
            return Easter(year).AddDays(Number(rule.AsSpan(6)));
        }

        Span<Range> parts = stackalloc Range[4];
        var count = rule.AsSpan().Split(parts, '.');
        var (month, second) = (Number(rule.AsSpan()[parts[0]]), Number(rule.AsSpan()[parts[1]]));
        return count == 2 ? Fixed(year, month, second) : Nth(year, month, second, Number(rule.AsSpan()[parts[2]]), count > 3 ? Number(rule.AsSpan()[parts[3]]) : 0);
    }

    private static DateTime? Fixed(int year, int month, int day) => Cal.IsDate(year, month, day) ? new DateTime(year, month, day) : null;

    private static DateTime Nth(int year, int month, int nth, int weekday, int shift)
    {
        var first = new DateTime(year, month, 1);
        var day = nth > 0 ? Cal.WeekdayFrom(first, weekday).AddDays(7 * (nth - 1)) : Cal.WeekdayFrom(first.AddMonths(1).AddDays(-7), weekday);
        return day.AddDays(shift);
    }

    private static int Number(ReadOnlySpan<char> text) => text.IsEmpty ? 0 : int.Parse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher).</summary>
    private static DateTime Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var days = h + l - (7 * m) + 114;
        return new DateTime(year, days / 31, (days % 31) + 1);
    }
}
