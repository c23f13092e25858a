using System.Buffers;
using System.Net.Http;
using System.Text;
using System.Text.Json;

namespace QualifyBot.BotFramework.Connector;

/// <summary>What a channel answers to a reply. Read to its end, within bounds, so that the connection serves again.</summary>
internal static class ReplyBody
{
    private const int Longest = 4 * 1024;
    private const int LongestReason = 500;

    /// <summary>The id in the answer. Without one, or cut off, the answer still means that the reply was taken.</summary>
    internal static async ValueTask<string?> ReadIdAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.Content.Headers.ContentLength == 0)
        {
            return null;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(Longest);
        try
        {
            return FindId(buffer.AsSpan(0, await FillAsync(response, buffer, cancellation)));
        }
        catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException or JsonException or InvalidOperationException)
        {
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The beginning of what an error says.</summary>
    internal static async ValueTask<string> ReadReasonAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var buffer = new byte[Longest];
        var length = await FillAsync(response, buffer, cancellation);
        return Encoding.UTF8.GetString(buffer.AsSpan(0, Math.Min(length, LongestReason)));
    }

    private static async ValueTask<int> FillAsync(HttpResponseMessage response, byte[] buffer, CancellationToken cancellation)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        return await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
    }

    private static string? FindId(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
            if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && reader.ValueTextEquals("id"u8))
            {
                return reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            }
        }

        return null;
    }
}
