using QualifyBot.BotFramework.Schema;

namespace QualifyBot.BotFramework.Turns;

/// <summary>One turn: the activity that came in, and the way to answer it.</summary>
public interface ITurnContext
{
    /// <summary>What sends; it may buffer until the turn is committed, so nothing here waits for a network.</summary>
    BotAdapter Adapter { get; }

    /// <summary>The activity that came in.</summary>
    Activity Activity { get; }

    /// <summary>Things that live as long as the turn.</summary>
    TurnState TurnState { get; }

    /// <summary>True once anything other than a trace was sent.</summary>
    bool Responded { get; }

    /// <summary>Says a text.</summary>
    Task<ResourceResponse?> SendActivityAsync(
        string textReplyToSend, string? speak = null, string inputHint = InputHints.AcceptingInput, CancellationToken cancellationToken = default);

    /// <summary>Sends an activity, addressed as a reply to the one that came in.</summary>
    /// <returns>What the adapter knows of it; null if a handler held it back.</returns>
    Task<ResourceResponse?> SendActivityAsync(Activity activity, CancellationToken cancellationToken = default);

    /// <summary>Sends activities in their order.</summary>
    Task<ResourceResponse[]> SendActivitiesAsync(IReadOnlyList<Activity> activities, CancellationToken cancellationToken = default);

    /// <summary>Puts an activity in the place of the one sent before under the same id.</summary>
    Task<ResourceResponse?> UpdateActivityAsync(Activity activity, CancellationToken cancellationToken = default);

    /// <summary>Takes back an activity sent before.</summary>
    Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default);

    /// <summary>Adds a handler that sees, changes or holds back what is sent; handlers run in the order they were added.</summary>
    ITurnContext OnSendActivities(SendActivitiesHandler handler);
}

/// <summary>Sees what is about to be sent; it may change the list, and calls <paramref name="next"/> to let it pass.</summary>
public delegate Task<ResourceResponse[]> SendActivitiesHandler(
    ITurnContext turnContext, List<Activity> activities, Func<Task<ResourceResponse[]>> next);
