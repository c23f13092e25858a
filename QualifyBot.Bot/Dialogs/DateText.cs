using System.Globalization;
using QualifyBot.Bot.Playbooks;

namespace QualifyBot.Bot.Dialogs;

/// <summary>Days and months in the words of a language.</summary>
internal static class DateText
{
    /// <summary>The name of a day of the week.</summary>
    public static string Weekday(DayOfWeek day, TextCatalog texts) => texts.Wordings("format.weekdays")[((int)day + 6) % 7];

    /// <summary>The name of a month, 1 to 12.</summary>
    public static string Month(int month, TextCatalog texts) => texts.Wordings("format.months")[month - 1];

    /// <summary>A day of a month; some languages count the first as "1st".</summary>
    public static string Day(int day, TextCatalog texts) => day == 1 ? texts.Get("format.first_day") : day.ToString(CultureInfo.InvariantCulture);

    /// <summary>A date, or a whole month where it is one.</summary>
    /// <param name="first">First day.</param>
    /// <param name="last">Last day, on or after the first.</param>
    /// <param name="texts">The language.</param>
    public static string Of(DateOnly first, DateOnly last, TextCatalog texts) =>
        first == last ? Of(first, texts)
        : first.Day == 1 && last == first.AddMonths(1).AddDays(-1) ? texts.Get("format.month", ("month", Month(first.Month, texts)), ("year", Year(first)))
        : texts.Get("value.range", ("from", Of(first, texts)), ("to", Of(last, texts)));

    private static string Of(DateOnly date, TextCatalog texts) =>
        texts.Get("format.date", ("day", Day(date.Day, texts)), ("month", Month(date.Month, texts)), ("year", Year(date)));

    private static string Year(DateOnly date) => date.Year.ToString(CultureInfo.InvariantCulture);
}
