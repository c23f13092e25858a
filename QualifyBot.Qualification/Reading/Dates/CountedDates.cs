using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Dates counted from another: "in 3 weeks", "2 days ago", "a month from now", "two weeks after Easter".</summary>
internal static class CountedDates
{
    public static TimeNode Read(Sentence s, int index)
    {
        if ((s.Has(index, Tag.In) && !s.Has(index, Tag.For)) || s.Has(index, Tag.Within, Tag.FromNow) || s.Has(index, Tag.Ago))
        {
            return ReadIn(s, index);
        }

        var count = s.Quantity(index);
        if (count is { Exists: true, Ordinal: false, Broken: false, Value: >= 1 and < 500 } && count.IsWhole && s.Try(count.End, Tag.Weekday, out var weekday) && s.Has(count.End + 1, Tag.FromNow, Tag.Ago))
        {
            return CountedWeekday(s, (int)count.Value, weekday, count.End + 1);
        }

        var length = LengthGrammar.Read(s, index);
        if (!length.Exists || !Cal.IsBearable(length))
        {
            return default;
        }

        if (IsDirected(s, length, out var offset))
        {
            return RelativeDates.Stretch(s, length, offset) with { End = length.End + 1 };
        }

        // "15 Minuten vor 12" is no time ago: that word stands before the length.
        if (s.Has(length.End, Tag.Ago) && !s.Has(length.End, Tag.Before))
        {
            return At(s, length, -1, length.End + 1);
        }

        return s.Has(length.End, Tag.FromNow, Tag.Later) ? At(s, length, 1, length.End + 1) : ReadAround(s, length);
    }

    private static bool IsDirected(Sentence s, Length length, out int offset) =>
        RelativeDates.Direction(s, length.End, out offset) && offset != 0 && !length.Article && !s.Has(length.End, Tag.Past)
        && !s.Has(length.End + 1, Tag.Unit, Tag.Weekday) && !s.Has(length.End + 1, Tag.Month);

    // So many of one weekday ahead or back: "3 Mondays ago".
    private static TimeNode CountedWeekday(Sentence s, int count, int weekday, int at)
    {
        var today = s.Context.Now.Date;
        return s.Has(at, Tag.Ago)
            ? Cal.Day(Cal.WeekdayFrom(today.AddDays(-7), weekday).AddDays(-7 * (count - 1)), at + 1)
            : Cal.Day(Cal.WeekdayFrom(today.AddDays(1), weekday).AddDays(7 * (count - 1)), at + 1);
    }

    /// <summary>The moment a length before or after now.</summary>
    public static TimeNode At(Sentence s, Length length, int sign, int end)
    {
        var now = s.Context.Now;
        if (length.Unit < TimeUnit.Day)
        {
            var moment = Cal.Add(now, length, sign);
            return new TimeNode { From = moment, To = moment.AddMinutes(1), Grain = Grain.Minute, End = end, HasClock = true, Fixed = true };
        }

        return Cal.Day(Cal.Add(now.Date, length, sign), end);
    }

    private static TimeNode ReadIn(Sentence s, int index)
    {
        var within = s.Has(index, Tag.Within);
        var (ago, next) = (s.Has(index, Tag.Ago) && !s.Has(index, Tag.In), index + 1);
        var less = !within && s.Has(next, Tag.LessThan);
        next = s.Has(next, Tag.About, Tag.LessThan) || s.Has(next, Tag.MoreThan) || s.Has(next, Tag.The) ? next + 1 : next;
        next = within && s.Has(next, Tag.Next) ? next + 1 : next;
        var range = ReadRange(s, next);
        if (range.Exists)
        {
            return range;
        }

        var length = LengthGrammar.Read(s, next);
        if (!length.Exists || !Cal.IsBearable(length))
        {
            return within && next > index + 1 && s.Try(next, Tag.Unit, out var unit) ? Bounded(s, Length.Of(1, (TimeUnit)unit, next + 1)) : default;
        }

        // "en los 2 días siguientes"
        if (IsDirected(s, length, out var offset))
        {
            return RelativeDates.Stretch(s, length, offset) with { End = length.End + 1 };
        }

        var end = s.Has(length.End, Tag.FromNow) ? length.End + 1 : length.End;
        return within || less ? Bounded(s, length) with { End = end } : At(s, length, ago ? -1 : 1, end);
    }

    // "in 2-3 weeks", "in 3 to 6 months".
    private static TimeNode ReadRange(Sentence s, int index)
    {
        var low = s.Quantity(index);
        if (!low.Exists || low.Broken || !(s.Has(low.End, Tag.To, Tag.Or) || s.Sign(low.End) == '-' || s.Has(low.End, Tag.And)))
        {
            return default;
        }

        var high = LengthGrammar.ReadOne(s, low.End + 1);
        if (!high.Exists || high.Article || high.Count < low.Value || !Cal.IsBearable(high))
        {
            return default;
        }

        var first = At(s, Length.Of(low.Value, high.Unit, high.End), 1, high.End);
        var last = At(s, high, 1, high.End);
        return first with { To = last.To, IsRange = true };
    }

    private static TimeNode Bounded(Sentence s, Length length)
    {
        var now = s.Context.Now;
        var clock = length.Unit < TimeUnit.Day;
        var from = clock ? now : now.Date;
        return new TimeNode { From = from, To = Cal.Add(from, length, 1), Grain = clock ? Grain.Minute : Grain.Day, End = length.End, HasClock = clock, Fixed = true, IsRange = true };
    }

    // "for 10 days from the 18th", "6 days from next Tuesday": a stay, where a date of the calendar follows a plain count.
    private static bool IsStay(Sentence s, Length length, TimeNode anchor) =>
        length.Unit >= TimeUnit.Day && !length.Article && anchor.Grain == Grain.Day && (s.Has(length.Start - 1, Tag.For) || (!anchor.IsWeekday && !anchor.HasClock && length.Unit == TimeUnit.Day));

    // "two weeks after Easter", "3 days before the 15th", "a week from Tuesday", "15 minutes from 1pm".
    private static TimeNode ReadAround(Sentence s, Length length)
    {
        var next = length.End;
        var sign = s.Has(next, Tag.Before) ? -1 : s.Has(next, Tag.After, Tag.From) || s.Has(next, Tag.FromNow) ? 1 : 0;
        if (sign == 0 || s.Sign(next) == '-')
        {
            return default;
        }

        var anchor = DateGrammar.ReadSimple(s, s.Has(next + 1, Tag.On) ? next + 2 : next + 1);
        if (!anchor.Exists)
        {
            return default;
        }

        if (sign > 0 && s.Has(next, Tag.From) && IsStay(s, length, anchor))
        {
            return new TimeNode { From = anchor.From, To = Cal.Add(anchor.From, length, 1), Grain = Grain.Day, End = anchor.End, Fixed = true, IsRange = true };
        }

        var day = Cal.Add(anchor.From, length, sign);
        return length.Unit < TimeUnit.Day
            ? new TimeNode { From = day, To = day.AddMinutes(1), Grain = Grain.Minute, End = anchor.End, HasClock = true, Fixed = true }
            : Cal.Day(day.Date, anchor.End);
    }
}
