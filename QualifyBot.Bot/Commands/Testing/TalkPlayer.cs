using System.Globalization;
using System.Text.Json;
using QualifyBot.Bot.Desk;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Bot.Playbooks;
using QualifyBot.Bot.Storage;
using QualifyBot.Bot.Turns;
using QualifyBot.BotFramework.DirectLine;
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
    private readonly OutsideTurns outside;
    private readonly Dictionary<string, Side> sides = new(StringComparer.Ordinal);
    private Side side;
    private int count;

    public TalkPlayer(TestHouse house, PlaybookCatalog catalog, TalkFile talk, string playbook)
    {
        (this.talk, this.playbook) = (talk, playbook);
        stage = new TalkStage(house, catalog, talk);
        outside = new OutsideTurns(stage);
        side = SideOf("");
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
        stage.Watch.Begin(turn.Breaks);
        side = SideOf(turn.Visitor);
        stage.Model.Reply = turn.Model;
        var (replies, problem) = turn.Deed switch
        {
            TurnDeed.Waits or TurnDeed.Colleague or TurnDeed.Signals => await HappenAsync(turn.Deed),
            TurnDeed.Clicks(var title) when ReplyParts.Click(side.Replies, title) is null =>
                ([], $"The last reply has no button '{title}'; it has: {string.Join(" | ", side.Replies.SelectMany(ReplyParts.Buttons))}."),
            _ => await SendAsync(turn.Deed, turn.File),
        };
        return await SeeAsync(turn.Deed, replies, problem);
    }

    private async Task<(IReadOnlyList<Activity> Replies, string? Problem)> SendAsync(TurnDeed deed, string? file)
    {
        side.Last = deed is TurnDeed.SendsAgain && side.Last is not null ? side.Last : Create(deed, file);
        var result = await stage.Get<TurnPipeline>().RunAsync(new TurnRequest(Copy(side.Last), talk.Channel is ChannelIds.Directline ? ReplyPath.Log : ReplyPath.Caller, talk.Channel is "terminal" ? null : PublicUrl), CancellationToken.None);
        await result.Delivered;
        if (result.Repeated)
        {
            return ([], null);
        }

        side.Replies = [.. result.Replies.Select(Parse)];
        return (side.Replies, stage.Watch.Failure is { } failure ? $"The turn broke: {failure}" : null);
    }

    private async Task<(IReadOnlyList<Activity> Replies, string? Problem)> HappenAsync(TurnDeed deed)
    {
        var before = await outside.LengthAsync(side.Key);
        var problem = deed switch
        {
            TurnDeed.Signals(var kind) => await outside.SignalAsync(side.Key, kind, count),
            TurnDeed.Colleague words => await outside.SpeakAsync(side.Key, words, count),
            _ => null,
        };
        if (deed is TurnDeed.Waits)
        {
            await outside.RemindAsync();
        }

        IReadOnlyList<Activity> said = await outside.BehindAsync(side.Key, before);
        side.Replies = said.Count > 0 ? said : side.Replies;
        return (said, problem);
    }

    private async Task<TurnSeen> SeeAsync(TurnDeed deed, IReadOnlyList<Activity> replies, string? problem)
    {
        var stored = await StoredTalk.LoadAsync(stage.Get<IStore>(), side.Key, CancellationToken.None);
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

    private Activity Create(TurnDeed deed, string? file)
    {
        var activity = new Activity
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"a{count}"),
            ChannelId = talk.Channel,
            ServiceUrl = "https://channel.example",
            Conversation = new ConversationAccount { Id = side.Conversation },
            From = new ChannelAccount("visitor" + side.Conversation, "Visitor", RoleTypes.User),
            Recipient = new ChannelAccount("bot", "QualifyBot", RoleTypes.Bot),
            LocalTimezone = talk.Zone,
            Locale = talk.Locale,
            Timestamp = stage.Clock.GetUtcNow(),
            ChannelData = JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["playbook"] = playbook }, TestingJsonContext.Default.DictionaryStringString),
        };
        Fill(activity, deed);
        var type = deed is TurnDeed.Attaches(var told) ? told : "application/octet-stream";
        activity.Attachments = file is not null ? [new Attachment { ContentType = type, Name = file, ContentUrl = UploadedFile.Scheme + file }]
            : deed is TurnDeed.Attaches ? [new Attachment { ContentType = type, Name = "file" }]
            : null;
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
            TurnDeed.Clicks(var title) => ReplyParts.Click(side.Replies, title)?.Text,
            _ => null,
        };
        activity.Value = deed switch
        {
            TurnDeed.Submits(var json) => JsonElement.Parse(json),
            TurnDeed.Clicks(var title) => ReplyParts.Click(side.Replies, title)?.Value,
            _ => null,
        };
    }

    // A turn may change its activity, and the same one may be sent again.
    private static Activity Copy(Activity activity) => Parse(JsonSerializer.SerializeToUtf8Bytes(activity, BotFrameworkJsonContext.Wire.Activity));

    internal static Activity Parse(ReadOnlyMemory<byte> json) =>
        ActivityParser.TryParse(json.Span, out var activity, out var problem) ? activity : throw new InvalidOperationException(problem);

    private Side SideOf(string visitor) => sides.TryGetValue(visitor, out var known) ? known : sides[visitor] = new Side(talk.Channel, Conversation + visitor);

    private static string DidOf(TurnDeed deed) => deed switch
    {
        TurnDeed.Joins => "(joins)",
        TurnDeed.Says(var text) => text,
        TurnDeed.Clicks(var title) => $"[{title}]",
        TurnDeed.Submits(var json) => $"(submits {json})",
        TurnDeed.Attaches(var type) => $"(attaches {type})",
        TurnDeed.Reports(var name) => $"(event {name})",
        TurnDeed.SendsAgain => "(the same activity again)",
        TurnDeed.Leaves => "(leaves)",
        TurnDeed.Signals(var kind) => $"(signal {kind})",
        TurnDeed.Colleague(var text, var name) => $"({name ?? "a colleague"}: {text})",
        _ => "(time passes)",
    };

    /// <summary>One visitor's talk.</summary>
    private sealed class Side(string channel, string conversation)
    {
        public string Conversation { get; } = conversation;

        public ConversationKey Key { get; } = new(channel, conversation);

        public IReadOnlyList<Activity> Replies { get; set; } = [];

        public Activity? Last { get; set; }
    }
}
