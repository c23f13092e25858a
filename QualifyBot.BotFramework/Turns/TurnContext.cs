using QualifyBot.BotFramework.Schema;

namespace QualifyBot.BotFramework.Turns;

/// <inheritdoc/>
public sealed class TurnContext(BotAdapter adapter, Activity activity) : ITurnContext
{
    private readonly List<SendActivitiesHandler> _onSend = [];

    /// <inheritdoc/>
    public BotAdapter Adapter { get; } = adapter;

    /// <inheritdoc/>
    public Activity Activity { get; } = activity;

    /// <inheritdoc/>
    public TurnState TurnState { get; } = new();

    /// <inheritdoc/>
    public bool Responded { get; private set; }

    /// <inheritdoc/>
    public Task<ResourceResponse?> SendActivityAsync(
        string textReplyToSend, string? speak = null, string inputHint = InputHints.AcceptingInput, CancellationToken cancellationToken = default) =>
        SendActivityAsync(MessageFactory.Text(textReplyToSend, speak, inputHint), cancellationToken);

    /// <inheritdoc/>
    public async Task<ResourceResponse?> SendActivityAsync(Activity activity, CancellationToken cancellationToken = default)
    {
        var responses = await SendActivitiesAsync([activity], cancellationToken);
        return responses.Length > 0 ? responses[0] : null;
    }

    /// <inheritdoc/>
    public Task<ResourceResponse[]> SendActivitiesAsync(IReadOnlyList<Activity> activities, CancellationToken cancellationToken = default)
    {
        var reference = Activity.GetConversationReference();
        var outgoing = new List<Activity>(activities.Count);
        foreach (var reply in activities)
        {
            reply.ApplyConversationReference(reference);
            if (reply.Type is ActivityTypes.Message)
            {
                reply.InputHint ??= InputHints.AcceptingInput;
            }

            outgoing.Add(reply);
        }

        return SendPastHandlersAsync(0, outgoing, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ResourceResponse?> UpdateActivityAsync(Activity activity, CancellationToken cancellationToken = default) =>
        Adapter.UpdateActivityAsync(this, activity.ApplyConversationReference(Activity.GetConversationReference()), cancellationToken);

    /// <inheritdoc/>
    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default)
    {
        var reference = Activity.GetConversationReference();
        reference.ActivityId = activityId;
        return Adapter.DeleteActivityAsync(this, reference, cancellationToken);
    }

    /// <inheritdoc/>
    public ITurnContext OnSendActivities(SendActivitiesHandler handler)
    {
        _onSend.Add(handler);
        return this;
    }

    private Task<ResourceResponse[]> SendPastHandlersAsync(int handler, List<Activity> activities, CancellationToken cancellationToken)
    {
        if (handler < _onSend.Count)
        {
            return _onSend[handler](this, activities, () => SendPastHandlersAsync(handler + 1, activities, cancellationToken));
        }

        Responded |= activities.Exists(a => a.Type is not ActivityTypes.Trace);
        return Adapter.SendActivitiesAsync(this, activities, cancellationToken);
    }
}
