using QualifyBot.Qualification.Lifecycle;

namespace QualifyBot.Bot.Outcomes.Leads;

/// <summary>The result of a lead, as the seller or the CRM told it.</summary>
/// <param name="Status">Open, won or lost.</param>
/// <param name="Reason">Why, in the teller's words, or null.</param>
/// <param name="On">The day on which it came about.</param>
/// <param name="At">When it was stored.</param>
public sealed record ResultRecord(DealStatus Status, string? Reason, DateOnly On, DateTimeOffset At);
