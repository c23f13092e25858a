using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Dates with the month's name: "March 3rd, 2026", "the third of March", "March 2026", "3-mar-2026".</summary>
internal static class MonthDates
{
    private const int MostDaysOfMonth = 4;

    /// <summary>The nearest such day that is not past.</summary>
    public static TimeNode Near(Sentence s, int month, int day, int end)
    {
        var today = s.Context.Now.Date;
        for (var year = today.Year; year < today.Year + 5; year++)
        {
            if (Cal.IsDate(year, month, day) && new DateTime(year, month, day) >= today)
            {
                return Cal.Day(new DateTime(year, month, day), end, isFixed: false);
            }
        }

        return default;
    }

    /// <summary>The nearest such month that is not past.</summary>
    public static TimeNode NearMonth(Sentence s, int month, int end)
    {
        var today = s.Context.Now.Date;
        return Cal.Month(month < today.Month ? today.Year + 1 : today.Year, month, end, isFixed: false);
    }

    public static TimeNode Read(Sentence s, int index)
    {
        if (s.Has(index, Tag.Month))
        {
            return ReadMonthFirst(s, index);
        }

        var year = YearGrammar.Read(s, index);
        if (year.End > 0 && TryMonth(s, SkipJoint(s, year.End), out var month, out var end))
        {
            var day = DayOfMonth(s, SkipJoint(s, end));
            return day.End > 0 && s.Digits(index) == 4 && Cal.IsDate(year.Year, month, day.Day)
                ? Cal.Day(new DateTime(year.Year, month, day.Day), day.End)
                : Cal.Month(year.Year, month, end, isFixed: true);
        }

        return YearDayMonth(s, index) is { Exists: true } whole ? whole : ReadDayFirst(s, index);
    }

    /// <summary>A day of a month at a term: 1 to 31, in digits or as an ordinal.</summary>
    public static (int Day, int End, bool Ordinal) DayOfMonth(Sentence s, int index)
    {
        var quantity = s.Quantity(index);
        if (quantity is { Exists: true, Broken: false, Multiplied: false } && quantity.IsWhole && quantity.Value is >= 1 and <= 31 && !quantity.Separated)
        {
            var dot = s.Sign(quantity.End) == '.' && s.Glued(quantity.End) && s.Glued(quantity.End + 1) ? quantity.End + 1 : quantity.End;
            var end = s.Has(dot, Tag.OrdinalSuffix) && s.Glued(dot) ? dot + 1 : quantity.End;
            return ((int)quantity.Value, end, quantity.Ordinal);
        }

        return s.Digits(index) is 1 or 2 && s.DigitValue(index) is >= 1 and <= 31 && quantity is { Exists: true, Separated: true }
            ? (s.DigitValue(index), index + 1, false)
            : default;
    }

    /// <summary>A year behind a day or month, with what may stand between.</summary>
    public static (int Year, int End) YearBehind(Sentence s, int index)
    {
        var next = SkipJoint(s, index);
        next = s.Has(next, Tag.Of, Tag.In) || s.Sign(next) is ',' or '.' or '/' ? next + 1 : next;
        next = s.Has(next, Tag.The) ? next + 1 : next;
        next = s.Has(next, Tag.YearWord) && s.Digits(next + 1) > 0 ? next + 1 : next;
        var year = YearGrammar.Read(s, next);
        if (year.End > 0)
        {
            return year.Year is > 1900 and < 2100 || next == index ? year : default;
        }

        var joined = next > index && s.Sign(next - 1) is '-' or '/' && s.Glued(next);
        var short2 = s.Digits(next) == 2 && (joined || IsShortYear(s, next)) && !s.Has(next + 1, Tag.OClock);
        return short2 ? (YearGrammar.Full(s.DigitValue(next)), next + 1) : RelativeYear(s, next);
    }

    // "mai 68", "2 de outubro de 92": more than a day or an hour can be, or behind "of", and the last word.
    private static bool IsShortYear(Sentence s, int index) =>
        !s.Glued(index) && s.EndsClause(index + 1) && s.Sign(index + 1) is not (':' or '-') && s.Sign(index - 1) != ',' && (s.DigitValue(index) > 31 || s.Has(index - 1, Tag.Of));

    // "March next year", "in October of this year".
    private static (int Year, int End) RelativeYear(Sentence s, int index)
    {
        var offset = s.Has(index, Tag.Next) ? 1 : s.Has(index, Tag.Last) ? -1 : s.Has(index, Tag.This) ? 0 : 9;
        if (offset < 9 && s.Try(index + 1, Tag.Unit, out var unit) && unit == (int)TimeUnit.Year)
        {
            return (s.Context.Now.Year + offset, index + 2);
        }

        var after = s.Has(index + 1, Tag.Next) ? 1 : s.Has(index + 1, Tag.Last) ? -1 : 9;
        return after < 9 && s.Try(index, Tag.Unit, out unit) && unit == (int)TimeUnit.Year ? (s.Context.Now.Year + after, index + 2) : default;
    }

    private static TimeNode ReadMonthFirst(Sentence s, int index)
    {
        TryMonth(s, index, out var month, out var end);
        var next = SkipJoint(s, end);
        next = s.Has(next, Tag.The) ? next + 1 : next;
        var day = DayOfMonth(s, next);
        var taken = day.End > 0 && !s.Has(day.End, Tag.Meridiem, Tag.Currency) && !(s.Sign(day.End) == ':' && s.Glued(day.End)) && !s.Has(day.End, Tag.Unit);
        if (taken)
        {
            return WithYear(s, month, day.Day, day.End);
        }

        var year = YearBehind(s, end);
        return year.End > 0
            ? DayBehind(s, year.Year, month, year.End)
            : NearMonth(s, month, end) with { Weak = s.Has(index, Tag.Plain) };
    }

    // "Sep-2026-23": joined as tightly as the year.
    private static TimeNode DayBehind(Sentence s, int year, int month, int end)
    {
        var day = s.Sign(end) is '-' or '/' && s.Sign(end - 2) == s.Sign(end) && s.Glued(end) && s.Glued(end + 1) ? DayOfMonth(s, end + 1) : default;
        return day.End > 0 && Cal.IsDate(year, month, day.Day) ? Cal.Day(new DateTime(year, month, day.Day), day.End) : Cal.Month(year, month, end, isFixed: true);
    }

    // "2026/23/Sep"
    private static TimeNode YearDayMonth(Sentence s, int index)
    {
        var mark = s.Digits(index) == 4 ? s.Sign(index + 1) : '\0';
        var day = mark is '-' or '/' or '.' && s.Digits(index + 2) is 1 or 2 && s.Sign(index + 3) == mark ? s.DigitValue(index + 2) : 0;
        return day > 0 && s.Try(index + 4, Tag.Month, out var month) && Cal.IsDate(s.DigitValue(index), month, day) ? Cal.Day(new DateTime(s.DigitValue(index), month, day), index + 5) : default;
    }

    private static TimeNode ReadDayFirst(Sentence s, int index)
    {
        var start = s.Has(index, Tag.The) ? index + 1 : index;
        var day = DayOfMonth(s, start);
        if (day.End == 0 || s.Has(start - 1, Tag.Currency) || IsOneWhoMay(s, start, day.Ordinal))
        {
            return default;
        }

        var next = s.Try(day.End, Tag.Unit, out var unit) && unit == (int)TimeUnit.Day ? day.End + 1 : day.End;
        next = s.Has(next, Tag.Of) ? next + 1 : SkipJoint(s, next);
        next = s.Has(next, Tag.The) ? next + 1 : next;
        return TryMonth(s, next, out var month, out var end) ? WithYear(s, month, day.Day, end) : BesideAnother(s, day.Day, day.End);
    }

    // "One may ask": a bare number word before a word that is not only a month.
    private static bool IsOneWhoMay(Sentence s, int index, bool ordinal) => !ordinal && s.Digits(index) == 0 && s.Has(index + 1, Tag.Plain) && !s.Token(index + 1).Capital;

    // "18 and 19 June", "the 3rd, the 5th or the 9th of May": the first of several days, whose month follows the last.
    private static TimeNode BesideAnother(Sentence s, int first, int end)
    {
        var (day, next) = (first, end);
        for (var i = 0; i < MostDaysOfMonth && (s.Has(next, Tag.And, Tag.Or) || s.Sign(next) == ','); i++)
        {
            next = s.Has(next + 1, Tag.And, Tag.Or) ? next + 2 : next + 1;
            var other = DayOfMonth(s, s.Has(next, Tag.The) ? next + 1 : next);
            if (other.End == 0 || other.Day <= day)
            {
                return default;
            }

            (day, next) = (other.Day, s.Has(other.End, Tag.Of) ? other.End + 1 : other.End);
        }

        return next > end && TryMonth(s, next, out var month, out var last) && WithYear(s, month, first, last) is { Exists: true } node ? node with { End = end } : default;
    }

    private static TimeNode WithYear(Sentence s, int month, int day, int end)
    {
        var year = YearBehind(s, end);
        year = year.End == 0 && s.Digits(end) == 2 && !s.Glued(end) && s.EndsClause(end + 1) && s.Sign(end + 1) is not (':' or '-') ? (YearGrammar.Full(s.DigitValue(end)), end + 1) : year;
        return year.End > 0
            ? Cal.IsDate(year.Year, month, day) ? Cal.Day(new DateTime(year.Year, month, day), year.End) : default
            : Near(s, month, day, end);
    }

    private static bool TryMonth(Sentence s, int index, out int month, out int end)
    {
        var has = s.Try(index, Tag.Month, out month);
        end = has && s.Sign(index + 1) == '.' && s.Glued(index + 1) && !s.EndsClause(index + 2) ? index + 2 : index + 1;
        return has;
    }

    private static int SkipJoint(Sentence s, int index) => s.Sign(index) is '-' or ',' or '.' or '/' && index + 1 < s.Count ? index + 1 : index;
}
