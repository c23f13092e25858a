using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Times of day: "3pm", "15:30", "half past nine", "noon", "8 in the evening", "19h30".</summary>
internal static class ClockGrammar
{
    /// <summary>How many words such as "at about the" may lead to a time: more would cost more than a linear time.</summary>
    private const int MostLeads = 4;

    /// <summary>A time of day at a term, the words before it ("at", "around") included.</summary>
    public static ClockTime Read(Sentence s, int index)
    {
        var start = index;
        var at = false;
        while (start - index < MostLeads && (s.Has(start, Tag.At, Tag.About) || (start > index && s.Has(start, Tag.The))))
        {
            at |= s.Has(start, Tag.At);
            start++;
        }

        // A letter glued to a digit within a code ("A1B2") leads to no time.
        var coded = start > index && s.Glued(index) && s.Glued(start) && s.Sign(start - 1) != '@';
        var clock = coded || StartsDate(s, start) ? default : ReadBare(s, start, at);
        if (!clock.Exists)
        {
            return at || start == index ? default : clock;
        }

        clock = Tail(s, clock, at);
        return WithPart(s, clock with { Sure = clock.Sure || (at && !s.Has(clock.End, Tag.Unit, Tag.Currency)) });
    }

    // "a 7 de mayo", "à 7-10-2018".
    private static bool StartsDate(Sentence s, int index)
    {
        var joint = s.Sign(index + 1);
        var next = (joint is '-' or '/' or '.' && s.Glued(index + 1)) || s.Has(index + 1, Tag.Of) ? index + 2 : index + 1;
        var month = s.Has(next, Tag.Month) && !s.Has(next, Tag.Plain);
        return s.Digits(index) is 1 or 2 && (month || (joint is '-' or '/' && next > index + 1 && s.Digits(next) > 0 && s.Sign(next + 1) == joint && s.Digits(next + 2) > 0 && s.Glued(next + 2)));
    }

    // "et quart", "y media", "menos diez": minutes said behind the hour.
    private static ClockTime Tail(Sentence s, ClockTime clock, bool at)
    {
        if (clock.At.Minutes != 0 || clock.IsPart)
        {
            return clock;
        }

        var (minutes, end) = s.Has(clock.End, Tag.HourPlus) ? (s.Value(clock.End, Tag.HourPlus), clock.End + 1)
            : s.Has(clock.End, Tag.HourMinus) ? (-s.Value(clock.End, Tag.HourMinus), clock.End + 1) : (0, 0);
        var number = s.Quantity(clock.End + 1);
        var counts = number is { Exists: true, Ordinal: false, Broken: false, Value: > 0 and < 60 } && number.IsWhole && !s.Has(number.End, Tag.Unit);
        var less = s.Has(clock.End, Tag.HourLess);
        counts &= !s.Has(clock.End - 2, Tag.Between) && !s.Has(clock.End - 3, Tag.Between);
        var spoken = !number.Digits || (s.Language.Habits.DayArticle && s.Digits(clock.End + 1) == 2 && s.EndsClause(number.End));
        if (end == 0 && counts && (less || ((at || clock.Sure) && spoken && s.Has(clock.End, Tag.NumberAnd))))
        {
            (minutes, end) = (less ? -(int)number.Value : (int)number.Value, number.End);
        }

        if (end == 0 && s.Has(clock.End - 1, Tag.Clock) && s.Quantity(clock.End) is { Exists: true, Digits: false, Ordinal: false, Value: > 0 and < 60 } past && past.IsWhole && s.EndsClause(past.End))
        {
            (minutes, end) = ((int)past.Value, past.End);
        }

        return end == 0 ? clock : Meridiem.Read(s, clock with { At = clock.At + TimeSpan.FromMinutes(minutes), Grain = Grain.Minute, Sure = true, End = end });
    }

    private static ClockTime ReadBare(Sentence s, int index, bool at)
    {
        var clock = s.Digits(index) > 0 ? ReadDigits(s, index, at) : SpokenClock.Read(s, index, at);
        clock = clock.Exists ? clock : ReadFixed(s, index);
        var relative = RelativeClock.Read(s, index);
        return relative.End > clock.End ? relative : clock;
    }

    private static ClockTime ReadFixed(Sentence s, int index) =>
        s.Try(index, Tag.Clock, out var hour) ? new ClockTime { At = TimeSpan.FromHours(hour), Grain = Grain.Hour, Sure = true, End = index + 1 } : default;

    private static ClockTime ReadDigits(Sentence s, int index, bool at)
    {
        var (hour, digits) = (s.DigitValue(index), s.Digits(index));
        if (digits is 3 or 4 && ((s.Has(index + 1, Tag.Meridiem) && (s.Glued(index + 1) || !s.Has(index + 1, Tag.Article))) || (at && hour % 100 < 60 && digits == 3)) && hour / 100 is >= 1 and <= 24 && hour % 100 < 60)
        {
            return Meridiem.Read(s, ClockTime.Point(hour / 100, hour % 100, index + 1, sure: true));
        }

        if (digits > 2 || hour > 24 || s.Quantity(index).Ordinal || (s.Glued(index) && s.Sign(index - 1) is '.' or ',' or '$' or '#'))
        {
            return default;
        }

        var clock = ReadMinutes(s, index, hour, at);
        clock = clock.Exists ? clock : ReadHourMark(s, index, hour);
        if (!clock.Exists && hour <= 24 && !s.Quantity(index).Multiplied && !(s.Sign(index + 1) is '.' or ',' or '/' or ':' && s.Glued(index + 1) && s.Digits(index + 2) > 0))
        {
            clock = ClockTime.Point(hour % 24, 0, index + 1, sure: false);
        }

        return Meridiem.Read(s, clock);
    }

    // "3:30", "3.30", "15h30", "3 15" behind "at", "9:01:10".
    private static ClockTime ReadMinutes(Sentence s, int index, int hour, bool at)
    {
        var mark = s.Sign(index + 1);
        var hourMark = s.Has(index + 1, Tag.OClock) && s.Digits(index + 2) == 2;
        var glued = s.Glued(index + 1) && s.Glued(index + 2) && s.Digits(index + 2) == 2;
        var minuteAt = (mark is ':' or '.' && glued) || hourMark ? index + 2 : at && s.Digits(index + 1) == 2 ? index + 1 : 0;
        if (minuteAt == 0 || s.DigitValue(minuteAt) > 59)
        {
            return default;
        }

        var more = s.Sign(minuteAt + 1) == mark && s.Glued(minuteAt + 1) && s.Digits(minuteAt + 2) > 0 && s.Glued(minuteAt + 2);
        var alone = mark == '.' && index == 0 && minuteAt + 1 == s.Count && IsNoNumber(s, index, minuteAt);
        if (mark == '.' && !hourMark && !alone && (more || (!at && !s.Has(minuteAt + 1, Tag.Meridiem, Tag.OClock) && !s.Has(index - 1, Tag.From, Tag.To) && !s.Has(index - 1, Tag.Between, Tag.And))))
        {
            return default;
        }

        var clock = ClockTime.Point(hour % 24, s.DigitValue(minuteAt), minuteAt + 1, sure: mark == ':' || hourMark || at || alone) with { Grain = Grain.Minute };
        clock.Ambiguous &= s.Digits(index) == 1 || hour > 0 && s.Folded(index)[0] != '0';
        if (!more || mark != ':' || s.Digits(minuteAt + 2) != 2 || s.DigitValue(minuteAt + 2) > 59)
        {
            return s.Has(clock.End, Tag.OClock) ? clock with { End = clock.End + 1, Sure = true, Ambiguous = clock.Ambiguous } : clock;
        }

        return clock with { At = clock.At + TimeSpan.FromSeconds(s.DigitValue(minuteAt + 2)), Grain = Grain.Second, End = minuteAt + 3 };
    }

    // "15.30" alone, where a decimal has a comma and no month is the thirtieth.
    private static bool IsNoNumber(Sentence s, int hour, int minute) =>
        s.Language.Habits.DayArticle && s.Digits(hour) == 2 && s.DigitValue(minute) is 0 or > 12
        && (s.Context.Requested.IsEmpty || s.Context.Requested.Contains(Answers.SlotType.Time));

    // "3 o'clock", "19h", "14 Uhr".
    private static ClockTime ReadHourMark(Sentence s, int index, int hour)
    {
        if (!s.Has(index + 1, Tag.OClock) || hour > 24)
        {
            return default;
        }

        var clock = ClockTime.Point(hour % 24, 0, index + 2, sure: true) with { Grain = Grain.Hour };
        if (s.Has(clock.End, Tag.AndHalf))
        {
            return clock with { At = clock.At + TimeSpan.FromMinutes(30), Grain = Grain.Minute, End = clock.End + 1 };
        }

        var (minutes, end) = MinutesBehind(s, clock.End);
        return end > 0 ? clock with { At = clock.At + TimeSpan.FromMinutes(minutes), Grain = Grain.Minute, End = end } : clock;
    }

    /// <summary>Minutes behind an hour and its mark: "8 heures vingt", "18 Uhr und 12", "8 h et vingt minutes"; 0 as the end where there are none.</summary>
    public static (int Minutes, int End) MinutesBehind(Sentence s, int index)
    {
        var next = s.Has(index, Tag.NumberAnd) ? index + 1 : index;
        var minutes = s.Quantity(next);
        if (minutes is not { Exists: true, Ordinal: false, Broken: false, Value: > 0 and < 60 } || !minutes.IsWhole || s.Has(next, Tag.Article))
        {
            return default;
        }

        var said = s.Try(minutes.End, Tag.Unit, out var unit) && (TimeUnit)unit == TimeUnit.Minute;
        var bare = !s.Has(minutes.End, Tag.Unit, Tag.Month) && !s.Has(minutes.End, Tag.Currency, Tag.PeopleWord) && !s.Has(minutes.End, Tag.OClock, Tag.Multiplier);
        return said ? ((int)minutes.Value, minutes.End + 1) : bare && (!minutes.Digits || next > index) ? ((int)minutes.Value, minutes.End) : default;
    }

    // "3 o'clock in the afternoon", "8 tonight", "at 8 in the evening".
    private static ClockTime WithPart(Sentence s, ClockTime clock)
    {
        var start = s.Has(clock.End, Tag.Zone) ? clock.End + 1 : clock.End;
        var part = DayParts.Read(s, start);
        var nights = !clock.Sure && start == clock.End && s.Has(start, Tag.Unit);
        if (!part.Exists || clock.IsPart || nights)
        {
            return s.Has(clock.End, Tag.Zone) && clock.Sure ? clock with { End = start } : clock;
        }

        return clock.Ambiguous || s.Has(start, Tag.In) ? DayParts.Within(clock, part.At) with { Sure = true, End = part.End } : clock;
    }
}
