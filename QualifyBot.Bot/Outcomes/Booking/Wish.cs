using QualifyBot.Qualification.Answers;

namespace QualifyBot.Bot.Outcomes.Booking;

/// <summary>
/// One way to please the visitor, on the visitor's wall clock: a stretch of the calendar, and within it a stretch of the
/// day. A named point of time is a stretch of one tick.
/// </summary>
internal sealed record Wish
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Point = TimeSpan.FromTicks(1);

    private Wish()
    {
    }

    private DateTime Start { get; init; } = DateTime.MinValue;

    private DateTime End { get; init; } = DateTime.MaxValue;

    private TimeSpan Clock { get; init; } = TimeSpan.Zero;

    private TimeSpan ClockWidth { get; init; } = Day;

    /// <summary>Whether it is one time on one day.</summary>
    public bool NamesOneTime => IsPoint || (ClockWidth == Point && End - Start <= Day);

    private bool IsPoint => End - Start == Point;

    /// <summary>What a message's times amount to; anything at all where there are none. Times that do not suit say nothing here.</summary>
    public static IReadOnlyList<Wish> From(IReadOnlyList<AnswerValue.Time> wanted)
    {
        Wish[] clocks = [.. wanted.Where(time => time is { Grain: Grain.Time, Except: false }).Select(OfClock)];
        Wish[] dates = [.. wanted.Where(time => time is { Grain: not Grain.Time, Except: false }).Select(OfDate)];

        // "Next week, Tuesday": the finer date says more about the coarser one.
        dates = [.. dates.Where(date => !Array.Exists(dates, finer => finer.IsWithin(date)))];
        return (dates.Length, clocks.Length) switch
        {
            (0, 0) => [new Wish()],
            (0, _) => clocks,
            (_, 0) => dates,
            _ => [.. dates.SelectMany(date => date.At(clocks))],
        };
    }

    /// <summary>The wishes for a point of time in the first half of a day, put into the second half.</summary>
    public static IReadOnlyList<Wish> TwelveHoursLater(IReadOnlyList<Wish> wishes) =>
    [
        .. wishes.Where(wish => wish.IsPoint && wish.Start.Hour is > 0 and < 12).Select(wish => wish with { Start = wish.Start.AddHours(12), End = wish.End.AddHours(12) }),
        .. wishes.Where(wish => wish.ClockWidth == Point && wish.Clock.Hours is > 0 and < 12).Select(wish => wish with { Clock = wish.Clock.Add(Day / 2) }),
    ];

    /// <summary>Whether a meeting that starts then and lasts so long is what was wished for.</summary>
    public bool Fits(DateTime start, TimeSpan length)
    {
        var offset = OnClock(start);
        return start >= Start && offset < ClockWidth
            && (IsPoint ? start < End : length <= End - start)
            && (ClockWidth == Point || offset + length <= ClockWidth || ClockWidth == Day);
    }

    /// <summary>How far a start is from the wish, in date and time of day together; from a wish for whole days, in days.</summary>
    public TimeSpan Distance(DateTime start)
    {
        var offset = OnClock(start);
        var onClock = offset < ClockWidth ? TimeSpan.Zero : Shorter(offset - ClockWidth + Point, Day - offset);
        var onDate = start < Start ? Start - start : start >= End ? start - End + Point : TimeSpan.Zero;
        return onClock + (End - Start >= Day ? Day * Math.Ceiling(onDate / Day) : onDate);
    }

    private static Wish OfDate(AnswerValue.Time time)
    {
        var fine = time.Grain is Grain.Second or Grain.Minute or Grain.Hour;
        if (fine && time.From is { } named && time.To is { } next && IsOneTime(next - named, time.Grain) && named < DateTime.MaxValue)
        {
            return new Wish { Start = named, End = named + Point };
        }

        // An open end said to the hour ("tomorrow after three") stays within its day.
        return new Wish
        {
            Start = time.From ?? (fine && time.To is { } to ? to.Date : DateTime.MinValue),
            End = time.To ?? (fine && time.From is { } from ? EndOfDay(from) : DateTime.MaxValue),
        };
    }

    private static Wish OfClock(AnswerValue.Time time)
    {
        var start = time.From?.TimeOfDay ?? TimeSpan.Zero;
        if (time is { From: { } from, To: { } to } && IsOneTime(to - from, Grain.Hour))
        {
            return new Wish { Clock = start, ClockWidth = Point };
        }

        var width = (time.To?.TimeOfDay ?? TimeSpan.Zero) - start;
        return new Wish { Clock = start, ClockWidth = width > TimeSpan.Zero ? width : width + Day };
    }

    // A named time comes as a stretch as long as its grain: three o'clock ends at four.
    private static bool IsOneTime(TimeSpan stretch, Grain grain) =>
        stretch >= TimeSpan.Zero && stretch <= (grain == Grain.Hour ? TimeSpan.FromHours(1) : TimeSpan.FromMinutes(1));

    private static DateTime EndOfDay(DateTime time) => time.Date < DateTime.MaxValue.Date ? time.Date + Day : DateTime.MaxValue;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    // "Tomorrow at three or four": the second time shares the first one's day.
    private IEnumerable<Wish> At(Wish[] clocks) => IsPoint
        ? clocks.Select(clock => clock with { Start = Start.Date, End = EndOfDay(Start) }).Prepend(this)
        : clocks.Select(clock => clock with { Start = Start, End = End });

    private bool IsWithin(Wish wider) => Start >= wider.Start && End <= wider.End && End - Start < wider.End - wider.Start;

    private TimeSpan OnClock(DateTime start)
    {
        var offset = start.TimeOfDay - Clock;
        return offset < TimeSpan.Zero ? offset + Day : offset;
    }
}
