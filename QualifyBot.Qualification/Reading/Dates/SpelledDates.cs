using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Dates whose month is a number in words or behind "of": "am dritten vierten", "7. vierter", "el 17 del 11", "9 de 8 de 1971".</summary>
internal static class SpelledDates
{
    public static TimeNode Read(Sentence s, int index)
    {
        var habits = s.Language.Habits;
        if (!habits.OrdinalMonths && !habits.DayArticle)
        {
            return default;
        }

        var (day, end, _) = MonthDates.DayOfMonth(s, index);
        return end == 0 ? default : habits.OrdinalMonths ? ReadOrdinals(s, index, day, end) : ReadBehindOf(s, index, day, end);
    }

    // Both are ordinals, and at least one is a word: the rest are dates in digits.
    private static TimeNode ReadOrdinals(Sentence s, int index, int day, int end)
    {
        var dotted = s.Sign(end) == '.' && s.Glued(end);
        var next = dotted || s.Sign(end) == '/' ? end + 1 : end;
        var month = s.Quantity(next);
        var monthDotted = month.Digits && s.Sign(month.End) == '.' && s.Glued(month.End);
        if ((!dotted && !s.Quantity(index).Ordinal) || !(month.Ordinal || monthDotted) || month is not { Exists: true, Value: >= 1 and <= 12 })
        {
            return default;
        }

        var words = s.Digits(index) == 0 || !month.Digits;
        return words ? WithYear(s, day, (int)month.Value, monthDotted ? month.End + 1 : month.End) with { Weak = !s.Has(index - 1, Tag.On, Tag.Weekday) && s.Sign(index - 1) != ',' } : default;
    }

    private static TimeNode ReadBehindOf(Sentence s, int index, int day, int end)
    {
        var (month, behind, _) = s.Has(end, Tag.Of) && s.Digits(index) > 0 ? MonthDates.DayOfMonth(s, end + 1) : default;
        if (behind == 0 || month > 12)
        {
            return default;
        }

        var node = WithYear(s, day, month, behind);
        var led = s.Has(index - 1, Tag.On) && s.Digits(end + 1) > 0 && s.EndsClause(behind);
        return node.Fixed || led ? node : default;
    }

    private static TimeNode WithYear(Sentence s, int day, int month, int end)
    {
        var year = MonthDates.YearBehind(s, end);
        return year.End == 0 ? MonthDates.Near(s, month, day, end)
            : Cal.IsDate(year.Year, month, day) ? Cal.Day(new DateTime(year.Year, month, day), year.End) : default;
    }
}
