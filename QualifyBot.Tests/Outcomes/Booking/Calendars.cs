using System.Globalization;
using QualifyBot.Bot.Outcomes.Booking;

namespace QualifyBot.Tests.Outcomes.Booking;

/// <summary>Calendars and slots for tests.</summary>
internal static class Calendars
{
    /// <summary>A Monday, 08:00 in Berlin.</summary>
    public static readonly DateTimeOffset Monday = At("2026-11-23T08:00+01:00");

    public static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    public static DemoSlot Slot(string start, int minutes = 30, string rep = "Sales") => new(rep, At(start), At(start).AddMinutes(minutes));

    /// <summary>Options with hours for some days: "Monday 09:00-12:00; Tuesday 10:00-11:00".</summary>
    public static BookingOptions Options(string hours, params string[] reps)
    {
        var options = new BookingOptions { NoticeHours = 0, HorizonDays = 365 };
        foreach (var day in hours.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            options.WorkingHours.Add(day[..day.IndexOf(' ', StringComparison.Ordinal)], day[day.IndexOf(' ', StringComparison.Ordinal)..]);
        }

        options.Reps.AddRange(reps.Select(rep => new RepOptions { Name = rep }));
        return options;
    }

    public static async Task<string[]> StartsAsync(this DemoCalendar calendar, string from, string to, string? now = null)
    {
        var free = await calendar.FreeAsync(At(from), At(to), At(now ?? from), CancellationToken.None);
        return [.. free.Select(slot => slot.Start.ToString("ddd HH:mm", CultureInfo.InvariantCulture))];
    }
}
