using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Ranges whose ends share a month: "3-5 March", "March 3 to 5", "4-23 of next month".</summary>
internal static class SharedMonth
{
    public static TimeNode Read(Sentence s, int index, bool between)
    {
        if (s.Has(index, Tag.Month))
        {
            return ReadBehind(s, index, between);
        }

        var first = DottedDay(s, index);
        if (first.End == 0 || !(RangeGrammar.IsLink(s, first.End, between) || (s.Sign(first.End) == '/' && s.Sign(first.End - 1) == '.')))
        {
            return default;
        }

        var next = s.Has(first.End + 1, Tag.The) ? first.End + 2 : first.End + 1;
        var dated = NumericDates.Read(s, next);
        if (dated is { Exists: true, Grain: Answers.Grain.Day } && s.Sign(next + 1) == '.' && first.Day < dated.From.Day)
        {
            return Range(dated.From.Year, dated.From.Month, first.Day, dated.From.Day, dated.End);
        }

        var second = DottedDay(s, next);
        return second.End == 0 || second.Day == first.Day ? default
            : second.Day < first.Day ? OverMonths(s, first.Day, second, next) : InMonthBehind(s, first.Day, second.Day, second.End);
    }

    // A day of a month, with a weekday before it, and the dot that may mark it as an ordinal: "3.".
    private static (int Day, int End) DottedDay(Sentence s, int index)
    {
        var (day, end, _) = MonthDates.DayOfMonth(s, s.Has(index, Tag.Weekday) ? index + 1 : index);
        return (day, end > 0 && s.Sign(end) == '.' && s.Glued(end) ? end + 1 : end);
    }

    // Two days whose month follows them, by name or seen from today.
    private static TimeNode InMonthBehind(Sentence s, int first, int second, int end)
    {
        var next = s.Has(end, Tag.Of, Tag.In) ? end + 1 : end;
        next = s.Has(next, Tag.The) ? next + 1 : next;
        if (s.Try(next, Tag.Month, out var month))
        {
            return Build(s, month, first, second, next + 1);
        }

        if (next == end || !RelativeDates.Direction(s, next, out var offset) || !s.Try(next + 1, Tag.Unit, out var unit) || (TimeUnit)unit != TimeUnit.Month)
        {
            return default;
        }

        var whole = Cal.UnitAt(s.Context.Now, TimeUnit.Month, offset, next + 2);
        return Range(whole.From.Year, whole.From.Month, first, second, whole.End);
    }

    // "from the 27th to the 3rd of April": the first day is in the month before.
    private static TimeNode OverMonths(Sentence s, int first, (int Day, int End) second, int next)
    {
        var last = s.Has(second.End, Tag.Of) || s.Has(second.End, Tag.Month) ? MonthDates.Read(s, next) : default;
        var before = last is { Exists: true, Grain: Answers.Grain.Day } ? last.From.AddDays(-last.From.Day) : default;
        return last.Exists && Cal.IsDate(before.Year, before.Month, first)
            ? Cal.Days(new DateTime(before.Year, before.Month, first), last.From, Answers.Grain.Day, last.End) with { IsRange = true, Fixed = true }
            : default;
    }

    private static TimeNode ReadBehind(Sentence s, int index, bool between)
    {
        var from = s.Has(index + 1, Tag.From, Tag.Between) || s.Has(index + 1, Tag.The) ? index + 2 : index + 1;
        between |= s.Has(index + 1, Tag.Between);
        var first = MonthDates.DayOfMonth(s, from);
        if (first.End == 0 || !RangeGrammar.IsLink(s, first.End, between))
        {
            return default;
        }

        var next = s.Has(first.End + 1, Tag.The) ? first.End + 2 : first.End + 1;
        var second = MonthDates.DayOfMonth(s, next);
        return second.End == 0 || second.Day <= first.Day || s.Sign(second.End) is ':' or '/' || s.Has(second.End, Tag.Month, Tag.Of) ? default : Build(s, s.Value(index, Tag.Month), first.Day, second.Day, second.End) with { LastStart = next };
    }

    private static TimeNode Build(Sentence s, int month, int first, int second, int end)
    {
        var year = MonthDates.YearBehind(s, end);
        if (year.End > 0)
        {
            return Range(year.Year, month, first, second, year.End);
        }

        var near = MonthDates.Near(s, month, first, end);
        return near.Exists ? Range(near.From.Year, month, first, second, end) : default;
    }

    private static TimeNode Range(int year, int month, int first, int second, int end) =>
        Cal.IsDate(year, month, second)
            ? Cal.Days(new DateTime(year, month, first), new DateTime(year, month, second), Answers.Grain.Day, end) with { IsRange = true, Fixed = true }
            : default;
}
