using QualifyBot.Qualification.Answers;

namespace QualifyBot.Qualification.Reading.Dates;

/// <summary>A stretch of time read from terms; End is the term behind it, 0 where nothing was read.</summary>
internal struct TimeNode
{
    public int End;

    /// <summary>Start, inclusive.</summary>
    public DateTime From;

    /// <summary>End, exclusive.</summary>
    public DateTime To;

    public Grain Grain;

    /// <summary>The year was said, or follows from the words; else the nearest one was taken.</summary>
    public bool Fixed;

    /// <summary>A time of day without a date.</summary>
    public bool ClockOnly;

    /// <summary>The hour could be in the morning or in the afternoon.</summary>
    public bool Ambiguous;

    /// <summary>Holds a time of day.</summary>
    public bool HasClock;

    /// <summary>Could well be no time at all ("may", a bare year, "the 5th").</summary>
    public bool Weak;

    /// <summary>Open at the start or the end.</summary>
    public bool OpenFrom;
    public bool OpenTo;

    /// <summary>A part of a day ("morning"), rather than a clock time.</summary>
    public bool IsPart;

    /// <summary>A bare day of the week.</summary>
    public bool IsWeekday;

    /// <summary>A range of two said ends, or a stretch counted from now.</summary>
    public bool IsRange;

    /// <summary>Where a range ends in a date of its own: the first term of that date, else 0.</summary>
    public int LastStart;

    /// <summary>Said with "until": a date by itself, the end of a timeline.</summary>
    public bool UntilDay;

    /// <summary>Said with "before" of a day: that day is a date by itself. The first term of it, else 0.</summary>
    public int BoundStart;

    /// <summary>Said with "by": it began today only because no other start was said.</summary>
    public bool Bounded;

    /// <summary>The zone said with its time of day, as <see cref="ClockZones.NameOf"/> names it; 0 where none was.</summary>
    public int Zone;

    /// <summary>Said as a time that does not suit.</summary>
    public bool Except;

    /// <summary>The end where "next 6 months" begins today, as a timeline does; else the default.</summary>
    public DateTime AheadTo;

    /// <summary>The end of a range whose last month, quarter or year is meant as a whole, as in a timeline; else the default.</summary>
    public DateTime WideTo;

    /// <summary>The start, middle or end of a longer stretch.</summary>
    public bool IsCut;

    /// <summary>The end of a longer stretch.</summary>
    public bool IsEnd;

    /// <summary>The holiday that this is, by the id of its rule; 0 for other days.</summary>
    public int Holiday;

    public readonly bool Exists => End > 0;
}
