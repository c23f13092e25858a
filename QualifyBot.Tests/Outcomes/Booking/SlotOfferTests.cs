using System.Globalization;
using QualifyBot.Bot.Outcomes.Booking;
using static QualifyBot.Tests.Outcomes.Booking.Calendars;

namespace QualifyBot.Tests.Outcomes.Booking;

public sealed class SlotOfferTests
{
    [Theory]
    [InlineData("23T09:00 23T09:30 23T14:00 24T09:00 24T13:00 25T09:00", 3, "23T09:00 24T13:00 25T09:00")]
    [InlineData("23T09:00 23T09:30 23T14:00 24T09:00 24T13:00 25T09:00", 1, "23T09:00")]
    [InlineData("23T09:00 23T09:30 23T14:00 24T09:00", 3, "23T09:00 23T14:00 24T09:00")]
    [InlineData("23T13:00 23T13:30 23T14:00 23T14:30 23T15:00 23T16:00", 3, "23T13:00 23T14:30 23T16:00")]
    [InlineData("23T09:00 23T09:30 23T10:00 23T11:30", 3, "23T09:00 23T09:30 23T11:30")]
    [InlineData("23T09:00 23T09:30", 3, "23T09:00 23T09:30")]
    [InlineData("23T09:00", 0, "")]
    [InlineData("", 3, "")]
    public void An_offer_is_spread_over_days_and_halves_of_days(string free, int count, string offer)
    {
        DemoSlot[] slots = [.. free.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(time => Slot($"2026-11-{time}+01:00"))];

        var offered = SlotOffer.First(slots, count);

        Assert.Equal(offer, string.Join(' ', offered.Select(slot => slot.Start.ToString("dd'T'HH:mm", CultureInfo.InvariantCulture))));
        Assert.Equal(offered, SlotOffer.First(slots, count));
    }
}
