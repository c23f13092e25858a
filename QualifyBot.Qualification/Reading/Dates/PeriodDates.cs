using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Quarters, halves, years, seasons and numbered weeks.</summary>
internal static class PeriodDates
{
    public static TimeNode Read(Sentence s, int index)
    {
        var start = s.Has(index, Tag.The) ? index + 1 : index;
        var decade = s.Try(start, Tag.Decade, out var prefix) && prefix == 1 ? ReadDecade(s, start + 1) : default;
        return decade.Exists ? decade
            : s.Has(start, Tag.Quarter, Tag.HalfYear) ? ReadLetter(s, start)
            : s.Has(start, Tag.Fiscal) ? FiscalDates.Read(s, start)
            : s.Has(start, Tag.Holiday) ? HolidayDates.Read(s, start)
            : s.Has(start, Tag.Season) ? ReadSeason(s, start)
            : s.Has(start, Tag.YearWord) ? ReadYearWord(s, start)
            : s.Try(start, Tag.Unit, out var unit) && (TimeUnit)unit == TimeUnit.Week ? WeekDates.Read(s, start)
            : s.Quantity(start) is { Exists: true } ? ReadNumbered(s, start) : RelativeSeason(s, start);
    }

    // "los años 90", "années 1980", "década de noventa".
    private static TimeNode ReadDecade(Sentence s, int index)
    {
        var number = s.Quantity(index);
        var year = number is { Exists: true, Ordinal: false, Broken: false, Value: >= 20 and <= 2090 } && number.IsWhole ? (int)number.Value : 1;
        year = year < 100 ? year + 1900 : year;
        return year % 10 == 0 && Cal.IsYear(year) ? Cal.Days(new DateTime(year, 1, 1), new DateTime(year + 10, 1, 1), Grain.Year, number.End) with { Fixed = true } : default;
    }

    // "Q3", "Q3 2026", "H1/27", "q1 next year".
    private static TimeNode ReadLetter(Sentence s, int index)
    {
        var (number, half, end) = Letter(s, index);
        return number == 0 ? default : Numbered(s, number, half, end);
    }

    /// <summary>The number that a letter for a quarter or half year has; 0 where it has none.</summary>
    public static (int Number, bool Half, int End) Letter(Sentence s, int index)
    {
        var half = s.Has(index, Tag.HalfYear);
        var number = s.Value(index, half ? Tag.HalfYear : Tag.Quarter);
        var end = index + 1;
        if (number == 0)
        {
            var dash = s.Sign(end) == '-' ? end + 1 : end;
            (number, end) = (s.DigitValue(dash), dash + 1);
        }

        return number < 1 || number > (half ? 2 : 4) || s.Digits(end - 1) > 1 ? default : (number, half, end);
    }

    private static TimeNode Numbered(Sentence s, int number, bool half, int end)
    {
        var fiscal = FiscalDates.Part(s, number, half, end);
        if (fiscal.Exists)
        {
            return fiscal;
        }

        var year = s.Digits(end) == 4 ? YearGrammar.Read(s, end) : MonthDates.YearBehind(s, end);
        var now = s.Context.Now;
        var quarter = half ? (number * 2) - 1 : number;
        var nearest = Build(now.Year, quarter, half, end);
        return year.End > 0 ? Build(year.Year, quarter, half, year.End) with { Fixed = true }
            : nearest.To <= now.Date ? Build(now.Year + 1, quarter, half, end) : nearest;
    }

    private static TimeNode Build(int year, int quarter, bool half, int end)
    {
        var node = Cal.Quarter(year, quarter, end, isFixed: false);
        return half ? node with { To = node.From.AddMonths(6) } : node;
    }

    // "third quarter", "2nd half of 2027", "23rd week".
    private static TimeNode ReadNumbered(Sentence s, int index)
    {
        var quantity = s.Quantity(index);
        if (quantity.Ordinal && quantity.Value is >= 1 and <= 4 && s.Try(quantity.End, Tag.Unit, out var unit) && (TimeUnit)unit is TimeUnit.Quarter or TimeUnit.HalfYear)
        {
            var half = (TimeUnit)unit == TimeUnit.HalfYear;
            return half && (quantity.Value > 2 || CountedParts.IsOfShorter(s, quantity.End + 1)) ? default : Numbered(s, (int)quantity.Value, half, quantity.End + 1);
        }

        if (quantity is { Ordinal: true, Value: >= 6 and <= 53 } && s.Try(quantity.End, Tag.Unit, out unit) && (TimeUnit)unit == TimeUnit.Week && !s.Has(quantity.End + 1, Tag.Of, Tag.In))
        {
            return WeekDates.Numbered(s, (int)quantity.Value, quantity.End + 1);
        }

        return ReadYear(s, index);
    }

    // "2018Q4", "2014", "the 90s".
    private static TimeNode ReadYear(Sentence s, int index)
    {
        var year = YearGrammar.Read(s, index);
        if (year.End == 0 || (s.Digits(index) == 0 && s.Sign(index) == '\0' && index == 0))
        {
            return default;
        }

        var letter = s.Sign(year.End) is '-' or '/' ? year.End + 1 : year.End;
        if (s.Has(letter, Tag.Quarter, Tag.HalfYear))
        {
            var part = ReadLetter(s, letter);
            return part.Exists ? Moved(part, year.Year) : default;
        }

        if (s.Has(year.End, Tag.Decade) && s.Glued(year.End) && year.Year % 10 == 0)
        {
            var first = new DateTime(year.Year, 1, 1);
            return Cal.Days(first, first.AddYears(10), Grain.Year, year.End + 1) with { Fixed = true };
        }

        return Cal.Year(year.Year, year.End) with { Weak = true };
    }

    private static TimeNode Moved(TimeNode node, int year) =>
        node with { From = new DateTime(year, node.From.Month, 1), To = new DateTime(year, node.From.Month, 1).AddMonths(((node.To.Year - node.From.Year) * 12) + node.To.Month - node.From.Month), Fixed = true };

    private static TimeNode RelativeSeason(Sentence s, int index)
    {
        if (!RelativeDates.Direction(s, index, out var offset))
        {
            return default;
        }

        if (s.Has(index + 1, Tag.Fiscal))
        {
            return FiscalDates.Year(s, offset, index + 2);
        }

        if (s.Has(index + 1, Tag.Holiday))
        {
            return HolidayDates.Relative(s, index + 1, offset);
        }

        if (s.Try(index + 1, Tag.Season, out var season) && (Season)season == Season.Any)
        {
            return AnySeason(s.Context.Now.Date, offset, index + 2);
        }

        var node = s.Has(index + 1, Tag.Season) ? ReadSeason(s, index + 1) : default;
        return !node.Exists || node.Fixed ? node
            : offset < 0 ? node with { From = node.From.AddYears(-1), To = node.To.AddYears(-1), Fixed = true }
            : offset > 0 && node.From <= s.Context.Now ? node with { From = node.From.AddYears(1), To = node.To.AddYears(1), Fixed = true, Weak = false }
            : node with { Fixed = true, Weak = false };
    }

    private static TimeNode AnySeason(DateTime today, int offset, int end)
    {
        var first = new DateTime(today.Year - 1, 12, 21);
        while (first.AddMonths(3) <= today)
        {
            first = first.AddMonths(3);
        }

        return Cal.Days(first.AddMonths(3 * offset), first.AddMonths((3 * offset) + 3), Grain.Quarter, end) with { Fixed = true };
    }

    private static TimeNode ReadSeason(Sentence s, int index)
    {
        if ((Season)s.Value(index, Tag.Season) == Season.Any)
        {
            return default;
        }

        var (month, now) = (3 + (3 * s.Value(index, Tag.Season)), s.Context.Now);
        var year = MonthDates.YearBehind(s, index + 1);
        var from = new DateTime(year.End > 0 ? year.Year : now.Year, month, 21);
        from = year.End == 0 && from.AddMonths(3) <= now ? from.AddYears(1) : year.End == 0 && from.AddYears(-1).AddMonths(3) > now ? from.AddYears(-1) : from;
        if (year.End == 0 && AfterNext.End(s, index + 1) is > 0 and var afterNext)
        {
            from = from <= now ? from.AddYears(2) : from.AddYears(1);
            return Cal.Days(from, from.AddMonths(3), Grain.Quarter, afterNext) with { Fixed = true };
        }

        return Cal.Days(from, from.AddMonths(3), Grain.Quarter, year.End > 0 ? year.End : index + 1) with { Fixed = year.End > 0, Weak = year.End == 0 && s.Has(index, Tag.Plain) };
    }

    // "the year 2008", "cy 2008".
    private static TimeNode ReadYearWord(Sentence s, int index)
    {
        var next = index + 1;
        var year = YearGrammar.Read(s, next);
        year = year.End == 0 && s.Digits(next) == 2 && s.Glued(next) ? (YearGrammar.Full(s.DigitValue(next)), next + 1) : year;
        if (year.End == 0)
        {
            return default;
        }

        return Cal.Year(year.Year, year.End);
    }
}
