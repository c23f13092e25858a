using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using QualifyBot.Bot.Turns;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Tests.Support;

/// <summary>Somebody who talks on a web page: posts by Direct Line and hears by WebSocket, as Web Chat does.</summary>
internal sealed class DirectLineVisitor : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient host;
    private readonly ClientWebSocket socket = new();
    private readonly Queue<JsonNode> heard = [];
    private JsonNode start = new JsonObject();

    private DirectLineVisitor(HttpClient host) => this.host = host;

    public string Conversation => (string)start["conversationId"]!;

    public ConversationKey Key => new(ChannelIds.Directline, Conversation);

    /// <summary>The activities of this conversation, at their address.</summary>
    public string Activities => $"/v3/directline/conversations/{Conversation}/activities";

    public static async Task<DirectLineVisitor> StartAsync(HttpClient host)
    {
        var visitor = new DirectLineVisitor(host);
        using var response = await host.PostAsJsonAsync("/v3/directline/conversations", new { user = new { id = "dl_anna" } });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        visitor.start = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        await visitor.socket.ConnectAsync(new Uri((string)visitor.start["streamUrl"]!), CancellationToken.None).WaitAsync(Patience);
        return visitor;
    }

    /// <summary>Says something; the reply comes after the echo of it.</summary>
    public async Task<Reply> SayAsync(string text, string? playbook = null)
    {
        var message = new JsonObject { ["type"] = "message", ["text"] = text, ["from"] = new JsonObject { ["id"] = "dl_anna" }, ["channelData"] = new JsonObject { ["playbook"] = playbook } };
        using var response = await SendAsync(HttpMethod.Post, Activities, message);
        var id = (string?)JsonNode.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!["id"];
        Assert.Equal(id, (string?)(await NextActivityAsync())["id"]);
        return await NextAsync();
    }

    public async Task<Reply> NextAsync()
    {
        Assert.True(ActivityParser.TryParse(Encoding.UTF8.GetBytes((await NextActivityAsync()).ToJsonString()), out var activity, out var problem), problem);
        return Reply.Of(activity);
    }

    /// <summary>A call with this conversation's token.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, JsonNode? body = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", (string)start["token"]!);
        return host.SendAsync(request);
    }

    public ValueTask DisposeAsync()
    {
        socket.Abort();
        socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<JsonNode> NextActivityAsync()
    {
        while (heard.Count == 0)
        {
            foreach (var activity in await FrameAsync())
            {
                heard.Enqueue(activity!);
            }
        }

        return heard.Dequeue();
    }

    private async Task<JsonArray> FrameAsync()
    {
        var (buffer, length) = (new byte[64 * 1024], 0);
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None).AsTask().WaitAsync(Patience);
            length += part.Count;
        }
        while (!part.EndOfMessage);

        return length == 0 ? [] : JsonNode.Parse(buffer.AsSpan(0, length))!["activities"]!.AsArray();
    }
}
