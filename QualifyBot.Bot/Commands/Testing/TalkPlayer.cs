using System.Globalization;
using System.Text.Json;
using QualifyBot.Bot.Desk;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Bot.Playbooks;
using QualifyBot.Bot.Storage;
using QualifyBot.Bot.Turns;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Bot.Commands.Testing;

/// <summary>Plays the turns of one talk through the real turn pipeline.</summary>
internal sealed class TalkPlayer : IAsyncDisposable
{
    private const string Conversation = "talk";
    private const string PublicUrl = "https://bot.example";

    private readonly TalkFile talk;
    private readonly string playbook;
    private readonly TalkStage stage;
    private readonly ConversationKey key;
    private IReadOnlyList<Activity> lastReplies = [];
    private Activity? last;
    private int count;

    public TalkPlayer(TestHouse house, PlaybookCatalog catalog, TalkFile talk, string playbook)
    {
        (this.talk, this.playbook) = (talk, playbook);
        stage = new TalkStage(house, catalog, talk.Now, talk.Model);
        key = new ConversationKey(talk.Channel, Conversation);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => stage.DisposeAsync();

    /// <summary>Plays one turn.</summary>
    public async Task<TurnSeen> PlayAsync(TalkTurn turn)
    {
        count++;
        if (turn.At is { } time)
        {
            stage.Clock.Set(time);
        }

        stage.Clock.Move(turn.After);
        stage.Watch.Begin();
        stage.Model.Reply = turn.Model;
        var (replies, problem) = turn.Deed switch
        {
            TurnDeed.Waits => ([], null),
            TurnDeed.Signals(var kind) => ([], await SignalAsync(kind)),
            TurnDeed.Clicks(var title) when ReplyParts.Click(lastReplies, title) is null =>
                ([], $"The last reply has no button '{title}'; it has: {string.Join(" | ", lastReplies.SelectMany(ReplyParts.Buttons))}."),
            _ => await SendAsync(turn.Deed),
        };
        return await SeeAsync(turn.Deed, replies, problem);
    }

    private async Task<(IReadOnlyList<Activity> Replies, string? Problem)> SendAsync(TurnDeed deed)
    {
        last = deed is TurnDeed.SendsAgain && last is not null ? Copy(last) : Create(deed);
        var result = await stage.Get<TurnPipeline>().RunAsync(new TurnRequest(Copy(last), ReplyPath.Caller, talk.Channel is "terminal" ? null : PublicUrl), CancellationToken.None);
        await result.Delivered;
        if (result.Repeated)
        {
            return ([], null);
        }

        lastReplies = [.. result.Replies.Select(Parse)];
        return (lastReplies, stage.Watch.Failure is { } failure ? $"The turn broke: {failure}" : null);
    }

    private async Task<string?> SignalAsync(string kind)
    {
        var signal = JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["id"] = string.Create(CultureInfo.InvariantCulture, $"s{count}"), ["kind"] = kind }, TestingJsonContext.Default.DictionaryStringString);
        var (answer, wrong) = await stage.Get<SignalInbox>().TakeAsync(key.LeadId, signal, CancellationToken.None);
        return answer is null ? wrong?.Message ?? "There is no lead yet that a signal could be about; let the visitor write first." : null;
    }

    private async Task<TurnSeen> SeeAsync(TurnDeed deed, IReadOnlyList<Activity> replies, string? problem)
    {
        var stored = await StoredTalk.LoadAsync(stage.Get<IStore>(), key, CancellationToken.None);
        return new TurnSeen
        {
            At = stage.Clock.GetUtcNow(),
            Did = DidOf(deed),
            Replies = [.. replies],
            Said = SaidTexts.Of(stage.Watch.Texts, replies),
            Acts = stage.Watch.Acts,
            Work = [.. stage.Watch.Work],
            Conversation = stored.Conversation,
            Lead = stored.Lead,
            Status = stored.Lead?.StatusAt(stage.Clock.GetUtcNow(), TimeSpan.FromMinutes(stage.Get<RetentionOptions>().AbandonedAfterMinutes)),
            Problem = problem,
        };
    }

    private Activity Create(TurnDeed deed)
    {
        var activity = new Activity
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"a{count}"),
            ChannelId = talk.Channel,
            ServiceUrl = "https://channel.example",
            Conversation = new ConversationAccount { Id = Conversation },
            From = new ChannelAccount("visitor", "Visitor", RoleTypes.User),
            Recipient = new ChannelAccount("bot", "QualifyBot", RoleTypes.Bot),
            LocalTimezone = talk.Zone,
            Locale = talk.Locale,
            Timestamp = stage.Clock.GetUtcNow(),
            ChannelData = JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["playbook"] = playbook }, TestingJsonContext.Default.DictionaryStringString),
        };
        Fill(activity, deed);
        return activity;
    }

    private void Fill(Activity activity, TurnDeed deed)
    {
        activity.Type = deed switch
        {
            TurnDeed.Joins => ActivityTypes.ConversationUpdate,
            TurnDeed.Reports => ActivityTypes.Event,
            TurnDeed.Leaves => ActivityTypes.EndOfConversation,
            _ => ActivityTypes.Message,
        };
        activity.MembersAdded = deed is TurnDeed.Joins ? [activity.From!] : null;
        activity.Name = deed is TurnDeed.Reports(var name) ? name : null;
        activity.Text = deed switch
        {
            TurnDeed.Says(var text) => text,
            TurnDeed.Clicks(var title) => ReplyParts.Click(lastReplies, title),
            _ => null,
        };
        activity.Value = deed is TurnDeed.Submits(var json) ? JsonElement.Parse(json) : null;
    }

    // A turn may change its activity, and the same one may be sent again.
    private static Activity Copy(Activity activity) => Parse(JsonSerializer.SerializeToUtf8Bytes(activity, BotFrameworkJsonContext.Wire.Activity));

    private static Activity Parse(ReadOnlyMemory<byte> json) =>
        ActivityParser.TryParse(json.Span, out var activity, out var problem) ? activity : throw new InvalidOperationException(problem);

    private static string DidOf(TurnDeed deed) => deed switch
    {
        TurnDeed.Joins => "(joins)",
        TurnDeed.Says(var text) => text,
        TurnDeed.Clicks(var title) => $"[{title}]",
        TurnDeed.Submits(var json) => $"(submits {json})",
        TurnDeed.Reports(var name) => $"(event {name})",
        TurnDeed.SendsAgain => "(the same activity again)",
        TurnDeed.Leaves => "(leaves)",
        TurnDeed.Signals(var kind) => $"(signal {kind})",
        _ => "(time passes)",
    };
}
