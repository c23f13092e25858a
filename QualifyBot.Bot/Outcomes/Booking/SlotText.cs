using System.Globalization;

namespace QualifyBot.Bot.Outcomes.Booking;

/// <summary>A slot in words.</summary>
public static class SlotText
{
    /// <summary>"Tuesday 24 November, 14:00-14:30 (Europe/Berlin)", by the visitor's clock.</summary>
    public static string Describe(DemoSlot slot, WallClock visitor) => string.Create(
        CultureInfo.InvariantCulture,
        $"{visitor.At(slot.Start):dddd d MMMM, HH:mm}-{visitor.At(slot.End):HH:mm} ({visitor.Zone})");
}
