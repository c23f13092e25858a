using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using QualifyBot.Bot;
using QualifyBot.Bot.Dialogs;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Bot.Storage;
using QualifyBot.Bot.Turns;
using QualifyBot.BotFramework.Authentication;
using QualifyBot.BotFramework.Http;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Tests.Support;

/// <summary>
/// Plays talks turn by turn, through the pipeline and a store in memory. A turn follows from what is stored, so before each the store is given what
/// the scene before had: from one scene a talk can go on in many ways.
/// </summary>
public sealed class Theatre : IAsyncLifetime
{
    private static readonly CallerIdentity Caller = new CallerIdentity.Local();

    // Scenes may be gone on from in another theatre, where an id that came before would be a repeated activity.
    private static int activities;

    private WebApplication app = null!;

    /// <summary>Somebody opens the page.</summary>
    internal Task<Scene> JoinAsync(string playbook) => PlayAsync(new Scene(playbook, null, null, null), activity =>
    {
        activity.Type = ActivityTypes.ConversationUpdate;
        activity.MembersAdded = [activity.From!];
    });

    /// <summary>Somebody writes.</summary>
    internal Task<Scene> SayAsync(Scene scene, string words) => PlayAsync(scene, activity => activity.Text = words);

    /// <summary>Somebody writes all of it, one after the other.</summary>
    internal async Task<Scene> SayAllAsync(Scene scene, params IEnumerable<string> words)
    {
        foreach (var text in words)
        {
            scene = await SayAsync(scene, text);
        }

        return scene;
    }

    /// <summary>Somebody sends what <paramref name="shape"/> makes of a message.</summary>
    internal async Task<Scene> PlayAsync(Scene scene, Action<Activity> shape)
    {
        var activity = NewActivity(scene.Playbook);
        shape(activity);
        var key = new ConversationKey(activity.ChannelId!, activity.Conversation!.Id!);
        var store = app.Services.GetRequiredService<IStore>();
        await PutAsync(store, key, scene);
        var result = await app.Services.GetRequiredService<IActivityReceiver>().ReceiveAsync(activity, Caller, CancellationToken.None);
        Assert.Equal(200, result.Status);
        var replies = JsonSerializer.Deserialize(result.Body.Span, BotFrameworkJsonContext.Wire.ExpectedReplies)!.Activities!;
        Assert.True(replies.Count <= 1, "A turn answers with one message.");
        var stored = await store.GetAsync([new(key.Partition, key.State), new(key.Partition, key.Lead)], CancellationToken.None);
        return scene with
        {
            Conversation = stored[0] is { } state ? JsonSerializer.Deserialize(state.Data.Span, DialogsJsonContext.Default.ConversationRecord) : null,
            Lead = stored[1] is { } lead ? JsonSerializer.Deserialize(lead.Data.Span, DialogsJsonContext.Default.LeadRecord) : null,
            Reply = replies.Count == 0 ? null : Reply.Of(replies[0]),
        };
    }

    public async Task InitializeAsync() => app = await QualifyBotHost.BuildAsync(
        ["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None", "--Storage:Path", ":memory:"], new MovedClock());

    public async Task DisposeAsync() => await app.DisposeAsync();

    private static async Task PutAsync(IStore store, ConversationKey key, Scene scene)
    {
        StoreChange state = scene.Conversation is { } conversation
            ? new StoreChange.Put(key.State, JsonSerializer.SerializeToUtf8Bytes(conversation, DialogsJsonContext.Default.ConversationRecord), null)
            : new StoreChange.Delete(key.State);
        StoreChange lead = scene.Lead is { } known
            ? new StoreChange.Put(key.Lead, JsonSerializer.SerializeToUtf8Bytes(known, DialogsJsonContext.Default.LeadRecord), null)
            : new StoreChange.Delete(key.Lead);
        Assert.True(await store.CommitAsync(key.Partition, [state, lead], CancellationToken.None));
    }

    private static Activity NewActivity(string playbook) => new()
    {
        Type = ActivityTypes.Message,
        Id = string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref activities)}"),
        ChannelId = ChannelIds.Emulator,
        Conversation = new ConversationAccount { Id = playbook },
        From = new ChannelAccount("visitor"),
        Recipient = new ChannelAccount("bot"),
        LocalTimezone = "Europe/Berlin",
        DeliveryMode = DeliveryModes.ExpectReplies,
        ChannelData = JsonElement.Parse($$"""{"playbook":"{{playbook}}"}"""),
    };
}

/// <summary>A moment of a talk.</summary>
/// <param name="Playbook">Id of its playbook.</param>
/// <param name="Conversation">What is stored of the conversation, or null.</param>
/// <param name="Lead">What is stored of the lead, or null.</param>
/// <param name="Reply">What the bot said last, or null.</param>
internal sealed record Scene(string Playbook, ConversationRecord? Conversation, LeadRecord? Lead, Reply? Reply)
{
    /// <summary>The question that waits for its answer, or null.</summary>
    public OpenQuestion? Open => Conversation is { Dialogs.DialogStack.Count: > 0 } ? Conversation.Open : null;
}
