using System.Globalization;
using QualifyBot.Bot.Outcomes.Booking;
using QualifyBot.Bot.Storage;
using QualifyBot.Tests.Support;
using static QualifyBot.Tests.Outcomes.Booking.Calendars;

namespace QualifyBot.Tests.Outcomes.Booking;

public sealed class DemoHoursTests : IAsyncLifetime
{
    private readonly SqliteStore store = SqliteStore.Open(":memory:", new TestClock());

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => store.DisposeAsync().AsTask();

    [Fact]
    public async Task By_default_demos_are_had_on_workdays_with_four_hours_notice_for_three_weeks()
    {
        var free = await Calendar().FreeAsync(Monday, CancellationToken.None);

        Assert.Equal(Slot("2026-11-23T13:00+01:00"), free[0]);
        Assert.Equal(Slot("2026-12-11T16:30+01:00"), free[^1]);
        Assert.Equal(8 + (14 * 14), free.Count);
        Assert.DoesNotContain(free, slot => slot.Start.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        Assert.All(free, slot => Assert.Equal(TimeSpan.FromHours(1), slot.Start.Offset));
        Assert.DoesNotContain(free, slot => slot.Start.Hour is < 9 or 12 or > 16);
    }

    [Theory]
    [InlineData(30, 0, "09:00 09:30 10:00 10:30 11:00 11:30")]
    [InlineData(45, 15, "09:00 10:00 11:00")]
    [InlineData(50, 0, "09:00 09:50 10:40")]
    [InlineData(180, 0, "09:00")]
    public async Task Demos_fill_the_hours_with_the_buffer_between(int minutes, int buffer, string times)
    {
        var options = Options("Monday 09:00-12:00");
        (options.SlotMinutes, options.BufferMinutes) = (minutes, buffer);

        var starts = await Calendar(options).StartsAsync("2026-11-23T00:00+01:00", "2026-11-24T00:00+01:00");

        Assert.Equal(times.Split(' ').Select(time => "Mon " + time), starts);
    }

    [Theory]
    [InlineData("2026-11-23T08:00+01:00", "2026-11-23T23:00+01:00", "2026-11-23T10:45+01:00", "Mon 11:00 Mon 11:30")]
    [InlineData("2026-11-23T10:00+01:00", "2026-11-23T11:00+01:00", "2026-11-23T08:00+01:00", "Mon 10:00 Mon 10:30")]
    [InlineData("2026-11-23T09:00Z", "2026-11-23T10:00Z", "2026-11-23T08:00+01:00", "Mon 10:00 Mon 10:30")]
    [InlineData("2026-11-23T12:00+01:00", "2026-11-23T08:00+01:00", "2026-11-20T08:00+01:00", "")]
    [InlineData("2020-01-01T00:00Z", "2020-02-01T00:00Z", "2026-11-20T08:00+01:00", "")]
    public async Task Only_what_starts_in_the_stretch_and_not_in_the_past_is_free(string from, string to, string now, string starts) =>
        Assert.Equal(starts, string.Join(' ', await Calendar(Options("Monday 09:00-12:00")).StartsAsync(from, to, now)));

    [Fact]
    public async Task A_holiday_is_free_of_demos()
    {
        var options = Options("Thursday 09:00-10:00; Friday 09:00-10:00");
        options.Holidays.Add("2026-12-24");
        options.Holidays.Add("2026-12-25");

        Assert.Equal(["Thu 09:00", "Thu 09:30"], await Calendar(options).StartsAsync("2026-12-23T00:00Z", "2027-01-01T00:00Z"));
    }

    // Clocks: Berlin 2026-03-29 02:00 -> 03:00 and 2026-10-25 03:00 -> 02:00; New York 2026-03-08 02:00 -> 03:00 and 2026-11-01 02:00 -> 01:00.
    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29", "01:30+01:00 03:00+02:00 03:30+02:00")]
    [InlineData("Europe/Berlin", "2026-10-25", "01:30+02:00 03:00+01:00 03:30+01:00")]
    [InlineData("America/New_York", "2026-03-08", "01:30-05:00 03:00-04:00 03:30-04:00")]
    [InlineData("America/New_York", "2026-11-01", "02:00-05:00 02:30-05:00 03:00-05:00 03:30-05:00")]
    [InlineData("Europe/Berlin", "2026-03-22", "01:30+01:00 02:00+01:00 02:30+01:00 03:00+01:00 03:30+01:00")]
    public async Task An_hour_that_is_skipped_or_comes_twice_has_no_demos(string zone, string sunday, string times)
    {
        var options = Options("Sunday 01:30-04:00");
        options.TimeZone = zone;
        var midnight = At(sunday + "T00:00Z");

        var free = await Calendar(options).FreeAsync(midnight.AddHours(-6), midnight.AddDays(1), midnight.AddDays(-1), CancellationToken.None);

        Assert.Equal(times.Split(' '), free.Select(slot => slot.Start.ToString("HH:mmzzz", CultureInfo.InvariantCulture)));
        Assert.All(free, slot => Assert.Equal(TimeSpan.FromMinutes(30), slot.End - slot.Start));
    }

    [Fact]
    public async Task A_demo_during_which_the_clocks_change_is_not_offered()
    {
        var options = Options("Sunday 00:00-04:00");
        options.SlotMinutes = 60 * 4;

        var starts = await Calendar(options).StartsAsync("2026-10-18T00:00Z", "2026-11-02T00:00Z", "2026-10-01T00:00Z");

        Assert.Equal(["Sun 00:00"], starts);
    }

    [Fact]
    public async Task Hours_keep_their_place_on_the_wall_clock_when_the_clocks_change()
    {
        var free = await Calendar(Options("Monday 09:00-09:30")).FreeAsync(At("2026-10-19T00:00Z"), At("2026-10-27T00:00Z"), At("2026-10-18T00:00Z"), CancellationToken.None);

        Assert.Equal([At("2026-10-19T07:00Z"), At("2026-10-26T08:00Z")], free.Select(slot => slot.Start));
    }

    [Theory]
    [InlineData("Sunday 23:00-24:00", "Sun 23:00 Sun 23:30")]
    [InlineData("sunday 13:00-14:00,09:00 - 09:30", "Sun 09:00 Sun 13:00 Sun 13:30")]
    public async Task Hours_are_read_as_people_write_them(string hours, string starts) =>
        Assert.Equal(starts, string.Join(' ', await Calendar(Options(hours)).StartsAsync("2026-11-21T00:00Z", "2026-11-24T00:00Z")));

    [Fact]
    public async Task Representatives_take_turns_by_day_and_whoever_has_fewest_claims_comes_first()
    {
        var calendar = Calendar(Options("Monday 09:00-10:00; Tuesday 09:00-10:00; Wednesday 09:00-10:00", "Ana", "Bo", "Cy"));

        var before = await Week();
        var first = before[0];
        await calendar.ClaimAsync(first, "lead", Monday, CancellationToken.None);
        var after = await Week();

        Assert.Equal(3, before.Select(slot => slot.Rep).Distinct().Count());
        Assert.Equal(before.Select(slot => slot.Start), after.Select(slot => slot.Start));
        Assert.DoesNotContain(after, slot => slot.Rep == first.Rep);
        Assert.Equal(after, await Week());

        ValueTask<IReadOnlyList<DemoSlot>> Week() => calendar.FreeAsync(Monday, Monday.AddDays(4), Monday, CancellationToken.None);
    }

    private DemoCalendar Calendar(BookingOptions? options = null) => new(store, options ?? new BookingOptions(), (_, _, _) => new(true));
}
