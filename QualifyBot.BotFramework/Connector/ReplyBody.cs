using System.Buffers;
using System.Net.Http;
using System.Text;
using System.Text.Json;

namespace QualifyBot.BotFramework.Connector;

/// <summary>What a channel answered to a reply: an id, or an error's text. Read to its end so that the connection serves again.</summary>
internal readonly record struct ReplyBody(string? Id, string Text)
{
    private const int Longest = 4 * 1024;
    private const int LongestReason = 500;

    internal static async ValueTask<ReplyBody> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.Content.Headers.ContentLength == 0)
        {
            return new ReplyBody(null, "");
        }

        var buffer = ArrayPool<byte>.Shared.Rent(Longest);
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
            var length = await stream.ReadAtLeastAsync(buffer.AsMemory(0, Longest), Longest, throwOnEndOfStream: false, cancellation);
            var body = buffer.AsSpan(0, length);
            return response.IsSuccessStatusCode
                ? new ReplyBody(ReadId(body), "")
                : new ReplyBody(null, Encoding.UTF8.GetString(body[..Math.Min(length, LongestReason)]));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // An answer without an id, or that is no JSON at all, still means that the reply was taken.
    private static string? ReadId(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        try
        {
            while (reader.Read())
            {
                if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && reader.ValueTextEquals("id"u8))
                {
                    return reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }

        return null;
    }
}
