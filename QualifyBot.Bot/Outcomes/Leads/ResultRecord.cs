using System.Text.Json.Serialization;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Bot.Outcomes.Leads;

/// <summary>What became of a deal.</summary>
[JsonConverter(typeof(SnakeCaseEnum<DealStatus>))]
public enum DealStatus
{
    /// <summary>A deal is open: the lead is an opportunity.</summary>
    Open,

    /// <summary>They bought.</summary>
    Won,

    /// <summary>They did not buy.</summary>
    Lost,
}

/// <summary>The result of a lead, as the seller or the CRM told it.</summary>
/// <param name="Status">Open, won or lost.</param>
/// <param name="Reason">Why, in the teller's words, or null.</param>
/// <param name="On">The day on which it came about.</param>
/// <param name="At">When it was stored.</param>
public sealed record ResultRecord(DealStatus Status, string? Reason, DateOnly On, DateTimeOffset At);
