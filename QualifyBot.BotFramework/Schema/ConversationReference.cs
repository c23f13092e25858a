namespace QualifyBot.BotFramework.Schema;

/// <summary>A point in a conversation to which a bot can send.</summary>
public sealed class ConversationReference
{
    public string? ActivityId { get; set; }

    public ChannelAccount? User { get; set; }

    public ChannelAccount? Bot { get; set; }

    public ConversationAccount? Conversation { get; set; }

    public string? ChannelId { get; set; }

    public string? Locale { get; set; }

    public string? ServiceUrl { get; set; }

    /// <summary>The activity by which a turn begins that the bot itself starts: an event towards the bot, in this conversation.</summary>
    public Activity GetContinuationActivity() => new Activity
    {
        Type = ActivityTypes.Event,
        Name = ActivityEventNames.ContinueConversation,
        Id = Guid.NewGuid().ToString(),
        RelatesTo = this,
    }.ApplyConversationReference(this, isIncoming: true);
}
