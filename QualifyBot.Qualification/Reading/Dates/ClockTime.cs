using QualifyBot.Qualification.Answers;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>A time of day read from terms; End is the term behind it, 0 where nothing was read.</summary>
internal struct ClockTime
{
    public int End;
    public TimeSpan At;

    /// <summary>The end of a part of a day; the start of a point.</summary>
    public TimeSpan Until;
    public Grain Grain;

    /// <summary>The hour could be in the morning or in the afternoon.</summary>
    public bool Ambiguous;

    /// <summary>A part of the day, such as the morning.</summary>
    public bool IsPart;

    /// <summary>The words show that a time is meant; else it is only a number.</summary>
    public bool Sure;

    /// <summary>A word such as "at" leads to it.</summary>
    public bool Led;

    /// <summary>The zone said with it, as <see cref="ClockZones.NameOf"/> names it; 0 where none was.</summary>
    public int Zone;

    public readonly bool Exists => End > 0;

    public static ClockTime Point(int hour, int minute, int end, bool sure) => new()
    {
        At = new TimeSpan(hour, minute, 0),
        Grain = minute == 0 && !sure ? Grain.Hour : Grain.Minute,
        Ambiguous = hour is >= 1 and <= 12,
        Sure = sure,
        End = end,
    };

    /// <summary>Settles the half of the day: am, or pm.</summary>
    public readonly ClockTime In(bool afternoon)
    {
        var hour = At.Hours;
        var settled = !Ambiguous ? (hour == 0 && afternoon ? 12 : hour) : afternoon ? (hour % 12) + 12 : hour % 12;
        return this with { At = new TimeSpan(settled, At.Minutes, At.Seconds), Ambiguous = false };
    }

    /// <summary>Settles an open half of the day as people mean it for a meeting: 1 to 6 are in the afternoon.</summary>
    public readonly ClockTime AsMeant() => Ambiguous ? In(At.Hours is >= 1 and <= 6 or 12) with { Ambiguous = true } : this;

    public readonly ClockTime Ending(int end) => this with { End = end };
}
