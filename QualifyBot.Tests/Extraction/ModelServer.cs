using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using QualifyBot.Bot.Extraction;

namespace QualifyBot.Tests.Extraction;

/// <summary>A request as it came over the wire.</summary>
internal sealed record ModelRequest(string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonElement Json => JsonElement.Parse(Body);

    /// <summary>The document that the model is asked about.</summary>
    public string Document => Json.GetProperty("messages").EnumerateArray().Last().GetProperty("content") is { ValueKind: JsonValueKind.Array } parts
        ? parts[0].GetProperty("text").GetString()!
        : Json.GetProperty("messages").EnumerateArray().Last().GetProperty("content").GetString()!;
}

/// <summary>A server on this machine that speaks the wire of both providers; replies are what a test makes them.</summary>
internal sealed class ModelServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private ModelServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(ReceiveAsync);
    }

    /// <summary>How it answers; the number counts requests from 1.</summary>
    public Func<HttpContext, int, Task> Answer { get; set; } = (context, _) => SayAsync(context, """{"answers":[]}""");

    public ConcurrentQueue<ModelRequest> Requests { get; } = [];

    public string Url => app.Urls.Single();

    public static async Task<ModelServer> StartAsync()
    {
        var server = new ModelServer();
        await server.app.StartAsync();
        return server;
    }

    /// <summary>The settings that lead here.</summary>
    public ExtractionOptions Options(ModelProvider provider) => new()
    {
        Provider = provider,
        Endpoint = provider is ModelProvider.OpenAI ? Url + "/v1" : Url,
        Model = "test-model",
        Key = "test-key",
    };

    /// <summary>Answers with a text, in the form of the provider that was asked for.</summary>
    public static Task SayAsync(HttpContext context, string text, string? refusal = null) => WriteAsync(context, 200, ReplyOf(context, text, refusal));

    /// <summary>The same, behind what was written before.</summary>
    public static Task AppendAsync(HttpContext context, string text) => context.Response.WriteAsync(ReplyOf(context, text, null));

    public static Task WriteAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        Requests.Enqueue(new ModelRequest(context.Request.Path, context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), await reader.ReadToEndAsync()));
        await Answer(context, Requests.Count);
    }

    private static string ReplyOf(HttpContext context, string text, string? refusal)
    {
        var openAI = context.Request.Path.StartsWithSegments("/v1/chat", StringComparison.Ordinal);
        return (openAI ? OpenAIReply(text, refusal) : AnthropicReply(text, refusal)).ToJsonString();
    }

    private static JsonObject OpenAIReply(string text, string? refusal) => new()
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion",
        ["created"] = 1_770_000_000,
        ["model"] = "test-model",
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = refusal is null ? text : null, ["refusal"] = refusal },
            ["finish_reason"] = "stop",
        }),
        ["usage"] = new JsonObject { ["prompt_tokens"] = 300, ["completion_tokens"] = 20, ["total_tokens"] = 320 },
    };

    private static JsonObject AnthropicReply(string text, string? refusal) => new()
    {
        ["id"] = "msg_1",
        ["type"] = "message",
        ["role"] = "assistant",
        ["model"] = "test-model",
        ["content"] = refusal is null ? new JsonArray(new JsonObject { ["type"] = "text", ["text"] = text }) : new JsonArray(),
        ["stop_reason"] = refusal is null ? "end_turn" : "refusal",
        ["stop_sequence"] = null,
        ["usage"] = new JsonObject { ["input_tokens"] = 300, ["output_tokens"] = 20 },
    };
}
