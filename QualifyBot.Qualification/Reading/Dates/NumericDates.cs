using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Dates in digits: 2026-03-31, 31.3.2026, 3/31, 20260331, 03/2026.</summary>
internal static class NumericDates
{
    public static TimeNode Read(Sentence s, int index)
    {
        if (s.Digits(index) == 0)
        {
            return default;
        }

        if (s.Digits(index) == 8)
        {
            return ReadCompact(s, index);
        }

        var separator = s.Sign(index + 1);
        var spaced = s.Digits(index) == 4 && s.Digits(index + 1) is 1 or 2 && s.Digits(index + 2) is 1 or 2;
        if (spaced)
        {
            return Full(s.DigitValue(index), s.DigitValue(index + 1), s.DigitValue(index + 2), index + 3);
        }

        if (s.Digits(index) <= 2 && s.Digits(index + 1) is 1 or 2 && !s.Glued(index + 1))
        {
            return ReadSpaced(s, index);
        }

        if (separator is not ('-' or '/' or '.') || !HasPart(s, index + 1))
        {
            return default;
        }

        var three = s.Sign(index + 3) == separator && HasPart(s, index + 3);
        return three ? ReadThree(s, index) : ReadTwo(s, index, separator);
    }

    private static bool HasPart(Sentence s, int separator) =>
        s.Digits(separator + 1) is 1 or 2 or 4 && (s.Glued(separator) == s.Glued(separator + 1) || s.Sign(separator) == '.');

    private static TimeNode ReadCompact(Sentence s, int index)
    {
        var value = s.DigitValue(index);
        return value / 10000 is > 1900 and < 2100 ? Full(value / 10000, value / 100 % 100, value % 100, index + 1) : default;
    }

    private static TimeNode ReadThree(Sentence s, int index)
    {
        var (a, b, c) = (s.DigitValue(index), s.DigitValue(index + 2), s.DigitValue(index + 4));
        var end = index + 5;
        if (s.Glued(end) && s.Sign(end) is '.' && s.Digits(end + 1) > 0 && s.Glued(end + 1))
        {
            return default;
        }

        if (s.Digits(index) == 4)
        {
            return Full(a, b, c, end);
        }

        var year = YearGrammar.Full(c);
        var dayFirst = DayFirst(s, s.Sign(index + 1));
        var first = dayFirst ? Full(year, b, a, end) : Full(year, a, b, end);
        var other = dayFirst ? Full(year, a, b, end) : Full(year, b, a, end);
        return first.Exists ? first : other.Exists ? other : a > 31 ? Full(YearGrammar.Full(a), b, c, end) : default;
    }

    // "20 02 2014", "le 20 2 14", "le 31 10".
    private static TimeNode ReadSpaced(Sentence s, int index)
    {
        var (a, b, third) = (s.DigitValue(index), s.DigitValue(index + 1), s.Digits(index + 2));
        var led = s.Language.Habits.DayArticle && s.Has(index - 1, Tag.On);
        if (s.Glued(index + 2) && third > 0)
        {
            return default;
        }

        if (third is 2 or 4 && (third == 4 || s.DigitValue(index + 2) > 31 || led))
        {
            var year = YearGrammar.Full(s.DigitValue(index + 2));
            return DayFirst(s, ' ') ? Full(year, b, a, index + 3) : Full(year, a, b, index + 3);
        }

        var alone = s.Language.Habits.DayArticle && index == 0 && index + 2 == s.Count;
        return (led && s.EndsClause(index + 2)) || alone ? Near(s, b, a, index + 2) with { Weak = alone } : default;
    }

    private static TimeNode ReadTwo(Sentence s, int index, char separator)
    {
        var (a, b) = (s.DigitValue(index), s.DigitValue(index + 2));
        var end = index + 3;
        if (s.Digits(index) == 4 || s.Digits(index + 2) == 4)
        {
            var (year, month) = s.Digits(index) == 4 ? (a, b) : (b, a);
            return separator != '.' && month is >= 1 and <= 12 && Cal.IsYear(year) ? Cal.Month(year, month, end, isFixed: true) : default;
        }

        var goesOn = s.Sign(end) is '.' or '/' && s.Glued(end) && s.Digits(end + 1) > 0 && s.Glued(end + 1);
        return goesOn || (separator != '/' && s.Has(end, Tag.Unit)) ? default : ReadDayAndMonth(s, index, separator);
    }

    private static TimeNode ReadDayAndMonth(Sentence s, int index, char separator)
    {
        var (a, b) = (s.DigitValue(index), s.DigitValue(index + 2));
        var end = index + 3;

        // "3.5" is a number and "10-15" a range unless something says that it is a date.
        var marked = separator == '/' || (separator == '.' && s.Sign(end) == '.' && s.Glued(end));
        var trailing = separator == '.' && marked && !s.EndsClause(end + 1) ? 1 : separator == '.' && marked && s.Language.Habits.DayFirst ? 1 : 0;
        var dayFirst = DayFirst(s, separator);
        var node = dayFirst ? Near(s, b, a, end + trailing) : Near(s, a, b, end + trailing);
        node = node.Exists ? node : dayFirst ? Near(s, a, b, end + trailing) : Near(s, b, a, end + trailing);
        var two = s.Digits(index) == 2 || s.Digits(index + 2) == 2;
        if (separator == '.' && !marked && !s.Language.Habits.DayFirst && !IsLedIn(s, index))
        {
            return default;
        }

        return node.Exists ? node with { Weak = !marked || (separator == '/' && !two && a < b && a <= 4) } : default;
    }

    private static bool IsLedIn(Sentence s, int index) => s.Has(index - 1, Tag.On, Tag.By) || s.Has(index - 1, Tag.Weekday, Tag.From) || s.Has(index - 1, Tag.Until);

    private static bool DayFirst(Sentence s, char separator) => separator == '.' || s.Context.DayFirst || s.Language.Habits.DayFirst;

    private static TimeNode Full(int year, int month, int day, int end) => Cal.IsDate(year, month, day) ? Cal.Day(new DateTime(year, month, day), end) : default;

    private static TimeNode Near(Sentence s, int month, int day, int end) => MonthDates.Near(s, month, day, end);
}
