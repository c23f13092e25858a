using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Weeks by number or by a day within them: "week 31", "23. KW", "semana que comienza el 4 de febrero".</summary>
internal static class WeekDates
{
    // "week 31", "week of the 18th", "week starting 4 February".
    public static TimeNode Read(Sentence s, int index)
    {
        var number = s.Digits(index + 1) is 1 or 2 ? s.DigitValue(index + 1) : 0;
        if (number is >= 1 and <= 53)
        {
            return Numbered(s, number, index + 2);
        }

        var next = s.Has(index + 1, Tag.Of, Tag.Starting) ? index + 2 : index + 1;
        next = s.Has(next, Tag.On) ? next + 1 : next;
        var day = next > index + 1 ? DateGrammar.ReadSimple(s, next) : default;
        return day is { Exists: true, Grain: Grain.Day }
            ? Cal.Days(Cal.Monday(day.From), Cal.Monday(day.From).AddDays(7), Grain.Week, day.End) with { Fixed = true }
            : default;
    }

    /// <summary>A week by its number in the year, this one where none is said.</summary>
    public static TimeNode Numbered(Sentence s, int number, int end)
    {
        var year = MonthDates.YearBehind(s, end);
        var monday = System.Globalization.ISOWeek.ToDateTime(year.End > 0 ? year.Year : s.Context.Now.Year, number, DayOfWeek.Monday);
        return Cal.Days(monday, monday.AddDays(7), Grain.Week, year.End > 0 ? year.End : end) with { Fixed = true };
    }
}
