using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Times of day in words: "three thirty", "nine fifty nine am", "twelve zero three", "ten o'clock".</summary>
internal static class SpokenClock
{
    public static ClockTime Read(Sentence s, int index, bool at)
    {
        var hour = s.Quantity(index);
        if (at && IsOne(s, index))
        {
            hour = new Numbers.Quantity { Value = 1, End = index + 1 };
        }

        if (!hour.Exists || hour.Digits || hour.Ordinal || hour.Weak || hour.Multiplied || hour.Value is < 0 or > 24 || !s.Has(index, Tag.Number))
        {
            return default;
        }

        if (!hour.IsWhole)
        {
            // "a las tres y media": three and a half.
            return at && hour.Value % 1 == 0.5m ? ClockTime.Point((int)hour.Value, 30, hour.End, sure: true) : default;
        }

        if (s.Has(hour.End, Tag.OClock))
        {
            return Meridiem.Read(s, HourTail.BehindMark(s, ClockTime.Point((int)hour.Value % 24, 0, hour.End + 1, sure: true), index));
        }

        var (minute, end) = Minutes(s, hour.End);
        var zero = end > 0 && s.Quantity(hour.End) is { Value: 0 };
        var marked = end > 0 && (s.Has(end, Tag.Meridiem) || at || zero || DayParts.Read(s, end).Exists || minute % 15 == 0);
        return marked && !s.Has(end, Tag.Unit, Tag.Currency)
            ? Meridiem.Read(s, ClockTime.Point((int)hour.Value % 24, minute, end, sure: at || zero))
            : Meridiem.Read(s, ClockTime.Point((int)hour.Value % 24, 0, hour.End, sure: false) with { Led = at });
    }

    // "a la una", "à une heure": the article is an hour where nothing follows that it could count.
    private static bool IsOne(Sentence s, int index) =>
        s.Has(index, Tag.Article) && s.Has(index, Tag.Number) && (s.EndsClause(index + 1) || s.Has(index + 1, Tag.OClock, Tag.HourPlus) || s.Has(index + 1, Tag.HourMinus, Tag.HourLess)
            || (s.Has(index + 1, Tag.NumberAnd) && s.Quantity(index + 2) is { Exists: true, Ordinal: false, Value: >= 5 and < 60 }) || DayParts.Read(s, index + 1).Exists);

    private static (int Minute, int End) Minutes(Sentence s, int index)
    {
        index = s.Sign(index) == '-' ? index + 1 : index;
        var minutes = s.Quantity(index);
        if (minutes is not { Exists: true, Digits: false, Ordinal: false, Weak: false } || minutes.Value is < 0 or >= 60 || !minutes.IsWhole)
        {
            return default;
        }

        if (minutes.Value > 0)
        {
            return minutes.Value >= 10 ? ((int)minutes.Value, minutes.End) : default;
        }

        var next = s.Sign(minutes.End) == '-' ? minutes.End + 1 : minutes.End;
        var unit = s.Quantity(next);
        return unit is { Exists: true, Ordinal: false, Value: > 0 and < 10 } ? ((int)unit.Value, unit.End) : default;
    }
}
