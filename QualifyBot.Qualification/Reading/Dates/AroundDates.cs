using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Dates a length or a unit away from another date: "two weeks after Easter", "the day before Thanksgiving", "a week starting tomorrow".</summary>
internal static class AroundDates
{
    /// <summary>The day or the unit right before or after another date.</summary>
    public static TimeNode ReadBeside(Sentence s, int index)
    {
        if (s.Try(index, Tag.DayBeside, out var side))
        {
            return Beside(s, index + 1, TimeUnit.Day, side);
        }

        return s.Has(index, Tag.The) && s.Try(index + 1, Tag.Unit, out var unit) && (TimeUnit)unit >= TimeUnit.Day && s.Has(index + 2, Tag.Before, Tag.After)
            ? Beside(s, index + 3, (TimeUnit)unit, s.Has(index + 2, Tag.Before) ? -1 : 1)
            : default;
    }

    // "two weeks after Easter", "3 days before the 15th", "a week from Tuesday", "15 minutes from 1pm".
    public static TimeNode ReadAround(Sentence s, Length length)
    {
        var next = s.Sign(length.End) == ',' && s.Has(length.Start - 1, Tag.For) && s.Has(length.End + 1, Tag.From) ? length.End + 1 : length.End;
        var starting = s.Has(next, Tag.Starting) && !s.Has(next, Tag.From);
        var sign = s.Has(next, Tag.Before) ? -1 : s.Has(next, Tag.After, Tag.From) || s.Has(next, Tag.FromNow) || starting ? 1 : 0;
        if (sign == 0 || s.Sign(next) == '-')
        {
            return default;
        }

        next = s.Has(next + 1, Tag.On) ? next + 1 : next;
        var anchor = starting ? DateGrammar.Read(s, next + 1) : DateGrammar.ReadSimple(s, next + 1);
        if (!anchor.Exists)
        {
            return default;
        }

        if (starting || (sign > 0 && s.Has(next, Tag.From) && IsStay(s, length, anchor)))
        {
            return new TimeNode { From = anchor.From, To = Cal.Add(anchor.From, length, 1), Grain = Grain.Day, End = anchor.End, Fixed = true, IsRange = true };
        }

        var day = Cal.Add(anchor.From, length, sign);
        if (s.Has(length.Start - 1, Tag.LessThan, Tag.AtMost) && anchor.Grain == Grain.Day)
        {
            return Cal.Days(sign > 0 ? anchor.From : day, sign > 0 ? day : anchor.From, Grain.Day, anchor.End) with { Fixed = true, IsRange = true };
        }

        return length.Unit < TimeUnit.Day
            ? new TimeNode { From = day, To = day.AddMinutes(1), Grain = Grain.Minute, End = anchor.End, HasClock = true, Fixed = true }
            : Cal.Day(day.Date, anchor.End);
    }

    // "for 10 days from the 18th", "6 days from next Tuesday": a stay, where a date of the calendar follows a plain count.
    private static bool IsStay(Sentence s, Length length, TimeNode anchor) =>
        length.Unit >= TimeUnit.Day && !length.Article && anchor.Grain == Grain.Day && (s.Has(length.Start - 1, Tag.For) || (!anchor.IsWeekday && !anchor.HasClock && length.Unit == TimeUnit.Day));

    // "the day before Thanksgiving", "the week after Easter": the unit beside the one that holds the day.
    private static TimeNode Beside(Sentence s, int index, TimeUnit unit, int side)
    {
        var anchor = DateGrammar.ReadSimple(s, s.Has(index, Tag.The) && s.Has(index + 1, Tag.Holiday) ? index + 1 : index);
        if (!anchor.Exists || anchor.Weak)
        {
            return default;
        }

        var day = side > 0 ? anchor.To.AddDays(-1) : anchor.From;
        return unit == TimeUnit.Day && anchor.Grain != Grain.Day ? default : Cal.UnitAt(day, unit, side, anchor.End);
    }
}
