using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Times told from the hour: "half past nine", "quarter to five", "20 minutes past 3pm", "halb drei".</summary>
internal static class RelativeClock
{
    public static ClockTime Read(Sentence s, int index, bool at)
    {
        if (s.Has(index, Tag.HalfTo) && HalfTo(s, index) is { Exists: true } half && (s.Value(index, Tag.HalfTo) > 0 || IsHalfPast(s, index, half, at)))
        {
            return half;
        }

        if (s.Quantity(index) is { Value: 0.75m } three && s.Language.Habits.UnitsFirst && Hour(s, three.End) is { Exists: true } next)
        {
            return Shift(next, -15);
        }

        var (minutes, end) = Minutes(s, index);
        return end == 0 ? default : ReadAround(s, index, minutes, end, at);
    }

    // British "half six": without a word for a time of day it may be anything.
    private static bool IsHalfPast(Sentence s, int index, ClockTime half, bool at) =>
        at || !half.Ambiguous || s.AsksTime || ClockGrammar.IsBound(s, index - 1) || DayParts.Read(s, half.End).Exists;

    // Minutes before or after an hour.
    private static ClockTime ReadAround(Sentence s, int index, int minutes, int end, bool at)
    {
        var sign = s.Has(end, Tag.Past) || s.Has(end, Tag.After) ? 1 : s.Has(end, Tag.ToHour) || s.Has(end, Tag.Before) ? -1 : 0;
        if (sign == 0)
        {
            return default;
        }

        var bare = s.Has(end - 1, Tag.Unit) || s.Has(end - 1, Tag.Fraction);
        if (!bare && (s.Has(index - 1, Tag.From, Tag.Between) || minutes % 5 != 0 || (s.Sign(end + 2) == ':' && s.Glued(end + 2))))
        {
            return default;
        }

        // "2 to 4", "5 to 6pm" are stretches: so few minutes before an hour are told in words.
        if (!bare && sign < 0 && !at && s.Digits(index) > 0 && s.Digits(end + 1) is 1 or 2 && s.DigitValue(end + 1) > minutes)
        {
            return default;
        }

        // "fünf vor halb drei"
        var toHalf = s.Has(end + 1, Tag.HalfTo);
        var hour = toHalf ? HalfTo(s, end + 1) : Hour(s, end + 1);
        return hour.Exists ? Shift(hour, sign * minutes) : default;
    }

    private static ClockTime HalfTo(Sentence s, int index)
    {
        var hour = Hour(s, index + 1);
        return hour.Exists ? Shift(hour, -s.Value(index, Tag.HalfTo)) : default;
    }

    private static (int Minutes, int End) Minutes(Sentence s, int index)
    {
        var start = s.Has(index, Tag.Article) ? index + 1 : index;
        if (s.Try(start, Tag.Fraction, out var parts) && parts is 2 or 4 && !s.Quantity(index).Multiplied)
        {
            return (60 / parts, start + 1);
        }

        var count = s.Quantity(index);
        if (!count.Exists || count.Ordinal || count.Broken || !count.IsWhole || count.Value is < 1 or > 59)
        {
            return default;
        }

        return s.Try(count.End, Tag.Unit, out var unit) && (TimeUnit)unit == TimeUnit.Minute ? ((int)count.Value, count.End + 1) : ((int)count.Value, count.End);
    }

    private static ClockTime Hour(Sentence s, int index)
    {
        index = s.Has(index, Tag.The) ? index + 1 : index;
        if (s.Has(index, Tag.Clock))
        {
            return new ClockTime { At = TimeSpan.FromHours(s.Value(index, Tag.Clock)), End = index + 1, Sure = true };
        }

        var hour = s.Quantity(index);
        if (!hour.Exists || hour.Ordinal || hour.Broken || !hour.IsWhole || hour.Value is < 0 or > 24 || s.Has(hour.End, Tag.Month) || (s.Has(hour.End, Tag.Unit) && !s.Has(hour.End, Tag.PartOfDay)))
        {
            return default;
        }

        var clock = ClockTime.Point((int)hour.Value % 24, 0, s.Has(hour.End, Tag.OClock) ? hour.End + 1 : hour.End, sure: true);
        return s.Try(clock.End, Tag.Meridiem, out var half) ? clock.In(half == 12) with { End = clock.End + 1 } : clock;
    }

    private static ClockTime Shift(ClockTime hour, int minutes)
    {
        var total = ((int)hour.At.TotalMinutes + minutes + 1440) % 1440;
        var ambiguous = hour.Ambiguous;
        total = ambiguous && total / 60 == 0 ? total + 720 : total;
        return hour with { At = TimeSpan.FromMinutes(total), Grain = Grain.Minute, Sure = true, Ambiguous = ambiguous };
    }
}
