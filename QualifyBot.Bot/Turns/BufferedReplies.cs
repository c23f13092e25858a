using QualifyBot.BotFramework.Schema;
using QualifyBot.BotFramework.Turns;

namespace QualifyBot.Bot.Turns;

/// <summary>The adapter of a turn: keeps what the bot sends until the turn is committed.</summary>
internal sealed class BufferedReplies : BotAdapter
{
    private readonly List<Activity> replies = [];

    /// <summary>What was sent, in order, without traces on channels other than the Emulator.</summary>
    public IReadOnlyList<Activity> Replies => replies;

    /// <summary>The answer to an invoke, or null.</summary>
    public InvokeResponse? Invoked { get; private set; }

    /// <inheritdoc/>
    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, IReadOnlyList<Activity> activities, CancellationToken cancellationToken)
    {
        foreach (var activity in activities)
        {
            if (activity.Type is ActivityTypes.InvokeResponse)
            {
                Invoked = InvokeResponse.From(activity);
            }
            else if (activity.Type is not ActivityTypes.Trace || turnContext.Activity.ChannelId is ChannelIds.Emulator)
            {
                activity.Id = null;
                replies.Add(activity);
            }
        }

        return Task.FromResult(Enumerable.Range(0, activities.Count).Select(_ => new ResourceResponse()).ToArray());
    }

    /// <inheritdoc/>
    public override Task<ResourceResponse?> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A turn buffers what it sends, so it cannot change what was sent before.");

    /// <inheritdoc/>
    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A turn buffers what it sends, so it cannot take back what was sent before.");
}
