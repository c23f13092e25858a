namespace QualifyBot.Bot.Outcomes.Booking;

/// <summary>Chooses what to offer when much is free.</summary>
public static class SlotOffer
{
    private static readonly TimeSpan FarApart = TimeSpan.FromMinutes(90);

    /// <summary>
    /// The earliest slot, and more that differ from those before: another day counts most, then another half of the day, then
    /// a good while between. The same slots give the same offer.
    /// </summary>
    /// <param name="free">Slots, earliest first.</param>
    /// <param name="count">How many to offer at most, 0 or more.</param>
    public static IReadOnlyList<DemoSlot> First(IReadOnlyList<DemoSlot> free, int count)
    {
        var offer = new List<DemoSlot>();
        while (offer.Count < Math.Min(count, free.Count))
        {
            offer.Add(offer.Count == 0 ? free[0] : free.MaxBy(slot => Difference(slot, offer))!);
        }

        offer.Sort((a, b) => a.Start.CompareTo(b.Start));
        return offer;
    }

    private static int Difference(DemoSlot slot, List<DemoSlot> offer)
    {
        if (offer.Contains(slot))
        {
            return -1;
        }

        var anotherDay = offer.TrueForAll(other => other.Start.Date != slot.Start.Date);
        var anotherHalf = offer[^1].Start.Hour < 12 != slot.Start.Hour < 12;
        var apart = offer.TrueForAll(other => (other.Start - slot.Start).Duration() >= FarApart);
        return (anotherDay ? 4 : 0) + (anotherHalf ? 2 : 0) + (apart ? 1 : 0);
    }
}
