using System.Text.Json.Serialization;

namespace QualifyBot.Bot.Outcomes.Leads;

/// <summary>How a lead's talk stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LeadStatus>))]
public enum LeadStatus
{
    /// <summary>The talk goes on.</summary>
    Open,

    /// <summary>The visitor left before the end.</summary>
    Abandoned,

    /// <summary>A demo is booked.</summary>
    Booked,

    /// <summary>A follow-up was offered; whether it was agreed to stands in the consent.</summary>
    Nurtured,

    /// <summary>A human takes over.</summary>
    HandedOff,

    /// <summary>There is no fit.</summary>
    Disqualified,
}
