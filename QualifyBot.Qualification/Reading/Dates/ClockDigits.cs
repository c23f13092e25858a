using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Times of day in digits: "15:30", "3.30pm", "19h30", "0930", "2 55 pm", "17h".</summary>
internal static class ClockDigits
{
    public static ClockTime Read(Sentence s, int index, bool at)
    {
        var (hour, digits) = (s.DigitValue(index), s.Digits(index));
        if (digits is 3 or 4)
        {
            return ReadRun(s, index, at);
        }

        if (digits > 2 || hour > 24 || s.Quantity(index).Ordinal || (s.Glued(index) && s.Sign(index - 1) is '.' or ',' or '$' or '#'))
        {
            return default;
        }

        var clock = ReadMinutes(s, index, hour, at);
        clock = clock.Exists ? clock : ReadHourMark(s, index, hour);
        if (!clock.Exists && !s.Quantity(index).Multiplied && !(s.Sign(index + 1) is '.' or ',' or '/' or ':' && s.Glued(index + 1) && s.Digits(index + 2) > 0))
        {
            clock = ClockTime.Point(hour % 24, 0, index + 1, sure: false) with { Led = at };
        }

        return Meridiem.Read(s, clock);
    }

    // "0930", "1430 hrs", "815pm", "at 815": hour and minutes in one.
    private static ClockTime ReadRun(Sentence s, int index, bool at)
    {
        var (value, digits) = (s.DigitValue(index), s.Digits(index));
        var (hour, minute) = (value / 100, value % 100);
        if (minute > 59 || hour > 24 || (s.Glued(index) && index > 0 && s.Sign(index - 1) is not ('-' or '@' or '(')) || s.Quantity(index).Separated)
        {
            return default;
        }

        var marked = s.Has(index + 1, Tag.Meridiem) && (s.Glued(index + 1) || !s.Has(index + 1, Tag.Article));
        if (hour >= 1 && (marked || (at && digits == 3)))
        {
            return Meridiem.Read(s, ClockTime.Point(hour, minute, index + 1, sure: true));
        }

        var hours = s.Has(index + 1, Tag.OClock);
        var zero = s.Folded(index)[0] == '0';
        var led = at || ClockGrammar.IsBound(s, index - 1) || s.AsksTime || s.Has(index - 1, Tag.Between, Tag.From) || (s.Has(index - 1, Tag.To, Tag.And) && zero);
        var year = value is >= 1900 and < 2100 && !at;
        var counts = s.Has(index + 1, Tag.Unit, Tag.Currency) || s.Has(index + 1, Tag.PeopleWord) || s.Sign(index + 1) is '/' or '.' && s.Glued(index + 1) && s.Digits(index + 2) > 0;
        return digits == 4 && (hours || (led && !counts && !year && (zero || s.AsksTime || (at && ClockGrammar.Stands(s, index + 1)))))
            ? ClockTime.Point(hour % 24, minute, hours ? index + 2 : index + 1, sure: true) with { Grain = Grain.Minute, Ambiguous = false }
            : default;
    }

    // "3:30", "3.30", "15h30", "3 15" behind "at", "9:01:10".
    private static ClockTime ReadMinutes(Sentence s, int index, int hour, bool at)
    {
        var mark = s.Sign(index + 1);
        var hourMark = s.Has(index + 1, Tag.OClock) && s.Digits(index + 2) == 2;
        var glued = s.Glued(index + 1) && s.Glued(index + 2) && s.Digits(index + 2) == 2;
        var pair = IsPair(s, index, at);
        var minuteAt = (mark is ':' or '.' && glued) || hourMark ? index + 2 : pair ? index + 1 : 0;
        if (minuteAt == 0 || s.DigitValue(minuteAt) > 59)
        {
            return default;
        }

        var more = s.Sign(minuteAt + 1) == mark && s.Glued(minuteAt + 1) && s.Digits(minuteAt + 2) > 0 && s.Glued(minuteAt + 2);
        if (mark == '.' && !hourMark && (s.Has(index - 1, Tag.Currency) || s.Has(minuteAt + 1, Tag.Cent, Tag.Currency)))
        {
            return default;
        }

        if (mark == '.' && !hourMark && !IsAlone(s, index, minuteAt) && (more || !IsPointed(s, index, minuteAt, at)))
        {
            return default;
        }

        var clock = ClockTime.Point(hour % 24, s.DigitValue(minuteAt), minuteAt + 1, sure: mark is ':' or '.' || hourMark || pair) with { Grain = Grain.Minute };
        clock.Ambiguous &= s.Digits(index) == 1 || hour > 0 && s.Folded(index)[0] != '0';
        if (!more || mark != ':' || s.Digits(minuteAt + 2) != 2 || s.DigitValue(minuteAt + 2) > 59)
        {
            return s.Has(clock.End, Tag.OClock) ? clock with { End = clock.End + 1, Sure = true } : clock;
        }

        return clock with { At = clock.At + TimeSpan.FromSeconds(s.DigitValue(minuteAt + 2)), Grain = Grain.Second, End = minuteAt + 3 };
    }

    // "15.30" and nothing else, where a decimal has a comma and no month is the thirtieth.
    private static bool IsAlone(Sentence s, int hour, int minute) =>
        s.Language.Habits.DayArticle && hour == 0 && minute + 1 == s.Count && s.Digits(hour) == 2 && s.DigitValue(minute) is 0 or > 12 && !s.AsksOther;

    // "3.30" is a sum as well: words around must say that it is a time.
    private static bool IsPointed(Sentence s, int index, int minuteAt, bool at) =>
        at || s.Has(minuteAt + 1, Tag.Meridiem, Tag.OClock) || s.Has(index - 1, Tag.From, Tag.To) || s.Has(index - 1, Tag.Between, Tag.And) || (s.AsksTime && s.EndsClause(minuteAt + 1)) || ClockGrammar.IsBound(s, index - 1);

    // "2 55 pm", "at 17 30", "after 2 55".
    private static bool IsPair(Sentence s, int index, bool at)
    {
        var end = index + 2;
        if (s.Digits(index + 1) != 2 || s.Glued(index + 1) || s.DigitValue(index + 1) > 59 || s.Glued(end) && s.Sign(end) is ':' or '/' or '%' || (s.Has(end, Tag.Unit) && !s.Has(end, Tag.PartOfDay)) || s.Has(end, Tag.Currency, Tag.PeopleWord))
        {
            return false;
        }

        var meridiem = s.Has(end, Tag.Meridiem) && !(s.Has(end, Tag.Article) && !s.Glued(end));
        return at || meridiem || ClockGrammar.IsBound(s, index - 1) || (s.AsksTime && s.EndsClause(end)) || DayParts.Read(s, end).Exists;
    }

    // "3 o'clock", "19h", "14 Uhr", "18 Uhr und 12".
    private static ClockTime ReadHourMark(Sentence s, int index, int hour)
    {
        if (!s.Has(index + 1, Tag.OClock) || hour > 24)
        {
            return default;
        }

        var clock = ClockTime.Point(hour % 24, 0, index + 2, sure: true) with { Grain = Grain.Hour };
        return HourTail.BehindMark(s, clock, index);
    }
}
