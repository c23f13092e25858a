using QualifyBot.Bot.Dialogs;
using QualifyBot.Bot.Extraction;
using QualifyBot.Bot.Playbooks;
using QualifyBot.BotFramework.Schema;
using QualifyBot.BotFramework.Turns;

namespace QualifyBot.Bot.Turns;

/// <summary>
/// Plays the beginning of a talk to itself once at the start, so that the first visitor does not wait for word lists to load and code to compile.
/// It reads by rules alone and never commits, so it asks no model and leaves nothing in the store.
/// </summary>
internal sealed class Rehearsal(MainDialog main, Talks talks, RetentionOptions retention, TimeProvider clock) : BackgroundService
{
    private const string Stage = "rehearsal";
    private static readonly string[] Lines = ["Hello", "we copy too much by hand, and we have about 40k a year for it", "next month"];

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var bot = new LeadBot(new Listening(new MessageReader()), main, new Phrasing(), VisitRules.None);
        var key = new ConversationKey(Stage, Stage);
        var stored = new StoredTalk(null, 0, null, 0);
        foreach (var line in Lines)
        {
            stored = await PlayAsync(bot, key, stored, new TurnRequest(Message(line), ReplyPath.Log, null), stoppingToken);
        }
    }

    private async Task<StoredTalk> PlayAsync(LeadBot bot, ConversationKey key, StoredTalk stored, TurnRequest request, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var talk = talks.Open(key, stored, request, now);
        var sent = new BufferedReplies();
        var context = new TurnContext(sent, request.Activity);
        context.TurnState.Set(talk);
        await bot.OnTurnAsync(context, cancellation);
        new TurnCommit(key, stored, request, now, retention).Write(talk, sent.Replies);
        return new StoredTalk(talk.Conversation, 0, talk.Lead, 0);
    }

    private static Activity Message(string text) => new()
    {
        Type = ActivityTypes.Message,
        Text = text,
        ChannelId = Stage,
        Conversation = new ConversationAccount { Id = Stage },
        From = new ChannelAccount("visitor"),
        Recipient = new ChannelAccount("bot"),
    };
}
