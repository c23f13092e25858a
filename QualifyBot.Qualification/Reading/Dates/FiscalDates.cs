using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Fiscal years and their parts: "FY27", "next fiscal year", "Q1 of our fiscal year", "fiscal Q3". A fiscal year is called by the year it ends in.</summary>
internal static class FiscalDates
{
    /// <summary>"FY27", "fiscal 2027", "FY27 Q1", "fiscal Q1".</summary>
    public static TimeNode Read(Sentence s, int index)
    {
        var next = s.Sign(index + 1) == '-' ? index + 2 : index + 1;
        if (s.Has(next, Tag.Quarter, Tag.HalfYear))
        {
            return PeriodDates.Letter(s, next) is { Number: > 0 } letter ? Ahead(s, letter.Number, letter.Half, letter.End) : default;
        }

        var year = Named(s, next);
        if (year.End == 0)
        {
            return default;
        }

        var part = s.Sign(year.End) == '-' ? year.End + 1 : year.End;
        return s.Has(part, Tag.Quarter, Tag.HalfYear) && PeriodDates.Letter(s, part) is { Number: > 0 } found
            ? Cut(FirstOf(s, year.Year), found.Number, found.Half, found.End)
            : Whole(FirstOf(s, year.Year), year.End);
    }

    /// <summary>The fiscal year of today, moved by some years.</summary>
    public static TimeNode Year(Sentence s, int offset, int end) => Whole(Current(s).AddYears(offset), end);

    /// <summary>A quarter or half of a fiscal year that is named behind it: "Q1 of our next fiscal year", "H2 FY27"; nothing where none is.</summary>
    public static TimeNode Part(Sentence s, int number, bool half, int end)
    {
        var next = s.Has(end, Tag.Of, Tag.In) || s.Sign(end) is '/' or ',' or '-' ? end + 1 : end;
        next = s.Has(next, Tag.The) ? next + 1 : next;
        var directed = RelativeDates.Direction(s, next, out var offset);
        next = directed ? next + 1 : next;
        if (!s.Has(next, Tag.Fiscal))
        {
            return default;
        }

        var year = Named(s, next + 1);
        return year.End > 0 ? Cut(FirstOf(s, year.Year), number, half, year.End)
            : directed ? Cut(Current(s).AddYears(offset), number, half, next + 1)
            : Ahead(s, number, half, next + 1);
    }

    // The nearest such part that is not over.
    private static TimeNode Ahead(Sentence s, int number, bool half, int end)
    {
        var node = Cut(Current(s), number, half, end);
        return node.To > s.Context.Now.Date ? node : Cut(Current(s).AddYears(1), number, half, end);
    }

    private static (int Year, int End) Named(Sentence s, int index)
    {
        var start = s.Sign(index) == '\'' ? index + 1 : index;
        return s.Digits(start) == 2 && s.Glued(start) ? (YearGrammar.Full(s.DigitValue(start)), start + 1)
            : s.Digits(start) == 2 && s.DigitValue(start) > 12 ? (YearGrammar.Full(s.DigitValue(start)), start + 1)
            : YearGrammar.Read(s, start);
    }

    private static DateTime Current(Sentence s)
    {
        var now = s.Context.Now;
        return FirstOf(s, now.Month >= Start(s) && Start(s) > 1 ? now.Year + 1 : now.Year);
    }

    private static DateTime FirstOf(Sentence s, int year) => new(Start(s) > 1 ? year - 1 : year, Start(s), 1);

    private static int Start(Sentence s) => Math.Clamp(s.Context.FiscalYearStart, 1, 12);

    private static TimeNode Whole(DateTime first, int end) => Cal.Days(first, first.AddYears(1), Grain.Year, end) with { Fixed = true };

    private static TimeNode Cut(DateTime first, int number, bool half, int end)
    {
        var months = half ? 6 : 3;
        return Cal.Days(first.AddMonths(months * (number - 1)), first.AddMonths(months * number), Grain.Quarter, end) with { Fixed = true };
    }
}
