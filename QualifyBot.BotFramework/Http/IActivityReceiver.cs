using QualifyBot.BotFramework.Authentication;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.BotFramework.Http;

/// <summary>Runs the turn of an activity that came in: the border between the protocol and the bot.</summary>
public interface IActivityReceiver
{
    /// <summary>
    /// Runs the turn. The activity is authenticated and has a type, channelId, conversation.id, from.id and, unless its replies go
    /// into the answer, a serviceUrl that may be sent to.
    /// </summary>
    /// <param name="activity">The receiver's own from here on.</param>
    /// <param name="caller">Who sent it.</param>
    /// <param name="cancellation">Cancelled when the caller hung up.</param>
    ValueTask<ReceiveResult> ReceiveAsync(Activity activity, CallerIdentity caller, CancellationToken cancellation);
}
