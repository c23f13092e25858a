using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>Parts of the day and what they say about an hour.</summary>
internal static class DayParts
{
    /// <summary>The hours of a part, in minutes since midnight.</summary>
    public static (int From, int To) Minutes(DayPart part) => part switch
    {
        DayPart.Dawn => (240, 480),
        DayPart.EarlyMorning => (360, 540),
        DayPart.Morning => (480, 720),
        DayPart.LateMorning => (600, 720),
        DayPart.Midday or DayPart.Lunch => (660, 840),
        DayPart.Afternoon => (720, 960),
        DayPart.EarlyAfternoon => (720, 900),
        DayPart.LateAfternoon => (900, 1020),
        DayPart.Evening or DayPart.Dinner => (960, 1200),
        DayPart.AfterWork => (1020, 1260),
        DayPart.Breakfast => (480, 720),
        DayPart.BusinessHours => (480, 1080),
        _ => (1200, 1439),
    };

    public static bool IsTonight(DayPart part) => part is DayPart.Tonight or DayPart.LateTonight;

    /// <summary>"After work" says by itself that a time is meant.</summary>
    public static bool IsAfterWork(Sentence s, int index) => s.Try(index, Tag.PartOfDay, out var part) && (DayPart)part == DayPart.AfterWork;

    /// <summary>A part of the day at a term: "morning", "in the afternoon", "at night", "of the evening".</summary>
    public static ClockTime Read(Sentence s, int index)
    {
        var next = s.Has(index, Tag.In, Tag.At) || s.Has(index, Tag.Of, Tag.This) || s.Has(index, Tag.On, Tag.Within) || (s.Has(index, Tag.AnyOf) && s.Has(index + 1, Tag.PartOfDay)) ? index + 1 : index;
        next = s.Has(next, Tag.The) ? next + 1 : next;
        var late = s.Has(next, Tag.PartOfDay) ? 0 : s.Has(next, Tag.Late) ? 1 : s.Has(next, Tag.Early) ? -1 : 0;
        var at = late == 0 ? next : next + 1;
        at = late != 0 && s.Has(at, Tag.In) ? at + 1 : at;
        at = late != 0 && s.Has(at, Tag.The, Tag.This) ? at + 1 : at;
        return s.Try(at, Tag.PartOfDay, out var value) ? Node(Shift((DayPart)value, late), at + 1) : default;
    }

    /// <summary>A part of the day behind a date, where "am" and "pm" are parts too: "Tuesday pm".</summary>
    public static ClockTime Behind(Sentence s, int index)
    {
        var part = Read(s, index);
        return !part.Exists && s.Try(index, Tag.Meridiem, out var half) && !s.Has(index, Tag.Article) && s.Token(index).FoldLength > 1 ? Node(half == 0 ? DayPart.Morning : DayPart.Afternoon, index + 1) : part;
    }

    /// <summary>The hour of a clock within a part of the day.</summary>
    public static ClockTime Within(ClockTime clock, TimeSpan partStart)
    {
        if (!clock.Ambiguous)
        {
            return clock;
        }

        var hour = clock.At.Hours;
        var night = partStart.TotalMinutes >= 1200;
        var afternoon = night ? hour is >= 5 and < 12 : partStart.TotalMinutes >= 660 && (hour != 12 || partStart.TotalMinutes < 960) && !(partStart.TotalMinutes < 720 && hour is 11 or 10);
        return clock.In(afternoon);
    }

    private static DayPart Shift(DayPart part, int late) => (part, late) switch
    {
        (DayPart.Morning, -1) => DayPart.EarlyMorning,
        (DayPart.Morning, 1) => DayPart.LateMorning,
        (DayPart.Afternoon, -1) => DayPart.EarlyAfternoon,
        (DayPart.Afternoon, 1) => DayPart.LateAfternoon,
        _ => part,
    };

    /// <summary>The hours of a part as a time.</summary>
    public static ClockTime Node(DayPart part, int end)
    {
        var (from, to) = Minutes(part);
        return new ClockTime { At = TimeSpan.FromMinutes(from), Until = TimeSpan.FromMinutes(to), Grain = Grain.Hour, IsPart = true, Sure = true, End = end };
    }
}
