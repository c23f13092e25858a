using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Days that come again, counted from another day: "the Monday closest to May 5", "the second nearest Easter to today", "the first Christmas after 2030".</summary>
internal static class NearestDates
{
    private const int MostCounted = 12;

    public static TimeNode Read(Sentence s, int index)
    {
        var start = s.Has(index, Tag.The) ? index + 1 : index;
        var place = s.Quantity(start) is { Exists: true, Ordinal: true, Value: > 0 and <= MostCounted } ordinal && s.Has(ordinal.End, Tag.Nearest) ? (int)ordinal.Value : s.Has(start, Tag.Nearest) ? 1 : 0;
        if (place == 0)
        {
            return s.Has(start, Tag.Weekday, Tag.Holiday) && s.Has(start + 1, Tag.Nearest) && s.Has(start + 2, Tag.To) && DateGrammar.ReadSimple(s, start + 3) is { Exists: true } other ? Nearest(s, start, 1, other) : default;
        }

        var at = s.Has(start, Tag.Nearest) ? start + 1 : s.Quantity(start).End + 1;
        if (!s.Has(at, Tag.Weekday, Tag.Holiday) || !s.Has(at + 1, Tag.To))
        {
            return default;
        }

        var anchor = DateGrammar.ReadSimple(s, at + 2);
        return anchor.Exists ? Nearest(s, at, place, anchor) : default;
    }

    /// <summary>"the 2nd Easter after next year", "the first Christmas before 2020".</summary>
    public static TimeNode HolidayBeside(Sentence s, int index, int place)
    {
        if (place > MostCounted || !s.Has(index + 1, Tag.After, Tag.Before))
        {
            return default;
        }

        var anchor = DateGrammar.ReadSimple(s, index + 2);
        var after = s.Has(index + 1, Tag.After);
        return anchor.Exists ? HolidayDates.Nth(s.Value(index, Tag.Holiday), after ? anchor.To : anchor.From, after ? place : -place, anchor.End) : default;
    }

    // Of the next one and the last one the nearer is taken, so many times.
    private static TimeNode Nearest(Sentence s, int index, int place, TimeNode anchor)
    {
        var (ahead, back) = (1, 1);
        var found = default(TimeNode);
        for (var i = 0; i < place; i++)
        {
            var (next, last) = (Counted(s, index, anchor, ahead), Counted(s, index, anchor, -back));
            var forward = next.Exists && (!last.Exists || next.From - anchor.From <= anchor.From - last.From);
            found = forward ? next : last;
            (ahead, back) = forward ? (ahead + 1, back) : (ahead, back + 1);
        }

        return found;
    }

    private static TimeNode Counted(Sentence s, int index, TimeNode anchor, int count)
    {
        if (s.Has(index, Tag.Holiday))
        {
            return HolidayDates.Nth(s.Value(index, Tag.Holiday), anchor.From, count, anchor.End);
        }

        var first = Cal.WeekdayFrom(anchor.From, s.Value(index, Tag.Weekday));
        return Cal.Day(first.AddDays(7 * (count > 0 ? count - 1 : count)), anchor.End);
    }
}
