using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Weekdays seen from today: "Friday", "Friday next week", "Tuesday of this week".</summary>
internal static class RelativeWeekdays
{
    public static TimeNode Read(Sentence s, int index)
    {
        var weekday = s.Value(index, Tag.Weekday);
        var end = s.Sign(index + 1) == '.' && s.Glued(index + 1) ? index + 2 : index + 1;
        if (s.Language.Habits.ScoreNumbers && s.Has(end, Tag.In, Tag.Of) && s.Quantity(end + 1) is { Exists: true, Value: 8 or 15 } weeks && s.EndsClause(weeks.End))
        {
            // French counts the first day in: in eight or fifteen days is one or two weeks behind the nearest.
            return Cal.Day(Cal.WeekdayFrom(s.Context.Now, weekday).AddDays(weeks.Value == 8 ? 7 : 14), weeks.End);
        }

        var next = s.Has(end, Tag.Of, Tag.In) && !s.Has(end, Tag.This) ? end + 1 : s.Sign(end) == ',' ? end + 1 : end;
        next = s.Has(next, Tag.The) ? next + 1 : next;
        if (RelativeDates.Direction(s, next, out var offset))
        {
            if (s.Try(next + 1, Tag.Unit, out var unit) && (TimeUnit)unit == TimeUnit.Week)
            {
                return Cal.Day(InWeek(s, weekday, 0).AddDays(7 * offset), next + 2);
            }

            if (!s.Has(next + 1, Tag.Unit, Tag.Month) && next == end && (offset != 0 || !s.Has(next + 1, Tag.PartOfDay)))
            {
                return Cal.Day(ThisOrLater(s, weekday, offset), next + 1) with { IsWeekday = true };
            }
        }

        var trailing = s.Try(next, Tag.Unit, out var after) && (TimeUnit)after == TimeUnit.Week && RelativeDates.Direction(s, next + 1, out offset) && !s.Has(next + 2, Tag.Unit);
        return trailing
            ? Cal.Day(InWeek(s, weekday, 0).AddDays(7 * offset), next + 2)
            : Cal.Day(Cal.WeekdayFrom(s.Context.Now.AddDays(1), weekday), end, isFixed: false) with { IsWeekday = true, Weak = s.Has(index, Tag.Plain) };
    }

    /// <summary>The weekday of the week meant; one of this week that is gone gives way to the next.</summary>
    public static DateTime ThisOrLater(Sentence s, int weekday, int offset)
    {
        if (offset == 1 && s.Language.Habits.NextIsNearest)
        {
            return Cal.WeekdayFrom(s.Context.Now.AddDays(1), weekday);
        }

        var day = InWeek(s, weekday, offset);
        return offset == 0 && day < s.Context.Now.Date ? day.AddDays(7) : day;
    }

    private static DateTime InWeek(Sentence s, int weekday, int offset) => Cal.Monday(s.Context.Now.Date).AddDays((7 * offset) + weekday - 1);
}
