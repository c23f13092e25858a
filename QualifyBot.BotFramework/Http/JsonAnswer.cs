using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using QualifyBot.BotFramework.Authentication;

namespace QualifyBot.BotFramework.Http;

/// <summary>Writes answers; errors always as <c>{"error":{"code","message"}}</c>.</summary>
internal static class JsonAnswer
{
    private const string ContentType = "application/json; charset=utf-8";
    private static readonly JsonWriterOptions _readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static async Task WriteAsync(HttpContext context, int status, ReadOnlyMemory<byte> body)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentLength = body.Length;
        if (body.Length > 0)
        {
            response.ContentType = ContentType;
            await response.BodyWriter.WriteAsync(body, context.RequestAborted);
        }
    }

    internal static async Task WriteAsync<TState>(HttpContext context, int status, TState state, Action<Utf8JsonWriter, TState> members)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = ContentType;
        await using (var json = new Utf8JsonWriter(response.BodyWriter, _readable))
        {
            json.WriteStartObject();
            members(json, state);
            json.WriteEndObject();
            response.ContentLength = json.BytesPending + json.BytesCommitted;
        }

        await response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    internal static Task WriteAsync(HttpContext context, ProtocolError error)
    {
        var headers = context.Response.Headers;
        if (error.Status == StatusCodes.Status401Unauthorized)
        {
            headers.WWWAuthenticate = "Bearer";
        }

        if (error.RetryAfter is { } wait)
        {
            headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return WriteAsync(context, error.Status, error, static (json, error) =>
        {
            json.WriteStartObject("error"u8);
            json.WriteString("code"u8, error.Code);
            json.WriteString("message"u8, error.Message);
            json.WriteEndObject();
        });
    }
}
