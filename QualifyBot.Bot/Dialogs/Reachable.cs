using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Bot.Dialogs;

/// <summary>How a visitor can be written to unasked.</summary>
/// <param name="Reference">The conversation, as its latest activity told; it names no activity.</param>
/// <param name="ByLog">True where the visitor's page reads the log; else the channel takes messages at the serviceUrl.</param>
public sealed record Reachable(ConversationReference Reference, bool ByLog)
{
    /// <summary>The way to the sender of an activity, or null where there is none.</summary>
    public static Reachable? Of(Activity incoming, bool byLog)
    {
        if (!byLog && incoming.ServiceUrl is null)
        {
            return null;
        }

        var reference = incoming.GetConversationReference();
        reference.ActivityId = null;
        reference.Bot = new ChannelAccount(reference.Bot?.Id, reference.Bot?.Name, RoleTypes.Bot);
        return new Reachable(reference, byLog);
    }
}
