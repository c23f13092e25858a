using QualifyBot.Bot.Dialogs;
using QualifyBot.Bot.Outcomes.Booking;
using QualifyBot.Tests.Playbooks;
using static QualifyBot.Tests.Outcomes.Booking.Calendars;

namespace QualifyBot.Tests.Dialogs;

public sealed class SlotTextTests
{
    [Theory]
    [InlineData("2026-11-24T14:00+01:00", null, "Tuesday 24 November, 14:00-14:30 (Europe/Berlin)")]
    [InlineData("2026-11-24T14:00+01:00", "America/New_York", "Tuesday 24 November, 08:00-08:30 (America/New_York)")]
    [InlineData("2026-11-24T14:00+01:00", "Asia/Kathmandu", "Tuesday 24 November, 18:45-19:15 (Asia/Kathmandu)")]
    [InlineData("2026-11-24T11:30+01:00", "Pacific/Auckland", "Tuesday 24 November, 23:30-00:00 (Pacific/Auckland)")]
    [InlineData("2026-11-24T02:00+01:00", "America/Los_Angeles", "Monday 23 November, 17:00-17:30 (America/Los_Angeles)")]
    [InlineData("2026-07-01T09:00+02:00", null, "Wednesday 1 July, 09:00-09:30 (Europe/Berlin)")]
    [InlineData("2026-11-24T14:00+01:00", "", "Tuesday 24 November, 14:00-14:30 (Europe/Berlin)")]
    [InlineData("2026-11-24T14:00+01:00", "Berlin", "Tuesday 24 November, 14:00-14:30 (Europe/Berlin)")]
    [InlineData("2026-11-24T14:00+01:00", "europe/berlin\r\n<script>", "Tuesday 24 November, 14:00-14:30 (Europe/Berlin)")]
    [InlineData("2026-11-24T14:00+01:00", "UTC+99", "Tuesday 24 November, 14:00-14:30 (Europe/Berlin)")]
    public void A_slot_is_told_by_the_visitors_clock_or_else_the_businesss(string start, string? zone, string text) =>
        Assert.Equal(text, SlotText.Describe(Slot(start), WallClock.For(zone, "Europe/Berlin"), Shipped.Catalog.Texts["en"]));

    [Theory]
    [InlineData("de", "2026-11-24T14:00+01:00", "Dienstag, 24. November, 14:00–14:30 Uhr (Europe/Berlin)")]
    [InlineData("fr", "2026-11-24T14:00+01:00", "mardi 24 novembre, 14h00–14h30 (Europe/Berlin)")]
    [InlineData("fr", "2026-12-01T09:30+01:00", "mardi 1er décembre, 09h30–10h00 (Europe/Berlin)")]
    [InlineData("es", "2026-11-24T14:00+01:00", "martes 24 de noviembre, 14:00–14:30 (Europe/Berlin)")]
    [InlineData("pt", "2026-11-24T14:00+01:00", "terça-feira, 24 de novembro, 14:00–14:30 (Europe/Berlin)")]
    [InlineData("pt", "2026-11-01T14:00+01:00", "domingo, 1º de novembro, 14:00–14:30 (Europe/Berlin)")]
    public void A_slot_is_told_as_the_language_writes_dates_and_times(string language, string start, string text) =>
        Assert.Equal(text, SlotText.Describe(Slot(start), WallClock.For(null, "Europe/Berlin"), Shipped.Catalog.Texts[language]));

    [Theory]
    [InlineData("2026-03-29T00:59:59Z", "2026-03-29T01:59:59")]
    [InlineData("2026-03-29T01:00:00Z", "2026-03-29T03:00:00")]
    [InlineData("2026-10-25T00:30:00Z", "2026-10-25T02:30:00")]
    [InlineData("2026-10-25T01:30:00Z", "2026-10-25T02:30:00")]
    public void The_wall_clock_follows_the_zones_rules(string moment, string wall)
    {
        var shown = WallClock.For("Europe/Berlin", "UTC").At(At(moment));

        Assert.Equal((wall, DateTimeKind.Unspecified), (shown.ToString("s"), shown.Kind));
    }
}
