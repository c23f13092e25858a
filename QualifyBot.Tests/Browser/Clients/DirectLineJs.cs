using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using QualifyBot.BotFramework.Schema;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Browser.Clients;

/// <summary>Microsoft's botframework-directlinejs in a Node process: a visitor who talks through it.</summary>
internal sealed class DirectLineJs : IDisposable
{
    private const string Modules = "QualifyBot.Tests/Browser/node_modules";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly Channel<JsonNode> told = Channel.CreateUnbounded<JsonNode>();

    private DirectLineJs(Process process) => this.process = process;

    /// <summary>All activities that the client showed, the visitor's and the bot's, in order.</summary>
    public List<JsonNode> Shown { get; } = [];

    /// <summary>The states that the client was in, the last one last.</summary>
    public List<int> Statuses { get; } = [];

    /// <summary>The address that the client talks to.</summary>
    public required Uri Host { get; init; }

    /// <summary>Starts the client.</summary>
    /// <param name="options">Its own options: domain, webSocket, token, conversationId, watermark.</param>
    public static DirectLineJs Start(JsonObject options)
    {
        Assert.True(Directory.Exists(Path.Combine(Repository.Root, Modules, "botframework-directlinejs")), $"{Modules} lacks botframework-directlinejs: run ./test.sh, which installs it.");
        var script = Path.Combine(Repository.Root, "QualifyBot.Tests", "Browser", "Clients", "directline.mjs");
        var client = new DirectLineJs(Process.Start(new ProcessStartInfo("node", [script, options.ToJsonString()]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!)
        {
            Host = new Uri((string)options["domain"]!),
        };
        client.process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } data)
            {
                client.told.Writer.TryWrite(JsonNode.Parse(data)!);
            }
            else
            {
                client.told.Writer.TryComplete();
            }
        };
        client.process.BeginOutputReadLine();
        return client;
    }

    /// <summary>Starts a new conversation on a host.</summary>
    public static DirectLineJs Start(Uri host, bool webSocket) => Start(new JsonObject
    {
        ["domain"] = new Uri(host, "/v3/directline").ToString(),
        ["webSocket"] = webSocket,
        ["pollingInterval"] = 200,
    });

    /// <summary>Says something and waits for what the bot replies to it.</summary>
    public async Task<Reply> SayAsync(string text, string? playbook = null)
    {
        var id = await PostAsync(text, playbook);
        return await RepliesToAsync(id);
    }

    /// <summary>Says something until the client can hand it over: what it calls "retry", a page says again under the same mark.</summary>
    public async Task<string> PostAsync(string text, string? playbook = null)
    {
        var post = new JsonObject
        {
            ["type"] = "message",
            ["text"] = text,
            ["from"] = new JsonObject { ["id"] = "dl_anna" },
            ["channelData"] = new JsonObject { ["clientActivityID"] = Guid.NewGuid().ToString("N"), ["playbook"] = playbook },
        };
        while (true)
        {
            await TellAsync(new JsonObject { ["post"] = post.DeepClone() });
            var outcome = await NextAsync(what => what["sent"] is not null || what["failed"] is not null);
            if (outcome["sent"] is { } id)
            {
                return (string)id!;
            }

            Assert.Equal("retry", (string?)outcome["failed"]);
        }
    }

    /// <summary>Sends files, with words or without; the id that the host gave the message, or null where it refused.</summary>
    public async Task<string?> SendAsync(string? text, params (string Name, string Type, byte[] Content)[] files)
    {
        var message = new JsonObject { ["type"] = "message", ["text"] = text, ["from"] = new JsonObject { ["id"] = "dl_anna" } };
        var contents = files.Select(file => (JsonNode)new JsonObject { ["name"] = file.Name, ["type"] = file.Type, ["base64"] = Convert.ToBase64String(file.Content) });
        await TellAsync(new JsonObject { ["send"] = message, ["files"] = new JsonArray([.. contents]) });
        return (string?)(await NextAsync(what => what["sent"] is not null || what["failed"] is not null))["sent"];
    }

    /// <summary>What the bot says next.</summary>
    public async Task<Reply> NextReplyAsync() => Parse(await NextBotAsync(_ => true));

    /// <summary>Waits for the bot's reply to an activity; it may be shown already.</summary>
    public async Task<Reply> RepliesToAsync(string id) =>
        Parse(Shown.Find(activity => IsBot(activity) && (string?)activity["replyToId"] == id) ?? await NextBotAsync(activity => (string?)activity["replyToId"] == id));

    /// <summary>Waits until so many activities were shown.</summary>
    public async Task ShowsAsync(int count)
    {
        while (Shown.Count < count)
        {
            _ = await NextAsync(what => what["activity"] is not null);
        }
    }

    /// <summary>Says something that the client cannot hand over.</summary>
    public async Task FailAsync(string text)
    {
        await TellAsync(new JsonObject { ["say"] = text });
        _ = await NextAsync(what => what["failed"] is not null);
    }

    /// <summary>Tells the process what to do.</summary>
    public Task TellAsync(JsonObject command) => process.StandardInput.WriteLineAsync(command.ToJsonString());

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }

    private static bool IsBot(JsonNode activity) => (string?)activity["type"] == "message" && (string?)activity["from"]!["role"] == "bot";

    private static Reply Parse(JsonNode activity) => Reply.Of(JsonSerializer.Deserialize(activity, BotFrameworkJsonContext.Default.Activity)!);

    private async Task<JsonNode> NextBotAsync(Func<JsonNode, bool> wanted) =>
        (await NextAsync(what => what["activity"] is { } activity && IsBot(activity) && wanted(activity)))["activity"]!;

    private async Task<JsonNode> NextAsync(Func<JsonNode, bool> wanted)
    {
        while (true)
        {
            var what = await told.Reader.ReadAsync().AsTask().WaitAsync(Patience);
            if (what["activity"] is { } activity)
            {
                Shown.Add(activity);
            }

            if (what["status"] is { } status)
            {
                Statuses.Add((int)status);
            }

            if (wanted(what))
            {
                return what;
            }
        }
    }
}
