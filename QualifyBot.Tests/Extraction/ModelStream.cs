using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace QualifyBot.Tests.Extraction;

/// <summary>Replies piece by piece, as server-sent events in the form of each provider.</summary>
internal static class ModelStream
{
    private const int PieceLength = 7;

    /// <summary>Says a text in pieces; with a limit the stream ends after so many of them, without an end.</summary>
    public static async Task SayAsync(HttpContext context, string text, int? pieces = null)
    {
        var openAI = context.Request.Path.StartsWithSegments("/v1/chat", StringComparison.Ordinal);
        if (!context.Response.HasStarted)
        {
            context.Response.ContentType = "text/event-stream";
        }

        var parts = text.Chunk(PieceLength).Select(part => new string(part)).Take(pieces ?? int.MaxValue);
        foreach (var (name, data) in openAI ? OpenAI(parts, pieces is null) : Anthropic(parts, pieces is null))
        {
            await context.Response.WriteAsync((name is null ? "" : $"event: {name}\n") + $"data: {data}\n\n");
            await context.Response.Body.FlushAsync();
        }
    }

    private static IEnumerable<(string? Name, string Data)> OpenAI(IEnumerable<string> parts, bool ends)
    {
        foreach (var part in parts)
        {
            yield return (null, Chunk(new JsonObject { ["role"] = "assistant", ["content"] = part }, null));
        }

        if (ends)
        {
            yield return (null, Chunk([], "stop"));
            var last = JsonNode.Parse(Chunk([], null))!.AsObject();
            last["choices"] = new JsonArray();
            last["usage"] = new JsonObject { ["prompt_tokens"] = 300, ["completion_tokens"] = 20, ["total_tokens"] = 320 };
            yield return (null, last.ToJsonString());
            yield return (null, "[DONE]");
        }
    }

    private static string Chunk(JsonObject delta, string? finished) => new JsonObject
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion.chunk",
        ["created"] = 1_770_000_000,
        ["model"] = "test-model",
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finished }),
    }.ToJsonString();

    private static IEnumerable<(string? Name, string Data)> Anthropic(IEnumerable<string> parts, bool ends)
    {
        yield return Event("message_start", new() { ["message"] = StartOfMessage() });
        yield return Event("content_block_start", new() { ["index"] = 0, ["content_block"] = new JsonObject { ["type"] = "text", ["text"] = "" } });
        foreach (var part in parts)
        {
            yield return Event("content_block_delta", new() { ["index"] = 0, ["delta"] = new JsonObject { ["type"] = "text_delta", ["text"] = part } });
        }

        if (ends)
        {
            yield return Event("content_block_stop", new() { ["index"] = 0 });
            yield return Event("message_delta", new()
            {
                ["delta"] = new JsonObject { ["stop_reason"] = "end_turn", ["stop_sequence"] = null },
                ["usage"] = new JsonObject { ["output_tokens"] = 20 },
            });
            yield return Event("message_stop", []);
        }
    }

    private static JsonObject StartOfMessage() => new()
    {
        ["id"] = "msg_1",
        ["type"] = "message",
        ["role"] = "assistant",
        ["model"] = "test-model",
        ["content"] = new JsonArray(),
        ["stop_reason"] = null,
        ["stop_sequence"] = null,
        ["usage"] = new JsonObject { ["input_tokens"] = 300, ["output_tokens"] = 1 },
    };

    private static (string? Name, string Data) Event(string name, JsonObject data)
    {
        data.Insert(0, "type", name);
        return (name, data.ToJsonString());
    }
}
