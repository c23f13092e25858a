using System.Text.Json;
using QualifyBot.Bot.Dialogs;
using QualifyBot.Bot.Storage;
using QualifyBot.BotFramework.Schema;
using QualifyBot.BotFramework.Turns;

namespace QualifyBot.Bot.Turns;

/// <summary>
/// Starts turns in stored conversations, so that the bot can say something unasked: on the newest address that the visitor wrote from, in order with
/// all other replies, in one commit with the state.
/// </summary>
internal sealed class TalkAdapter(TurnPipeline pipeline, IStore store, TalkOptions options) : BotAdapter
{
    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The conversation is not stored, or its channel takes nothing unasked.</exception>
    public override async Task ContinueConversationAsync(ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken = default)
    {
        var activity = reference.GetContinuationActivity();
        _ = await SayAsync(ConversationKey.Of(activity), activity.Id!, callback, cancellationToken)
            ?? throw new InvalidOperationException("This conversation is not stored, or its visitor cannot be written to unasked.");
    }

    /// <summary>Runs a turn that nobody asked for.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="id">Its own for what is to be said: under one id it is said once, however often this is called.</param>
    /// <param name="callback">What is done in the turn; one that says nothing changes nothing.</param>
    /// <param name="cancellation">Stops the wait.</param>
    /// <returns>What came of it; null where the visitor cannot be written to.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was done, or it is not known whether; the same may be called again.</exception>
    public async ValueTask<TurnResult?> SayAsync(ConversationKey key, string id, BotCallbackHandler callback, CancellationToken cancellation)
    {
        if (await ReachAsync(store, key, cancellation) is not { } reach)
        {
            return null;
        }

        var activity = reach.Reference.GetContinuationActivity();
        activity.Id = id;
        var path = reach.ByLog ? ReplyPath.Log : ReplyPath.Connector;
        return await pipeline.RunAsync(new TurnRequest(activity, path, options.PublicUrl?.TrimEnd('/')) { Unasked = callback }, cancellation);
    }

    /// <summary>How the visitor of a stored conversation can be written to; null where there is no way.</summary>
    public static async ValueTask<Reachable?> ReachAsync(IStore store, ConversationKey key, CancellationToken cancellation)
    {
        try
        {
            return (await store.GetAsync([new StoreKey(key.Partition, key.State)], cancellation))[0] is { } document
                ? JsonSerializer.Deserialize(document.Data.Span, DialogsJsonContext.Default.ConversationRecord)?.Reach
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Sends activities in a turn of their own.</summary>
    public override async Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, IReadOnlyList<Activity> activities, CancellationToken cancellationToken)
    {
        ResourceResponse[] responses = [];
        await ContinueConversationAsync(turnContext.Activity.GetConversationReference(), async (context, stop) => responses = await context.SendActivitiesAsync(activities, stop), cancellationToken);
        return responses;
    }

    /// <inheritdoc/>
    public override Task<ResourceResponse?> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
        throw new NotSupportedException("What was sent stands in the log, and is not changed any more.");

    /// <inheritdoc/>
    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
        throw new NotSupportedException("What was sent stands in the log, and is not taken back any more.");
}
