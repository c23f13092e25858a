using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Dates counted from another: "in 3 weeks", "2 days ago", "a month from now", "two weeks after Easter".</summary>
internal static class CountedDates
{
    private const int ShortInDays = 7;
    private const int LongInDays = 29;

    public static TimeNode Read(Sentence s, int index) => OnWeekday(s, ReadAny(s, index));

    // "in two weeks on Tuesday" is that week's, "in 3 days on Friday" the nearest, "two months from today on Friday" the next.
    private static TimeNode OnWeekday(Sentence s, TimeNode node)
    {
        if (node is not { Exists: true, Grain: Grain.Day, IsRange: false, HasClock: false } || !s.Has(node.End, Tag.On) || !s.Try(node.End + 1, Tag.Weekday, out var weekday))
        {
            return node;
        }

        var ahead = (node.From.Date - s.Context.Now.Date).Days;
        var first = ahead < ShortInDays ? node.From.Date.AddDays(-3) : ahead < LongInDays ? Cal.Monday(node.From) : node.From.Date;
        return ahead > 0 ? Cal.Day(Cal.WeekdayFrom(first, weekday), node.End + 2) : node;
    }

    private static TimeNode ReadAny(Sentence s, int index)
    {
        var beside = AroundDates.ReadBeside(s, index);
        if (beside.Exists)
        {
            return beside;
        }

        if ((s.Has(index, Tag.In) && !s.Has(index, Tag.For)) || s.Has(index, Tag.Within, Tag.FromNow) || IsAgoBefore(s, index))
        {
            return ReadIn(s, index);
        }

        var count = s.Quantity(index);
        if (count is { Exists: true, Ordinal: false, Broken: false, Value: >= 1 and < 500 } && count.IsWhole && s.Try(count.End, Tag.Weekday, out var weekday) && s.Has(count.End + 1, Tag.FromNow, Tag.Ago))
        {
            return CountedWeekday(s, (int)count.Value, weekday, count.End + 1);
        }

        var length = LengthGrammar.Read(s, index);
        return length.Exists && Cal.IsBearable(length) ? ReadLength(s, length) : default;
    }

    private static TimeNode ReadLength(Sentence s, Length length)
    {
        if (IsDirected(s, length, out var offset))
        {
            return RelativeDates.Stretch(s, length, offset) with { End = length.End + 1 };
        }

        // "15 Minuten vor 12" is no time ago: that word stands before the length.
        if (s.Has(length.End, Tag.Ago) && !s.Has(length.End, Tag.Before))
        {
            return At(s, length, -1, length.End + 1);
        }

        return s.Has(length.End, Tag.FromNow, Tag.Later) ? At(s, length, 1, length.End + 1) : AroundDates.ReadAround(s, length);
    }

    // "il y a 3 jours": what stands behind the length in other languages has the value 1.
    private static bool IsAgoBefore(Sentence s, int index) => s.Try(index, Tag.Ago, out var behind) && behind == 0;

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
            var exact = length.Unit < TimeUnit.Hour || length.Count < 1;
            return new TimeNode { From = moment, To = exact ? moment.AddSeconds(1) : moment.AddMinutes(1), Grain = exact ? Grain.Second : Grain.Minute, End = end, HasClock = true, Fixed = true };
        }

        return Cal.Day(Cal.Add(now.Date, length, sign), end);
    }

    private static TimeNode ReadIn(Sentence s, int index)
    {
        var within = s.Has(index, Tag.Within);
        var (ago, next) = (IsAgoBefore(s, index) && !s.Has(index, Tag.In), index + 1);
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
            return within && next > index + 1 && s.Try(next, Tag.Unit, out var unit) ? WithinUnit(s, (TimeUnit)unit, next) : default;
        }

        // "en los 2 días siguientes"
        if (IsDirected(s, length, out var offset))
        {
            return RelativeDates.Stretch(s, length, offset) with { End = length.End + 1 };
        }

        var end = s.Has(length.End, Tag.FromNow) ? length.End + 1 : length.End;
        return within || less ? Bounded(s, length) with { End = end }
            : !ago && TwoLengths(s, length) is { Exists: true } two ? two
            : At(s, length, ago ? -1 : 1, end);
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

    // "within the next month" is counted from today, "within the month" ends with it.
    private static TimeNode WithinUnit(Sentence s, TimeUnit unit, int index) =>
        s.Has(index - 1, Tag.Next) || unit < TimeUnit.Day
            ? Bounded(s, Length.Of(1, unit, index + 1))
            : Cal.UnitAt(s.Context.Now, unit, 0, index + 1) with { From = s.Context.Now.Date, IsRange = true };

    // "in a month or two".
    private static TimeNode TwoLengths(Sentence s, Length length)
    {
        var other = s.Has(length.End, Tag.Or) ? s.Quantity(length.End + 1) : default;
        return other is { Exists: true, Ordinal: false, Broken: false, Value: < 1000 } && length.Unit >= TimeUnit.Day && other.Value > length.Count && s.EndsClause(other.End)
            ? At(s, length, 1, other.End) with { To = At(s, Length.Of(other.Value, length.Unit, other.End), 1, other.End).To, IsRange = true }
            : default;
    }

    private static TimeNode Bounded(Sentence s, Length length)
    {
        var now = s.Context.Now;
        var clock = length.Unit < TimeUnit.Day;
        var from = clock ? now : now.Date;
        return new TimeNode { From = from, To = Cal.Add(from, length, 1), Grain = clock ? Grain.Minute : Grain.Day, End = length.End, HasClock = clock, Fixed = true, IsRange = true };
    }
}
