using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Times of day in words: "three thirty", "nine fifty nine am", "twelve zero three", "ten o'clock".</summary>
internal static class SpokenClock
{
    public static ClockTime Read(Sentence s, int index, bool at)
    {
        var hour = s.Quantity(index);
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
            var (more, behind) = s.Has(hour.End + 1, Tag.AndHalf) ? (30, hour.End + 2) : ClockGrammar.MinutesBehind(s, hour.End + 1);
            return Meridiem.Read(s, ClockTime.Point((int)hour.Value % 24, more, behind > 0 ? behind : hour.End + 1, sure: true));
        }

        var (minute, end) = Minutes(s, hour.End);
        var zero = end > 0 && s.Quantity(hour.End) is { Value: 0 };
        var marked = end > 0 && (s.Has(end, Tag.Meridiem) || at || zero || DayParts.Read(s, end).Exists || minute % 15 == 0);
        return marked && !s.Has(end, Tag.Unit, Tag.Currency)
            ? Meridiem.Read(s, ClockTime.Point((int)hour.Value % 24, minute, end, sure: at || zero))
            : Meridiem.Read(s, ClockTime.Point((int)hour.Value % 24, 0, hour.End, sure: false));
    }

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
