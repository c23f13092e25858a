using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using QualifyBot.Bot.Turns;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Bot.Channels;

/// <summary>A talk on the terminal of this machine, through the same turns as every other channel.</summary>
internal sealed partial class TerminalTalk(IServiceProvider services, string conversation, string? playbook)
{
    private const string ChannelId = "terminal";
    private const string Indent = "  ";

    private readonly TurnPipeline pipeline = services.GetRequiredService<TurnPipeline>();
    private readonly WorkInHand inHand = services.GetRequiredService<WorkInHand>();
    private readonly TimeProvider clock = services.GetRequiredService<TimeProvider>();

    /// <summary>Joins; the bot greets in a new conversation, and is silent in one that goes on.</summary>
    public Task<IReadOnlyList<string>> JoinAsync()
    {
        var activity = Create(ActivityTypes.ConversationUpdate);
        activity.MembersAdded = [activity.From!];
        return RunAsync(activity);
    }

    /// <summary>Says something; returns the lines of the reply.</summary>
    public Task<IReadOnlyList<string>> SayAsync(string text)
    {
        var activity = Create(ActivityTypes.Message);
        activity.Text = text;
        return RunAsync(activity);
    }

    /// <summary>Waits until all work of the talk is done.</summary>
    public Task CloseAsync() => inHand.Flushed;

    private Activity Create(string type) => new()
    {
        Type = type,
        Id = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture),
        ChannelId = ChannelId,
        Conversation = new ConversationAccount { Id = conversation },
        From = new ChannelAccount("you", "You", RoleTypes.User),
        Recipient = new ChannelAccount("bot", "QualifyBot", RoleTypes.Bot),
        LocalTimezone = TimeZoneInfo.Local.HasIanaId ? TimeZoneInfo.Local.Id : null,
        ChannelData = playbook is null ? null : JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["playbook"] = playbook }, TerminalJsonContext.Default.DictionaryStringString),
    };

    private async Task<IReadOnlyList<string>> RunAsync(Activity activity)
    {
        var result = await pipeline.RunAsync(new TurnRequest(activity, ReplyPath.Caller, null), CancellationToken.None);
        await result.Delivered;
        return [.. result.Replies.SelectMany(Lines)];
    }

    private IEnumerable<string> Lines(ReadOnlyMemory<byte> reply)
    {
        if (!ActivityParser.TryParse(reply.Span, out var activity, out _))
        {
            return [];
        }

        var text = (activity.Text ?? "").Split('\n').Select(line => Indent + line);
        var buttons = activity.SuggestedActions?.Actions?.Select(action => $"{Indent}[{action.Title}]") ?? [];
        var files = activity.Attachments?.Select(Save).OfType<string>() ?? [];
        return ["", .. text, .. buttons, .. files, ""];
    }

    private string? Save(Attachment file)
    {
        if (file is not { Name: { } name, Content: { ValueKind: JsonValueKind.String } content })
        {
            return null;
        }

        var path = Path.GetFullPath($"{Path.GetFileNameWithoutExtension(name)}-{conversation}{Path.GetExtension(name)}");
        File.WriteAllText(path, content.GetString());
        return $"{Indent}({path})";
    }

    [JsonSerializable(typeof(Dictionary<string, string>))]
    private sealed partial class TerminalJsonContext : JsonSerializerContext;
}
