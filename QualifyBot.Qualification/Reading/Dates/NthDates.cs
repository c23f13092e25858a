using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Parts counted within a larger stretch: "first Monday of June", "last week of March", "the 20th of next month", "the 15th".</summary>
internal static class NthDates
{
    public static TimeNode Read(Sentence s, int index)
    {
        var start = s.Has(index, Tag.The) ? index + 1 : index;
        if (!TryPlace(s, start, out var place, out var end))
        {
            return default;
        }

        var several = CountedParts.SomeUnits(s, place, end);
        if (several.Exists)
        {
            return several;
        }

        if (s.Has(end, Tag.Weekday, Tag.Unit))
        {
            return ReadPart(s, end, place);
        }

        if (s.Has(end, Tag.Holiday))
        {
            return place > 0 ? NearestDates.HolidayBeside(s, end, place) : default;
        }

        return place > 0 ? ReadDayOf(s, start, place, end, index < start) : default;
    }

    /// <summary>1 for the first, -1 for the last, -2 for the last but one.</summary>
    private static bool TryPlace(Sentence s, int index, out int place, out int end)
    {
        var quantity = s.Quantity(index);
        (place, end) = (0, index + 1);
        if (quantity is { Exists: true, Broken: false } && quantity.IsWhole && quantity.Value is >= 1 and <= 366 && (quantity.Ordinal || quantity.Digits))
        {
            (place, end) = ((int)quantity.Value, quantity.End);
            var fromEnd = quantity.Ordinal && s.Has(end, Tag.Last) && s.Has(end + 1, Tag.Unit, Tag.Weekday);
            (place, end) = fromEnd ? (-place, end + 1) : (place, end);
            return true;
        }

        place = s.Has(index, Tag.Last) ? -1 : 0;
        return place != 0;
    }

    private static TimeNode ReadPart(Sentence s, int index, int place)
    {
        var next = s.Has(index, Tag.Weekday) && s.Has(index + 1, Tag.PartOfDay) ? index + 2 : index + 1;
        var linked = s.Has(next, Tag.Of, Tag.In);
        next = linked ? next + 1 : next;
        var whole = linked || s.Has(next, Tag.Month) || s.Digits(next) == 4 ? DateGrammar.ReadLarge(s, next) : default;
        if (!whole.Exists)
        {
            return s.Try(index, Tag.Weekday, out var day) && (s.Has(next, Tag.After) || s.Has(next, Tag.Before)) ? Around(s, index, place, day) : default;
        }

        return s.Try(index, Tag.Weekday, out var weekday)
            ? InPart(s, index + 1, Weekday(whole, weekday, place))
            : CountedParts.Unit(whole, (TimeUnit)s.Value(index, Tag.Unit), place);
    }

    // "first Monday evening of next month".
    private static TimeNode InPart(Sentence s, int index, TimeNode day) =>
        day.Exists && s.Has(index, Tag.PartOfDay) && DayParts.Read(s, index) is { Exists: true } part ? PointGrammar.On(day.From, part, day.End, day.Fixed) : day;

    // "third tuesday after Christmas".
    private static TimeNode Around(Sentence s, int index, int place, int weekday)
    {
        var anchor = DateGrammar.ReadSimple(s, index + 2);
        if (!anchor.Exists || place < 1)
        {
            return default;
        }

        return s.Has(index + 1, Tag.After)
            ? Cal.Day(Cal.WeekdayFrom(anchor.To, weekday).AddDays(7 * (place - 1)), anchor.End)
            : Cal.Day(Cal.WeekdayFrom(anchor.From.AddDays(-7), weekday).AddDays(-7 * (place - 1)), anchor.End);
    }

    private static TimeNode Weekday(TimeNode whole, int weekday, int place)
    {
        var day = place > 0
            ? Cal.WeekdayFrom(whole.From, weekday).AddDays(7 * (place - 1))
            : Cal.WeekdayFrom(whole.To.AddDays(-7), weekday).AddDays(7 * (place + 1));
        return day >= whole.From && day < whole.To ? Cal.Day(day, whole.End, whole.Fixed) : default;
    }

    // "the 20th of next month", "20th day of this month"; "the 15th" alone is the next such day.
    private static TimeNode ReadDayOf(Sentence s, int start, int day, int end, bool article)
    {
        if (day > 31)
        {
            return default;
        }

        var next = s.Has(end, Tag.Of, Tag.In) ? end + 1 : end;
        next = s.Has(next, Tag.The) ? next + 1 : next;
        var offset = 0;
        if (next > end && (RelativeDates.Direction(s, next, out offset) || s.Has(next, Tag.Unit)))
        {
            var unit = s.Has(next, Tag.Unit) ? next : next + 1;
            var behind = s.Has(next, Tag.Unit) && RelativeDates.Direction(s, next + 1, out offset) ? 1 : 0;
            offset = s.Has(next, Tag.Unit) && behind == 0 ? 0 : offset;
            if (s.Try(unit, Tag.Unit, out var kind) && (TimeUnit)kind == TimeUnit.Month)
            {
                var month = Cal.UnitAt(s.Context.Now, TimeUnit.Month, offset, unit + 1 + behind);
                return month.From.AddDays(day - 1) < month.To ? Cal.Day(month.From.AddDays(day - 1), month.End) : default;
            }
        }

        var led = s.Language.Habits.DayArticle ? s.Has(start - 1, Tag.On) : s.Digits(start) > 0 && s.Has(start - 1, Tag.On) && s.Term(start - 1).Count > 1;
        if (led && !s.Has(start - 1, Tag.In) && !s.Quantity(start).Separated && !IsNoun(s, end) && !s.Has(end, Tag.Unit, Tag.Currency) && !s.Has(end, Tag.PeopleWord, Tag.Percent) && !s.Has(end, Tag.Month, Tag.OClock) && !s.Has(end, Tag.Seat, Tag.TeamWord) && s.Sign(end) is not (':' or '/' or '%'))
        {
            return Next(s, day, end) with { Weak = false };
        }

        var alone = s.Quantity(start) is { Ordinal: true } && (article || s.Has(start - 1, Tag.On)) && !s.Has(end, Tag.Month);
        alone &= s.Digits(start) > 0 || s.EndsClause(end);
        return alone ? Next(s, day, end) with { Weak = s.Digits(start) == 0 || IsNoun(s, end) } : default;
    }

    // "the 2nd option", "the 4th floor": a word that is neither a little word nor the clause's end.
    private static bool IsNoun(Sentence s, int index) => !s.EndsClause(index) && !s.Has(index, Tag.NotName) && !s.Has(index, Tag.NumberAnd) && s.Term(index).Entry.Meanings.Count == 0;

    /// <summary>The next such day of a month.</summary>
    public static TimeNode Next(Sentence s, int day, int end)
    {
        var today = s.Context.Now.Date;
        var month = new DateTime(today.Year, today.Month, 1);
        for (var i = 0; i < 4; i++, month = month.AddMonths(1))
        {
            if (Cal.IsDate(month.Year, month.Month, day) && month.AddDays(day - 1) >= today)
            {
                return Cal.Day(month.AddDays(day - 1), end, isFixed: false) with { Weak = true };
            }
        }

        return default;
    }
}
