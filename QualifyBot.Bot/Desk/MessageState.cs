using System.Text.Json.Serialization;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Bot.Desk;

/// <summary>Where a message to a visitor is.</summary>
[JsonConverter(typeof(SnakeCaseEnum<MessageState>))]
public enum MessageState
{
    /// <summary>The channel took it, or the visitor's page shows it when it is open.</summary>
    Sent,

    /// <summary>It is on its way: the channel has not taken it yet, and it is tried again.</summary>
    Waiting,

    /// <summary>No channel took it; it stands in the outbox.</summary>
    Undelivered,

    /// <summary>It is forgotten.</summary>
    Dropped,
}
