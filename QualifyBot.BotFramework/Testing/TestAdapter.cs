using System.Globalization;
using QualifyBot.BotFramework.Schema;
using QualifyBot.BotFramework.Turns;

namespace QualifyBot.BotFramework.Testing;

/// <summary>An adapter without a channel: what the bot sends waits in a queue until a test takes it.</summary>
public sealed class TestAdapter : BotAdapter
{
    private int _nextId;

    /// <summary>An adapter that plays one of <see cref="ChannelIds"/>.</summary>
    public TestAdapter(string channelId = ChannelIds.Test) => Conversation = new ConversationReference
    {
        ChannelId = channelId,
        ServiceUrl = "https://test.example",
        User = new ChannelAccount("user1", "User1", RoleTypes.User),
        Bot = new ChannelAccount("bot", "Bot", RoleTypes.Bot),
        Conversation = new ConversationAccount { Id = "convo1" },
    };

    /// <summary>Who talks with whom, and where; its parts are put on activities that lack them.</summary>
    public ConversationReference Conversation { get; }

    /// <summary>The locale of messages made here.</summary>
    public string Locale { get; set; } = "en-US";

    /// <summary>What the bot sent and no test took yet.</summary>
    public Queue<Activity> ActiveQueue { get; } = new();

    /// <summary>The next activity that the bot sent, or null.</summary>
    public Activity? GetNextReply() => ActiveQueue.TryDequeue(out var reply) ? reply : null;

    /// <summary>A message from the user to the bot.</summary>
    public Activity MakeActivity(string? text = null) => new() { Type = ActivityTypes.Message, Text = text, Locale = Locale };

    /// <summary>Runs one turn of the bot with an activity from the user.</summary>
    public Task ProcessActivityAsync(Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken = default)
    {
        activity.Type = activity.Type.Length > 0 ? activity.Type : ActivityTypes.Message;
        activity.ChannelId ??= Conversation.ChannelId;
        activity.ServiceUrl ??= Conversation.ServiceUrl;
        activity.From ??= Conversation.User;
        activity.Recipient ??= Conversation.Bot;
        activity.Conversation ??= Conversation.Conversation;
        activity.Id ??= NextId();
        return callback(new TurnContext(this, activity), cancellationToken);
    }

    /// <summary>Runs one turn of the bot with a text from the user.</summary>
    public Task SendTextToBotAsync(string userSays, BotCallbackHandler callback, CancellationToken cancellationToken = default) =>
        ProcessActivityAsync(MakeActivity(userSays), callback, cancellationToken);

    /// <inheritdoc/>
    public override Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, IReadOnlyList<Activity> activities, CancellationToken cancellationToken)
    {
        var responses = new ResourceResponse[activities.Count];
        for (var i = 0; i < responses.Length; i++)
        {
            activities[i].Id ??= NextId();
            ActiveQueue.Enqueue(activities[i]);
            responses[i] = new ResourceResponse(activities[i].Id);
        }

        return Task.FromResult(responses);
    }

    /// <inheritdoc/>
    public override Task<ResourceResponse?> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        Requeue(activity.Id, activity);
        return Task.FromResult<ResourceResponse?>(new ResourceResponse(activity.Id));
    }

    /// <inheritdoc/>
    public override Task DeleteActivityAsync(
        ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        Requeue(reference.ActivityId, null);
        return Task.CompletedTask;
    }

    private void Requeue(string? id, Activity? replacement)
    {
        for (var count = ActiveQueue.Count; count > 0; count--)
        {
            var activity = ActiveQueue.Dequeue();
            var kept = string.Equals(activity.Id, id, StringComparison.Ordinal) ? replacement : activity;
            if (kept is not null)
            {
                ActiveQueue.Enqueue(kept);
            }
        }
    }

    private string NextId() => (_nextId++).ToString(CultureInfo.InvariantCulture);
}
