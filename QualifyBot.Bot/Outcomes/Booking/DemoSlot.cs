namespace QualifyBot.Bot.Outcomes.Booking;

/// <summary>One meeting that can be had with one representative. The offsets are those of the business's time zone.</summary>
/// <param name="Rep">The representative's name, as configured.</param>
/// <param name="Start">When it starts.</param>
/// <param name="End">When it ends, after <paramref name="Start"/>.</param>
public sealed record DemoSlot(string Rep, DateTimeOffset Start, DateTimeOffset End);
