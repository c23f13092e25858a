using System.Globalization;
using System.Runtime.InteropServices;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>The days of a holiday in one year; the end is exclusive.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct HolidayDays(DateTime From, DateTime To);

/// <summary>
/// When a holiday is, as the word lists write it. A rule is a base with steps behind it, done in order. Bases: "12.25" month and day; "11.4.4" month, which one,
/// weekday (Monday is 1, -1 is the last one); "easter", "orthodox"; "hebrew7.10", "islamic9.1", "chinese1.1", "korean8.15", "persian1.1" month and day of that calendar;
/// "hindu7.30@18" lunar month and tithi that prevails at an hour; "sign0@18" the sun's entry into a sign; "mansion4.22@6" sign of the sun and mansion of the moon;
/// "sun90" a solstice or equinox; "parsi", "taxday", "earthhour"; "y2008.2.5" that day alone. Steps: "+3" and "-3" days; "&gt;6" and "&lt;6" the weekday on or behind,
/// on or before; "=1" the nearest one; "~" from a weekend to the nearest working day; "s" from a Sunday to the day before; "i" as Israel keeps its days of remembrance clear of the Sabbath; "x8" so many days; "m" the whole Islamic
/// month; "/4" only years that four divides.
/// </summary>
internal static class HolidayRule
{
    /// <summary>The days of a rule in a year, or null where it has none.</summary>
    public static HolidayDays? Find(ReadOnlySpan<char> rule, int year)
    {
        var steps = Steps(rule);
        if (Base(rule[..steps], year) is not { } day)
        {
            return null;
        }

        var end = day.AddDays(1);
        for (var at = steps; at < rule.Length;)
        {
            var (step, from) = (rule[at], ++at);
            while (at < rule.Length && char.IsAsciiDigit(rule[at]))
            {
                at++;
            }

            var number = Number(rule[from..at]);
            if (step == '/' && year % number != 0)
            {
                return null;
            }

            (day, end) = Step(day, end, step, number);
        }

        return new HolidayDays(day, end);
    }

    private static (DateTime Day, DateTime End) Step(DateTime day, DateTime end, char step, int number)
    {
        if (step is 'x' or 'm' or '/')
        {
            return (day, step switch { 'x' => day.AddDays(number), 'm' => day.AddDays(LunarDays.DaysOfIslamicMonth(day)), _ => end });
        }

        var moved = step switch
        {
            '+' => day.AddDays(number),
            '-' => day.AddDays(-number),
            '>' => Cal.WeekdayFrom(day, number),
            '<' => Cal.WeekdayFrom(day.AddDays(-6), number),
            '=' => Cal.WeekdayFrom(day.AddDays(-3), number),
            '~' => day.AddDays(day.DayOfWeek switch { DayOfWeek.Saturday => -1, DayOfWeek.Sunday => 1, _ => 0 }),
            'i' => day.AddDays(day.DayOfWeek switch { DayOfWeek.Thursday => -1, DayOfWeek.Friday => -2, DayOfWeek.Saturday or DayOfWeek.Sunday => 1, _ => 0 }),
            's' => day.DayOfWeek == DayOfWeek.Sunday ? day.AddDays(-1) : day,
            _ => throw new FormatException($"A holiday has no step '{step}'."),
        };
        return (moved, moved.AddDays(1));
    }

    // The base ends before the first sign that is a step; a minus behind a point belongs to a number.
    private static int Steps(ReadOnlySpan<char> rule)
    {
        var at = 0;
        while (at < rule.Length && char.IsAsciiLetter(rule[at]))
        {
            at++;
        }

        while (at < rule.Length && (char.IsAsciiDigit(rule[at]) || rule[at] is '.' or '@' || (rule[at] == '-' && at > 0 && rule[at - 1] == '.')))
        {
            at++;
        }

        return at;
    }

    private static DateTime? Base(ReadOnlySpan<char> rule, int year)
    {
        var letters = rule.IndexOfAnyExceptInRange('a', 'z');
        var name = letters < 0 ? rule : rule[..letters];
        Span<int> n = stackalloc int[4];
        var count = Numbers(rule[name.Length..], n);
        return name switch
        {
            "" => count == 2 ? Fixed(year, n[0], n[1]) : Nth(year, n[0], n[1], n[2]).AddDays(n[3]),
            "y" => year == n[0] ? Fixed(year, n[1], n[2]) : null,
            "easter" => Easter.Western(year),
            "orthodox" => Easter.Orthodox(year),
            "taxday" => TaxDay(year),
            "earthhour" => EarthHour(year),
            _ => OfCalendar(name, year, n),
        };
    }

    // Beyond these years neither tables nor astronomy are sure.
    private static DateTime? OfCalendar(ReadOnlySpan<char> name, int year, ReadOnlySpan<int> n) => year is < 1901 or > 2099 ? null : name switch
    {
        "hebrew" => LunarDays.Hebrew(year, n[0], n[1]),
        "islamic" => LunarDays.Islamic(year, n[0], n[1]),
        "chinese" => LunarDays.Chinese(year, n[0], n[1]),
        "korean" => LunarDays.Korean(year, n[0], n[1]),
        "persian" => LunarDays.Persian(year, n[0], n[1]),
        "hindu" => HinduCalendar.Tithi(year, n[0], n[1], n[2]),
        "sign" => HinduCalendar.Sign(year, n[0], n[1]),
        "mansion" => HinduCalendar.Mansion(year, n[0], n[1], n[2]),
        "sun" => Sky.TimeOf(Sky.SunAt(n[0], Sky.DaysOf(new DateTime(year, 3, 10).AddDays(n[0])), sidereal: false)).Date,
        "parsi" => Parsi(year),
        _ => throw new FormatException($"A holiday has no base '{name}'."),
    };

    private static DateTime? Fixed(int year, int month, int day) => Cal.IsDate(year, month, day) ? new DateTime(year, month, day) : null;

    private static DateTime Nth(int year, int month, int nth, int weekday)
    {
        var first = new DateTime(year, month, 1);
        return nth > 0 ? Cal.WeekdayFrom(first, weekday).AddDays(7 * (nth - 1)) : Cal.WeekdayFrom(first.AddMonths(1).AddDays(7 * nth), weekday);
    }

    // The first working day from the 15th of April on that is not Emancipation Day, which itself gives way to weekends.
    private static DateTime TaxDay(int year)
    {
        var emancipation = Step(new DateTime(year, 4, 16), default, '~', 0).Day;
        var day = new DateTime(year, 4, 15);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || day == emancipation)
        {
            day = day.AddDays(1);
        }

        return day;
    }

    // The last Saturday of March, a week earlier where that is the eve of Easter.
    private static DateTime EarthHour(int year)
    {
        var day = Nth(year, 3, -1, 6);
        return day == Easter.Western(year).AddDays(-1) ? day.AddDays(-7) : day;
    }

    // The Parsi year has 365 days and no leap days.
    private static DateTime Parsi(int year)
    {
        var known = new DateTime(2018, 8, 17);
        var day = known.AddDays(365 * (year - known.Year));
        return day.Year == year ? day : day.AddDays(365 * (year - day.Year));
    }

    private static int Numbers(ReadOnlySpan<char> text, Span<int> numbers)
    {
        var count = 0;
        foreach (var part in text.SplitAny('.', '@'))
        {
            numbers[count++] = Number(text[part]);
        }

        return count;
    }

    private static int Number(ReadOnlySpan<char> text) => text.IsEmpty ? 0 : int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
