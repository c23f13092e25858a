using System.Globalization;
using NodaTime;

namespace QualifyBot.Bot.Outcomes.Booking;

/// <summary>The options as checked values, and the times that they open.</summary>
internal sealed class BookingPlan
{
    private readonly DateTimeZone zone;
    private readonly WeekHours hours;
    private readonly HashSet<LocalDate> holidays;

    public BookingPlan(BookingOptions options)
    {
        var problems = BookingOptionsCheck.Problems(options);
        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(options));
        }

        zone = DateTimeZoneProviders.Tzdb[options.TimeZone];
        hours = WeekHours.Read(options.WorkingHours, problems);
        holidays = [.. options.Holidays.Select(ReadDate).OfType<LocalDate>()];
        Reps = [.. options.RepsOrDefault.Select(rep => rep.Name.Trim())];
        Length = TimeSpan.FromMinutes(options.SlotMinutes);
        Buffer = TimeSpan.FromMinutes(options.BufferMinutes);
        Notice = TimeSpan.FromHours(options.NoticeHours);
        Horizon = TimeSpan.FromDays(options.HorizonDays);
    }

    /// <summary>The representatives' names.</summary>
    public string[] Reps { get; }

    /// <summary>Length of a demo.</summary>
    public TimeSpan Length { get; }

    /// <summary>What stays free between two demos.</summary>
    public TimeSpan Buffer { get; }

    /// <summary>From now to the earliest demo.</summary>
    public TimeSpan Notice { get; }

    /// <summary>From now to the latest demo.</summary>
    public TimeSpan Horizon { get; }

    /// <summary>A configured day off, or null where the text is no such date.</summary>
    public static LocalDate? ReadDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? LocalDate.FromDateOnly(date) : null;

    /// <summary>The times that start between two moments, the second exclusive, whoever is free; earliest first.</summary>
    public IEnumerable<(DateTimeOffset Start, DateTimeOffset End)> Times(DateTimeOffset from, DateTimeOffset to)
    {
        var last = DateOf(to);
        for (var date = DateOf(from); date <= last; date = date.PlusDays(1))
        {
            foreach (var time in TimesOf(date))
            {
                if (time.Start >= from && time.Start < to)
                {
                    yield return time;
                }
            }
        }
    }

    /// <summary>Whether hours, holidays and representatives allow a slot.</summary>
    public bool Allows(DemoSlot slot) =>
        Reps.Contains(slot.Rep, StringComparer.Ordinal) && Times(slot.Start, slot.Start.AddTicks(1)).Contains((slot.Start, slot.End));

    /// <summary>The number of a moment's day in the business's zone.</summary>
    public int DayNumber(DateTimeOffset moment) => DateOf(moment).ToDateOnly().DayNumber;

    private LocalDate DateOf(DateTimeOffset moment) => Instant.FromDateTimeOffset(moment).InZone(zone).Date;

    private IEnumerable<(DateTimeOffset Start, DateTimeOffset End)> TimesOf(LocalDate date)
    {
        if (holidays.Contains(date))
        {
            yield break;
        }

        var steady = SteadyOffset(date);
        var length = (int)Length.TotalMinutes;
        foreach (var stretch in hours[(DayOfWeek)((int)date.DayOfWeek % 7)])
        {
            for (var minute = stretch.From; minute + length <= stretch.To; minute += length + (int)Buffer.TotalMinutes)
            {
                var start = steady is { } offset
                    ? new DateTimeOffset(date.ToDateTimeUnspecified().AddMinutes(minute), offset)
                    : StartOf(date.AtMidnight().PlusMinutes(minute));
                if (start is not null)
                {
                    yield return (start.Value, start.Value + Length);
                }
            }
        }
    }

    /// <summary>The offset of a day on which no clocks change, as on nearly all; it spares asking for each demo.</summary>
    private TimeSpan? SteadyOffset(LocalDate date)
    {
        var (first, last) = (zone.MapLocal(date.AtMidnight()), zone.MapLocal(date.PlusDays(1).AtMidnight()));
        return first.Count == 1 && last.Count == 1 && first.EarlyInterval == last.EarlyInterval
            ? first.EarlyInterval.WallOffset.ToTimeSpan()
            : null;
    }

    /// <summary>
    /// The moment of a demo's start, or null where the clocks change during the demo or it lies in an hour that comes
    /// twice: its time could be misread.
    /// </summary>
    private DateTimeOffset? StartOf(LocalDateTime start)
    {
        var first = zone.MapLocal(start);
        var last = zone.MapLocal(start.PlusTicks(Length.Ticks - 1));
        return first.Count == 1 && last.Count == 1 && first.EarlyInterval.WallOffset == last.EarlyInterval.WallOffset
            ? first.Single().ToDateTimeOffset()
            : null;
    }
}
