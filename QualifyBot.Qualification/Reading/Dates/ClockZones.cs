using System.Globalization;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>The zone said with a time of day: "PST", "(CET)", "London time", "GMT+2", "UTC-5:30", "your time".</summary>
internal static class ClockZones
{
    /// <summary>The zone that counts hours from Greenwich: a sign and hours may follow its name.</summary>
    private static readonly int Greenwich = Names.IdOf("UTC");

    // The visitor's own zone is what a time without a zone means.
    private static readonly int Local = Names.IdOf("local");

    /// <summary>The clock with the zone behind it, where it is a sure one without a zone.</summary>
    public static ClockTime Read(Sentence s, ClockTime clock)
    {
        if (!clock.Sure || clock.Zone != 0 || clock.IsPart)
        {
            return clock;
        }

        var (zone, end) = At(s, clock.End);
        return end == 0 ? clock : clock with { Zone = zone, End = end };
    }

    /// <summary>The time with the zone behind it, where it holds a time of day without one.</summary>
    public static TimeNode Read(Sentence s, TimeNode node)
    {
        if (!node.HasClock || node.Zone != 0)
        {
            return node;
        }

        var (zone, end) = At(s, node.End);
        return end == 0 ? node : node with { Zone = zone, End = end };
    }

    /// <summary>The name of a zone: an IANA id, "UTC+02:00", "business" for the company's own; null for the visitor's.</summary>
    public static string? NameOf(int zone) => zone == 0 || zone == Local ? null : Names.TextOf(zone);

    private static (int Zone, int End) At(Sentence s, int index)
    {
        var open = s.Sign(index) == '(';
        var start = open ? index + 1 : s.Sign(index) is ',' or '/' && s.Has(index + 1, Tag.Zone) ? index + 1 : index;
        start = s.Has(start, Tag.In) && s.Has(start + 1, Tag.Zone) ? start + 1 : start;
        if (!s.Try(start, Tag.Zone, out var zone))
        {
            return default;
        }

        var end = start + 1;
        if (zone == Greenwich)
        {
            (zone, end) = Offset(s, end);
        }

        return open ? s.Sign(end) == ')' ? (zone, end + 1) : default : (zone, end);
    }

    // "+2", "-05:30", "+0530", " + 1"; without a sign it is Greenwich time itself.
    private static (int Zone, int End) Offset(Sentence s, int index)
    {
        var sign = s.Sign(index) is '+' ? 1 : s.Sign(index) is '-' ? -1 : 0;
        var digits = s.Digits(index + 1);
        if (sign == 0 || digits is not (1 or 2 or 4) || (sign < 0 && !s.Glued(index + 1) && s.Glued(index)))
        {
            return (Greenwich, index);
        }

        var value = s.DigitValue(index + 1);
        var (hours, minutes, end) = digits == 4 ? (value / 100, value % 100, index + 2) : (value, 0, index + 2);
        if (s.Sign(end) == ':' && s.Glued(end) && s.Digits(end + 1) == 2)
        {
            (minutes, end) = (s.DigitValue(end + 1), end + 2);
        }

        var known = hours <= 14 && minutes is 0 or 15 or 30 or 45;
        return known ? (Names.IdOf(string.Create(CultureInfo.InvariantCulture, $"UTC{(sign > 0 ? '+' : '-')}{hours:00}:{minutes:00}")), end) : (Greenwich, index);
    }
}
