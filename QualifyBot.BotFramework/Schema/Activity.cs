using System.Text.Json;
using System.Text.Json.Serialization;

namespace QualifyBot.BotFramework.Schema;

/// <summary>
/// One thing said or done in a conversation, as the Bot Framework protocol puts it on the wire. Members that this type
/// does not name are kept in <see cref="Properties"/> and written back.
/// </summary>
public sealed partial class Activity
{
    /// <summary>One of <see cref="ActivityTypes"/>, or a type unknown here; never empty on a parsed activity.</summary>
    public string Type { get; set; } = "";

    /// <summary>Given by the channel; a bot's own activity has none before it is sent.</summary>
    public string? Id { get; set; }

    /// <summary>When it was sent, by the channel's clock.</summary>
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>When it was sent, by the sender's clock and offset.</summary>
    public DateTimeOffset? LocalTimestamp { get; set; }

    /// <summary>The sender's IANA time zone.</summary>
    public string? LocalTimezone { get; set; }

    /// <summary>Where replies go; it can change from turn to turn.</summary>
    public string? ServiceUrl { get; set; }

    /// <summary>One of <see cref="ChannelIds"/>, or another.</summary>
    public string? ChannelId { get; set; }

    public ChannelAccount? From { get; set; }

    public ConversationAccount? Conversation { get; set; }

    public ChannelAccount? Recipient { get; set; }

    /// <summary>One of <see cref="TextFormats"/>; null means markdown.</summary>
    public string? TextFormat { get; set; }

    /// <summary>"list" or "carousel"; null means list.</summary>
    public string? AttachmentLayout { get; set; }

    public IList<ChannelAccount>? MembersAdded { get; set; }

    public IList<ChannelAccount>? MembersRemoved { get; set; }

    public IList<MessageReaction>? ReactionsAdded { get; set; }

    public IList<MessageReaction>? ReactionsRemoved { get; set; }

    public string? TopicName { get; set; }

    public bool? HistoryDisclosed { get; set; }

    /// <summary>BCP 47 tag ("en-US").</summary>
    public string? Locale { get; set; }

    public string? Text { get; set; }

    /// <summary>What to say aloud, as plain text or SSML.</summary>
    public string? Speak { get; set; }

    /// <summary>One of <see cref="InputHints"/>.</summary>
    public string? InputHint { get; set; }

    public string? Summary { get; set; }

    public SuggestedActions? SuggestedActions { get; set; }

    public IList<Attachment>? Attachments { get; set; }

    public IList<Entity>? Entities { get; set; }

    /// <summary>The channel's own data, verbatim.</summary>
    public JsonElement? ChannelData { get; set; }

    public string? Action { get; set; }

    /// <summary>Id of the activity that this one answers.</summary>
    public string? ReplyToId { get; set; }

    public string? Label { get; set; }

    public string? ValueType { get; set; }

    /// <summary>What a button, event or invoke carries, verbatim.</summary>
    public JsonElement? Value { get; set; }

    /// <summary>The name of an event or invoke.</summary>
    public string? Name { get; set; }

    public ConversationReference? RelatesTo { get; set; }

    /// <summary>Why a conversation ended ("completedSuccessfully", "userCancelled" ...).</summary>
    public string? Code { get; set; }

    public DateTimeOffset? Expiration { get; set; }

    /// <summary>"low", "normal" or "high".</summary>
    public string? Importance { get; set; }

    /// <summary>One of <see cref="DeliveryModes"/>; null means normal.</summary>
    public string? DeliveryMode { get; set; }

    /// <summary>Who called, as authentication found out; what the wire says here must be overwritten.</summary>
    public string? CallerId { get; set; }

    /// <summary>Members that this type does not name, verbatim.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}
