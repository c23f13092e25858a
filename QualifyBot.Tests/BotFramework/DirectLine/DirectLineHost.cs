using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QualifyBot.BotFramework.DirectLine;
using QualifyBot.BotFramework.Http;
using QualifyBot.BotFramework.Schema;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.BotFramework.DirectLine;

/// <summary>A Direct Line server on a free port of this machine.</summary>
internal sealed class DirectLineHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _random;

    private DirectLineHost(params (string Name, string? Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal));
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IDirectLineConversations>(Conversations)
            .AddSingleton<IDirectLineFiles>(new MemoryFiles(Conversations))
            .AddSingleton(new DirectLineTokens(new byte[32], Clock))
            .AddSingleton<FillRandom>(bytes => new Random(Interlocked.Increment(ref _random)).NextBytes(bytes))
            .AddBotFramework(builder.Configuration)
            .AddDirectLine(builder.Configuration);
        _app = builder.Build();
        _app.MapDirectLine();
    }

    public TestClock Clock { get; } = new();

    public MemoryConversations Conversations { get; } = new();

    public HttpClient Http { get; } = new();

    public static async Task<DirectLineHost> StartAsync(params (string Name, string? Value)[] settings)
    {
        var host = new DirectLineHost(settings);
        await host._app.StartAsync();
        host.Http.BaseAddress = new Uri(host._app.Urls.Single() + "/v3/directline/");
        return host;
    }

    public async Task<Answered> CallAsync(string method, string path, string? token = null, string? body = null, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        }

        change?.Invoke(request);
        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new Answered((int)response.StatusCode, text.Length > 0 ? JsonNode.Parse(text)! : new JsonObject(), response);
    }

    /// <summary>Starts a conversation; its id and token.</summary>
    public async Task<(string Id, string Token, Uri Stream)> BeginAsync()
    {
        var (status, body, _) = await CallAsync("POST", "conversations");
        Assert.Equal(201, status);
        return ((string)body["conversationId"]!, (string)body["token"]!, new Uri((string)body["streamUrl"]!));
    }

    /// <summary>Has the bot say something of its own accord.</summary>
    public void Say(string id, string text) =>
        Conversations.Append(new Activity { Type = ActivityTypes.Message, Text = text, Conversation = new ConversationAccount { Id = id } });

    public void Type(string id) =>
        Conversations.Append(new Activity { Type = ActivityTypes.Typing, Conversation = new ConversationAccount { Id = id } });

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }

    internal sealed record Answered(int Status, JsonNode Body, HttpResponseMessage Response)
    {
        public string? Code => (string?)Body["error"]?["code"];

        public string? Header(string name) => Response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
    }
}

/// <summary>A client of a stream.</summary>
internal sealed class StreamClient : IDisposable
{
    private readonly byte[] _buffer = new byte[4 * 1024 * 1024];

    public ClientWebSocket Socket { get; } = new();

    public static async Task<StreamClient> OpenAsync(Uri address)
    {
        var client = new StreamClient();
        await client.Socket.ConnectAsync(address, CancellationToken.None);
        return client;
    }

    /// <summary>The next set's texts and watermark; null when the server closed the stream.</summary>
    public async Task<(string[] Texts, string Watermark)?> NextAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var length = 0;
        while (true)
        {
            var received = await Socket.ReceiveAsync(_buffer.AsMemory(length), limit.Token);
            length += received.Count;
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            if (received.EndOfMessage)
            {
                var set = JsonNode.Parse(_buffer.AsSpan(0, length))!;
                return ([.. set["activities"]!.AsArray().Select(activity => (string?)activity!["text"] ?? (string)activity["type"]!)], (string)set["watermark"]!);
            }
        }
    }

    /// <summary>The next set, which must come, with its texts joined.</summary>
    public async Task<(string Texts, string Watermark)> TextsAsync()
    {
        var set = await NextAsync();
        Assert.NotNull(set);
        return (string.Join(',', set.Value.Texts), set.Value.Watermark);
    }

    public void Dispose() => Socket.Dispose();
}
