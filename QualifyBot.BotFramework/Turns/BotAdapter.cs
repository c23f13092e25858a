using QualifyBot.BotFramework.Schema;

namespace QualifyBot.BotFramework.Turns;

/// <summary>What carries a bot's activities to its channel.</summary>
public abstract class BotAdapter
{
    /// <summary>Sends activities in their order, or keeps them until they may be sent.</summary>
    /// <returns>One response for each activity, in the same order; its id is null where the channel has not given one yet.</returns>
    public abstract Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, IReadOnlyList<Activity> activities, CancellationToken cancellationToken);

    /// <summary>Puts an activity in the place of the one sent before under the same id.</summary>
    public abstract Task<ResourceResponse?> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken);

    /// <summary>Takes back the activity that the reference names.</summary>
    public abstract Task DeleteActivityAsync(
        ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken);

    /// <summary>Runs a turn that the bot itself starts in a conversation it had before, so that it can say something unasked.</summary>
    /// <param name="reference">The conversation; see <see cref="Activity.GetConversationReference"/>.</param>
    /// <param name="callback">What is done in the turn.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public virtual Task ContinueConversationAsync(ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken = default) =>
        callback(new TurnContext(this, reference.GetContinuationActivity()), cancellationToken);
}
