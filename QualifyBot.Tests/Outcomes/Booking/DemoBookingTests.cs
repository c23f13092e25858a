using System.Text.Json;
using System.Text.Json.Serialization;
using QualifyBot.Bot.Outcomes.Booking;
using static QualifyBot.Tests.Outcomes.Booking.Calendars;

namespace QualifyBot.Tests.Outcomes.Booking;

public sealed partial class DemoBookingTests
{
    private static readonly DemoBooking Booking = DemoBooking.Create(Slot("2026-11-24T14:00+01:00"), "lead-1", "secret");

    [Fact]
    public void A_booking_made_twice_is_one_calendar_entry()
    {
        Assert.Equal(Booking, DemoBooking.Create(Slot("2026-11-24T13:00Z"), "lead-1", "secret"));
        Assert.NotEqual(Booking.Uid, DemoBooking.Create(Slot("2026-11-24T14:00+01:00"), "lead-2", "secret").Uid);
        Assert.NotEqual(Booking.Uid, DemoBooking.Create(Slot("2026-11-24T14:30+01:00"), "lead-1", "secret").Uid);
        Assert.DoesNotContain("lead", Booking.Uid, StringComparison.Ordinal);
    }

    [Fact]
    public void A_booking_that_moves_stays_the_same_entry()
    {
        var moved = Booking.MovedTo(Slot("2026-11-25T09:00+01:00"));

        Assert.Equal((Booking.Uid, 1, Slot("2026-11-25T09:00+01:00")), (moved.Uid, moved.Sequence, moved.Slot));
        Assert.Equal(2, moved.MovedTo(Booking.Slot).Sequence);
    }

    [Fact]
    public void A_booking_survives_storage() =>
        Assert.Equal(Booking, JsonSerializer.Deserialize(JsonSerializer.Serialize(Booking, Json.Default.DemoBooking), Json.Default.DemoBooking));

    [JsonSerializable(typeof(DemoBooking))]
    private sealed partial class Json : JsonSerializerContext;
}
