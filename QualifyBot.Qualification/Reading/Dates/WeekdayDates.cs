using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Days of a month with the weekday they fall on: "Tuesday 19th", "Mon, Feb 18", "this Friday (June 15)".</summary>
internal static class WeekdayDates
{
    private const int LongestPastInDays = 60;

    /// <summary>What follows a weekday and says which one it is.</summary>
    // "Tuesday 19th", "Mon, Feb 18", "Friday the 3rd".
    public static TimeNode ReadAfterWeekday(Sentence s, int index)
    {
        var weekday = s.Value(index, Tag.Weekday);
        var next = s.Sign(index + 1) is '.' or ',' ? index + 2 : index + 1;
        next = s.Sign(next) is ',' or '(' || (s.Has(next, Tag.Next) && s.Digits(next + 1) > 0) ? next + 1 : next;
        next = s.Has(next, Tag.On) ? next + 1 : next;
        var node = DateGrammar.Longer(NumericDates.Read(s, next), MonthDates.Read(s, next));
        node = DateGrammar.Longer(node, SpelledDates.Read(s, next));
        node = s.Has(next, Tag.At) ? node : DateGrammar.Longer(node, NthDates.Read(s, next));
        if (node is { Exists: true, Weak: false, Grain: Grain.Day })
        {
            return node is { Fixed: false, HasClock: false, IsRange: false } && (s.Has(next, Tag.Month) || s.Has(node.End - 1, Tag.Month)) ? OnWeekday(s, node, weekday, node.End) : node;
        }

        var the = s.Has(next, Tag.The) && !s.Has(next, Tag.At) ? next + 1 : next;
        var day = MonthDates.DayOfMonth(s, the);
        var bare = (day.Day > 12 || s.Language.Habits.DayArticle) && s.Sign(day.End) != ':'
            && (s.EndsClause(day.End) || s.Has(day.End, Tag.At) || (s.Language.Habits.DayArticle && s.Has(day.End, Tag.From, Tag.Between)));
        return day.End > 0 && (day.Ordinal || the > next || bare) ? WeekdayOn(s, weekday, day.Day, day.End) : default;
    }

    // The nearest month in which the day falls on that weekday.
    private static TimeNode WeekdayOn(Sentence s, int weekday, int day, int end)
    {
        var today = s.Context.Now.Date;
        var month = new DateTime(today.Year, today.Month, 1);
        for (var i = 0; i < 36; i++, month = month.AddMonths(1))
        {
            if (Cal.IsDate(month.Year, month.Month, day) && month.AddDays(day - 1) is var found && Cal.Weekday(found) == weekday && (found >= today || i == 0))
            {
                return Cal.Day(found, end);
            }
        }

        return NthDates.Next(s, day, end) with { Weak = false };
    }

    // The year in which the day of a month falls on the weekday said; one that is long past is not meant.
    public static TimeNode OnWeekday(Sentence s, TimeNode node, int weekday, int end)
    {
        var oldest = s.Context.Now.Date.AddDays(-LongestPastInDays);
        for (var year = oldest.Year; year < s.Context.Now.Year + 7; year++)
        {
            if (Cal.IsDate(year, node.From.Month, node.From.Day) && new DateTime(year, node.From.Month, node.From.Day) is var day && Cal.Weekday(day) == weekday && day >= oldest)
            {
                return Cal.Day(day, end, isFixed: false);
            }
        }

        return node with { End = end };
    }

    // "this Friday (June 15)", "next Friday 5/12", "tomorrow, 13/4/21": the date itself is surer than what it is called.
    public static TimeNode Explicit(Sentence s, TimeNode node, int weekday)
    {
        var open = s.Sign(node.End) is ',' or '(';
        var next = open ? node.End + 1 : node.End;
        var date = DateGrammar.Longer(NumericDates.Read(s, next), MonthDates.Read(s, next));
        if (date is not { Exists: true, Grain: Grain.Day } || date.Weak)
        {
            return node;
        }

        var named = s.Has(next, Tag.Month) || s.Has(date.End - 1, Tag.Month);
        date.End = s.Sign(node.End) == '(' && s.Sign(date.End) == ')' ? date.End + 1 : date.End;
        return date.Fixed ? date : weekday > 0 && named ? OnWeekday(s, Close(s, date), weekday, date.End) : Close(s, date);
    }

    // Beside a day seen from today, a date without a year is the nearest one, past or to come.
    private static TimeNode Close(Sentence s, TimeNode date)
    {
        var last = date.From.Day == 29 && date.From.Month == 2 ? date.From : date.From.AddYears(-1);
        var now = s.Context.Now.Date;
        return now - last < date.From - now ? date with { From = last, To = last.AddDays(1), Weak = false } : date with { Weak = false };
    }
}
