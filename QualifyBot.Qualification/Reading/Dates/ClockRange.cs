using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Ranges of clock times, with a date before or behind them: "Monday 9-11", "between 2 and 4pm tomorrow", "3:00 to 4:00".</summary>
internal static class ClockRange
{
    public static TimeNode Read(Sentence s, int index, bool between, bool marked)
    {
        var date = default(TimeNode);
        var start = index;
        if (!marked)
        {
            (date, start) = DateBefore(s, index, ref between, ref marked);
        }

        if (!between && !marked && IsDayAt(s, start))
        {
            return default;
        }

        var (first, second) = Ends(s, start, between);
        if (!second.Exists)
        {
            return default;
        }

        date = date.Exists ? date : DateBehind(s, second.End);

        // "das 9 às 11": a link that leads to times alone, longer than the "a" of any range.
        var told = marked && s.Has(first.End, Tag.At) && (s.Term(first.End).Count > 1 || s.Token(first.End).FoldLength > 1);
        var minutes = first.Grain == Grain.Minute && second.Grain == Grain.Minute;
        var sure = first.Sure || second.Sure || date.Exists || told || (marked && minutes) || (s.AsksTime && s.EndsClause(second.End));
        return sure ? Build(s, date, first, second) : default;
    }

    private static TimeNode DateBehind(Sentence s, int end)
    {
        var next = s.Sign(end) == ',' ? end + 1 : end;
        next = s.Has(next, Tag.On, Tag.Of) ? next + 1 : next;
        var date = PointGrammar.Read(s, next);
        return date is { Exists: true, Grain: Grain.Day or Grain.Hour, ClockOnly: false, IsRange: false } && (!date.HasClock || date.IsPart) && (!date.Weak || next > end) ? date : default;
    }

    // "le 2 à 5h", "martes 4 a las 7": a day and a time where a day of the month needs no more than an article.
    private static bool IsDayAt(Sentence s, int index)
    {
        var (_, end, _) = MonthDates.DayOfMonth(s, index);
        var article = s.Has(index - 1, Tag.On) && !s.Has(index - 1, Tag.At);
        return end > 0 && s.Language.Habits.DayArticle && ((s.Has(end, Tag.At) && (article || s.Has(index - 1, Tag.Weekday))) || (article && s.Has(end, Tag.Until)));
    }

    private static (TimeNode Date, int Start) DateBefore(Sentence s, int index, ref bool between, ref bool marked)
    {
        var date = PointGrammar.Day(s, index);
        date = date.Exists ? date : BareDay(s, index);
        date = date.Exists ? date : PointGrammar.Read(s, index);
        if (!date.Exists || date.ClockOnly || date.IsRange || (date.HasClock && !date.IsPart) || date.Grain is not (Grain.Day or Grain.Hour) || (date.Weak && !s.Has(date.End, Tag.From, Tag.Between)))
        {
            return (default, index);
        }

        var next = s.Sign(date.End) == ',' ? date.End + 1 : date.End;
        between |= s.Has(next, Tag.Between);
        marked = s.Has(next, Tag.Between) || (s.Has(next, Tag.From) && s.Sign(next) == '\0');
        return (date, marked ? next + 1 : next);
    }

    // "on the 17 from 2 to 4": with hours behind it a bare number is a day.
    private static TimeNode BareDay(Sentence s, int index)
    {
        var day = s.Has(index, Tag.On, Tag.The) ? s.Quantity(index + 1) : default;
        return day is { Exists: true, Digits: true, Broken: false, Value: >= 1 and <= 31 } && day.IsWhole && s.Has(day.End, Tag.From, Tag.Between) ? NthDates.Next(s, (int)day.Value, day.End) with { Weak = false } : default;
    }

    private static (ClockTime First, ClockTime Second) Ends(Sentence s, int index, bool between)
    {
        var first = ClockGrammar.Read(s, index);
        if (!first.Exists || first.IsPart || !RangeGrammar.IsLink(s, first.End, between))
        {
            return default;
        }

        var second = ClockGrammar.Read(s, first.End + 1);
        return second.IsPart || s.Has(second.End, Tag.Unit, Tag.Currency) || s.Has(second.End, Tag.PeopleWord) || (s.Has(second.End, Tag.Month) && !second.Sure) ? default : (first, second);
    }

    private static TimeNode Build(Sentence s, TimeNode date, ClockTime first, ClockTime second)
    {
        var end = Math.Max(second.End, date.End);
        if (date.IsPart)
        {
            (first, second) = (DayParts.Within(first, date.From.TimeOfDay), DayParts.Within(second, date.From.TimeOfDay));
        }

        if (first.Ambiguous && !second.Ambiguous)
        {
            var same = first.In(second.At.Hours >= 12);
            first = same.At < second.At ? same : first.In(false);
        }
        else if (first.Ambiguous)
        {
            first = first.AsMeant() with { Ambiguous = false };
        }

        if (second.Ambiguous)
        {
            second = second.In(false).At > first.At ? second.In(false) : second.In(true);
        }

        var day = date.Exists ? date.From.Date : s.Context.Now.Date;
        var (from, to) = (day + first.At, day + second.At);
        to = to <= from ? to.AddDays(1) : to;
        var node = new TimeNode { From = from, To = to, Grain = first.Grain, End = end, HasClock = true, IsRange = true, Fixed = date.Fixed, ClockOnly = !date.Exists, Zone = second.Zone != 0 ? second.Zone : first.Zone };
        return !date.Exists && from < s.Context.Now ? node with { From = from.AddDays(1), To = to.AddDays(1) } : node;
    }
}
