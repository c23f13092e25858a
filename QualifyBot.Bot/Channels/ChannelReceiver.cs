using QualifyBot.Bot.Storage;
using QualifyBot.Bot.Turns;
using QualifyBot.BotFramework.Authentication;
using QualifyBot.BotFramework.Http;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Bot.Channels;

/// <summary>Runs the turns of activities that channels post to /api/messages.</summary>
internal sealed class ChannelReceiver(TurnPipeline pipeline, TypingSign typing, PublicAddress address, TimeProvider clock) : IActivityReceiver
{
    // Channels give up after 10 to 15 s; a reply that is not through by then goes on without them.
    private static readonly TimeSpan DeliveryPatience = TimeSpan.FromSeconds(5);
    private static readonly ProtocolError Unavailable =
        new(503, "ServiceUnavailable", "The bot cannot reach its store now: send the same activity again.", TimeSpan.FromSeconds(2));

    /// <inheritdoc/>
    public async ValueTask<ReceiveResult> ReceiveAsync(Activity activity, CallerIdentity caller, CancellationToken cancellation)
    {
        if (IsForOthers(activity))
        {
            return ReceiveResult.Done;
        }

        activity.RemoveRecipientMention();
        var answersInBody = activity.DeliveryMode is DeliveryModes.ExpectReplies;
        if (caller is CallerIdentity.OtherBot)
        {
            // Nothing is ever sent to another bot on our own account.
            activity.ServiceUrl = null;
        }

        try
        {
            var request = new TurnRequest(activity, answersInBody ? ReplyPath.Caller : ReplyPath.Connector, address.Url) { IsVouched = caller is CallerIdentity.Channel };
            var turn = pipeline.RunAsync(request, cancellation);
            var result = answersInBody || turn.IsCompleted ? await turn : await typing.WhileAsync(turn.AsTask(), activity, cancellation);
            return activity.Type is ActivityTypes.Invoke ? Invoked(result)
                : answersInBody ? ReceiveResult.Replies(result.Replies)
                : await WaitAsync(result.Delivered);
        }
        catch (StoreUnavailableException)
        {
            return ReceiveResult.Refused(Unavailable);
        }
    }

    // In a group people talk with each other: what does not address the bot is neither answered nor kept. A click on its card does address it.
    private static bool IsForOthers(Activity activity) =>
        activity is { Type: ActivityTypes.Message or ActivityTypes.MessageUpdate, IsInGroup: true, Value: null } && !activity.MentionsRecipient();

    private static ReceiveResult Invoked(TurnResult result) =>
        result.Invoked is { } response ? ReceiveResult.Invoked(response)
        : result.Repeated ? ReceiveResult.Done
        : ReceiveResult.NotImplemented;

    private async ValueTask<ReceiveResult> WaitAsync(Task delivered)
    {
        if (delivered.IsCompleted)
        {
            return ReceiveResult.Done;
        }

        try
        {
            await delivered.WaitAsync(DeliveryPatience, clock);
            return ReceiveResult.Done;
        }
        catch (TimeoutException)
        {
            return ReceiveResult.Accepted;
        }
    }
}
