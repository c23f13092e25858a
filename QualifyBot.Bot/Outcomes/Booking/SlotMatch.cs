namespace QualifyBot.Bot.Outcomes.Booking;

/// <summary>What free slots the visitor's words lead to: a closed union.</summary>
public abstract record SlotMatch
{
    private SlotMatch()
    {
    }

    /// <summary>The words name this slot and no other.</summary>
    public sealed record Exact(DemoSlot Slot) : SlotMatch;

    /// <summary>The words leave a choice: one to three slots to offer, earliest first.</summary>
    public sealed record Several(IReadOnlyList<DemoSlot> Slots) : SlotMatch;

    /// <summary>Nothing fits the words; the nearest slots, at most three, earliest first.</summary>
    public sealed record None(IReadOnlyList<DemoSlot> Nearest) : SlotMatch;
}
