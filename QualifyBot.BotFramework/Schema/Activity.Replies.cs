namespace QualifyBot.BotFramework.Schema;

public sealed partial class Activity
{
    /// <summary>A message with no words yet.</summary>
    public static Activity CreateMessageActivity() => new() { Type = ActivityTypes.Message };

    public static Activity CreateTypingActivity() => new() { Type = ActivityTypes.Typing };

    public static Activity CreateEventActivity() => new() { Type = ActivityTypes.Event };

    public static Activity CreateEndOfConversationActivity() => new() { Type = ActivityTypes.EndOfConversation };

    /// <summary>A message back to the sender, in answer to this activity.</summary>
    public Activity CreateReply(string? text = null, string? locale = null)
    {
        var reply = new Activity { Type = ActivityTypes.Message, Text = text ?? "", Locale = locale ?? Locale };
        return reply.ApplyConversationReference(GetConversationReference());
    }

    /// <summary>Where this activity belongs, seen from the bot that received it.</summary>
    public ConversationReference GetConversationReference() => new()
    {
        ActivityId = CanBeRepliedTo ? Id : null,
        User = From,
        Bot = Recipient,
        Conversation = Conversation,
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
    };

    /// <summary>Addresses this activity: to the user as a reply, or (<paramref name="isIncoming"/>) to the bot.</summary>
    /// <returns>This activity.</returns>
    public Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false)
    {
        ChannelId = reference.ChannelId;
        ServiceUrl = reference.ServiceUrl;
        Conversation = reference.Conversation;
        Locale ??= reference.Locale;
        (From, Recipient) = isIncoming ? (reference.User, reference.Bot) : (reference.Bot, reference.User);
        if (isIncoming)
        {
            Id = reference.ActivityId ?? Id;
        }
        else
        {
            ReplyToId = reference.ActivityId ?? ReplyToId;
        }

        return this;
    }

    /// <summary>A copy that shares the parts of this activity.</summary>
    public Activity Clone() => (Activity)MemberwiseClone();

    // Direct Line never shows a conversationUpdate, so Web Chat would hold back a reply to it until it times out.
    // A continuation was made here, so that no channel knows its id.
    private bool CanBeRepliedTo =>
        (Type is not ActivityTypes.ConversationUpdate || ChannelId is not (ChannelIds.Directline or ChannelIds.Webchat))
        && this is not { Type: ActivityTypes.Event, Name: ActivityEventNames.ContinueConversation };
}
