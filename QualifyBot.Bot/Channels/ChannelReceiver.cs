using QualifyBot.Bot.Storage;
using QualifyBot.Bot.Turns;
using QualifyBot.BotFramework.Authentication;
using QualifyBot.BotFramework.Http;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Bot.Channels;

/// <summary>Runs the turns of activities that channels post to /api/messages.</summary>
internal sealed class ChannelReceiver(TurnPipeline pipeline, PublicAddress address, TimeProvider clock) : IActivityReceiver
{
    // Channels give up after 10 to 15 s; a reply that is not through by then goes on without them.
    private static readonly TimeSpan DeliveryPatience = TimeSpan.FromSeconds(5);
    private static readonly ProtocolError Unavailable =
        new(503, "ServiceUnavailable", "The bot cannot reach its store now: send the same activity again.", TimeSpan.FromSeconds(2));

    /// <inheritdoc/>
    public async ValueTask<ReceiveResult> ReceiveAsync(Activity activity, CallerIdentity caller, CancellationToken cancellation)
    {
        var answersInBody = activity.DeliveryMode is DeliveryModes.ExpectReplies;
        try
        {
            var request = new TurnRequest(activity, answersInBody ? ReplyPath.Caller : ReplyPath.Connector, address.Url) { IsVouched = caller is CallerIdentity.Channel };
            var result = await pipeline.RunAsync(request, cancellation);
            return activity.Type is ActivityTypes.Invoke ? Invoked(result)
                : answersInBody ? ReceiveResult.Replies(result.Replies)
                : await WaitAsync(result.Delivered);
        }
        catch (StoreUnavailableException)
        {
            return ReceiveResult.Refused(Unavailable);
        }
    }

    private static ReceiveResult Invoked(TurnResult result) =>
        result.Invoked is { } response ? ReceiveResult.Invoked(response) : ReceiveResult.NotImplemented;

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
