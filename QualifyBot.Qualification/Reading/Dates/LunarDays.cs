using System.Globalization;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Days of calendars that the base library knows, in a Gregorian year; null where the calendar does not reach it.</summary>
internal static class LunarDays
{
    private const int MonthsOfHebrewYear = 12;

    private static readonly HebrewCalendar Jews = new();
    private static readonly UmAlQuraCalendar Mecca = new();
    private static readonly ChineseLunisolarCalendar China = new();
    private static readonly KoreanLunisolarCalendar Korea = new();
    private static readonly PersianCalendar Persia = new();

    /// <summary>A month counted from Nisan, as the Bible does; the last is the Adar of Purim. The day begins on the eve, at sunset.</summary>
    public static DateTime? Hebrew(int year, int month, int day)
    {
        for (var own = year + 3760; own <= year + 3761; own++)
        {
            var leap = Jews.GetMonthsInYear(own) - MonthsOfHebrewYear;
            var place = month > 6 && month < 12 ? month - 6 : month == 12 ? 6 + leap : month + 6 + leap;
            if (In(Jews, own, place, day)?.AddDays(-1) is { } found && found.Year == year)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>A day of the calendar of Umm al-Qura; day 0 is the last Friday of the month.</summary>
    public static DateTime? Islamic(int year, int month, int day)
    {
        var first = ((year - 622) * 33 / 32) - 1;
        for (var own = first; own < first + 4; own++)
        {
            if (own > 0 && In(Mecca, own, month, Math.Max(day, 1)) is { } found && found.Year == year)
            {
                return day > 0 ? found : Cal.WeekdayFrom(found.AddDays(Mecca.GetDaysInMonth(own, month) - 7), (int)DayOfWeek.Friday);
            }
        }

        return null;
    }

    /// <summary>Days of the month of Umm al-Qura that begins on a day.</summary>
    public static int DaysOfIslamicMonth(DateTime first) => Mecca.GetDaysInMonth(Mecca.GetYear(first), Mecca.GetMonth(first));

    public static DateTime? Chinese(int year, int month, int day) => Lunisolar(China, year, month, day);

    public static DateTime? Korean(int year, int month, int day) => Lunisolar(Korea, year, month, day);

    public static DateTime? Persian(int year, int month, int day) => In(Persia, year - 621, month, day) is { } found && found.Year == year ? found : In(Persia, year - 622, month, day);

    // A leap month moves the places of the months behind it.
    private static DateTime? Lunisolar(EastAsianLunisolarCalendar calendar, int year, int month, int day)
    {
        for (var own = year - 1; own <= year; own++)
        {
            if (own < calendar.GetYear(calendar.MinSupportedDateTime) || own >= calendar.GetYear(calendar.MaxSupportedDateTime))
            {
                continue;
            }

            var leap = calendar.GetLeapMonth(own);
            if (In(calendar, own, leap > 0 && leap <= month ? month + 1 : month, day) is { } found && found.Year == year)
            {
                return found;
            }
        }

        return null;
    }

    private static DateTime? In(Calendar calendar, int year, int month, int day)
    {
        var (first, last) = (calendar.GetYear(calendar.MinSupportedDateTime), calendar.GetYear(calendar.MaxSupportedDateTime));
        return year > first && year < last && day <= calendar.GetDaysInMonth(year, month) ? calendar.ToDateTime(year, month, day, 0, 0, 0, 0) : null;
    }
}
