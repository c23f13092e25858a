using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Ranges: "March 3 to 5", "from May to October", "between 9 and 11 on Thursday", "tomorrow 2-4pm".</summary>
internal static class RangeGrammar
{
    public static TimeNode Read(Sentence s, int index) => s.Links.AreAhead(s, index) ? ReadLinked(s, index) : default;

    private static TimeNode ReadLinked(Sentence s, int index)
    {
        var between = s.Has(index, Tag.Between);
        var start = between || (s.Has(index, Tag.From) && s.Sign(index) == '\0') ? index + 1 : index;
        var marked = start > index;
        start = s.Has(start, Tag.The) && !s.Has(start + 1, Tag.Weekday) ? start + 1 : start;
        var month = s.Has(start, Tag.On) && s.Has(start + 1, Tag.Month) ? start + 1 : start;
        var node = SharedMonth.Read(s, month, between);
        start = s.Has(start, Tag.At) && s.Digits(start + 4) > 0 && NumericDates.Read(s, start + 1).Fixed ? start + 1 : start;
        node = node.Exists || NumericDates.Read(s, start).Fixed ? node : ClockRange.Read(s, marked ? start : index, between, marked);
        return node.Exists ? node : ReadPoints(s, start, between, marked);
    }

    /// <summary>True for what may stand between the ends of a range.</summary>
    public static bool IsLink(Sentence s, int index, bool between) =>
        s.Sign(index) is '-' or '~' || s.Has(index, Tag.To, Tag.Until) || (between && s.Has(index, Tag.And));

    private static TimeNode ReadPoints(Sentence s, int start, bool between, bool marked)
    {
        var first = PointGrammar.Read(s, start);
        if (!first.Exists || !IsLink(s, first.End, between) || (first.IsRange && !first.IsCut) || first.ClockOnly)
        {
            return default;
        }

        var next = s.Has(first.End + 1, Tag.The, Tag.To) || s.Has(first.End + 1, Tag.Until) ? first.End + 2 : first.End + 1;
        var second = PointGrammar.Read(s, next);
        second = second.Exists ? second : PointGrammar.Read(s, first.End + 1);
        second = second.Exists ? second : DayOnly(s, first, next);
        if (!second.Exists || (second.IsRange && !second.IsCut) || (first.Weak && second.Weak && !marked && !IsSure(s, first, second)))
        {
            return default;
        }

        // "until the end of June" holds all of it, "to the start of 2028" nothing.
        second.From = second.IsCut && !s.Has(next, Tag.Start) ? second.To : second.Grain == Grain.Second && !first.HasClock ? second.From.Date : second.From;
        var joined = Join(first with { IsCut = false, From = Edge(s, start, first) }, second);
        var whole = first.Grain == Grain.Day && second.Grain == Grain.Day && !first.HasClock && !second.HasClock;
        return whole && joined.Exists ? joined with { LastStart = next } : joined;
    }

    // "between the end of March and ...", "from the middle of 2027 to ...": as an edge, the end and the middle are a day.
    private static DateTime Edge(Sentence s, int start, TimeNode first) =>
        !first.IsCut ? first.From
        : s.Has(start, Tag.End) && !s.Has(start, Tag.Late) ? first.To
        : s.Has(start, Tag.Middle) && first.Grain is Grain.Month or Grain.Year ? first.From.AddDays(((first.To - first.From).Days + 1) / 2)
        : first.From;

    // "May to March", "2014-2018": words that could be others, but not side by side.
    private static bool IsSure(Sentence s, TimeNode first, TimeNode second) =>
        (first.Grain == Grain.Month && second.Grain == Grain.Month)
        || (first.Grain == Grain.Year && second.Grain == Grain.Year && first.From.Year > 1900 && second.From.Year is < 2100 && s.EndsClause(second.End) && s.Context.Requested.IsEmpty);

    // "3 March to 5th", "from today to the 20th".
    private static TimeNode DayOnly(Sentence s, TimeNode first, int index)
    {
        var day = MonthDates.DayOfMonth(s, index);
        return day.End > 0 && first.Grain == Grain.Day && day.Day > first.From.Day && Cal.IsDate(first.From.Year, first.From.Month, day.Day)
            ? Cal.Day(new DateTime(first.From.Year, first.From.Month, day.Day), day.End)
            : default;
    }

    // The year of the end holds for the start; an end before the start is in the next year, week or day.
    private static TimeNode Join(TimeNode first, TimeNode second)
    {
        if (second.ClockOnly)
        {
            second.From = first.From.Date + second.From.TimeOfDay;
            second.From = second.From <= first.From ? second.From.AddDays(1) : second.From;
        }

        if (second.Fixed && !first.Fixed && first.Grain is Grain.Day or Grain.Month or Grain.Quarter && !first.IsWeekday)
        {
            var years = second.From.Year - first.From.Year;
            first.From = first.From.AddYears(first.From.AddYears(years) > second.From ? years - 1 : years);
        }

        if (second.From < first.From && !first.Fixed && !second.Fixed && !first.IsWeekday && !second.IsWeekday && !first.HasClock)
        {
            first.From = first.From.AddYears(-1);
        }

        while (second.From < first.From && !second.Fixed)
        {
            second.From = second.IsWeekday ? second.From.AddDays(7) : second.From.AddYears(1);
        }

        if (second.From < first.From)
        {
            return default;
        }

        var wide = second.Grain is Grain.Month or Grain.Quarter or Grain.Year && !second.IsCut ? second.To : default;
        return first with { To = second.From, WideTo = wide, End = second.End, IsRange = true, Weak = false, Fixed = first.Fixed || second.Fixed, HasClock = first.HasClock || second.HasClock };
    }
}
