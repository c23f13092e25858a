using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using QualifyBot.BotFramework.Authentication;

namespace QualifyBot.BotFramework.Http;

/// <summary>Takes in a JSON body within bounds, in the server's own pooled memory.</summary>
internal static class JsonRequest
{
    /// <summary>Why a body of this type and announced length is not read; null = it may be.</summary>
    internal static ProtocolError? Refuse(HttpRequest request, int largest)
    {
        if (!IsJson(request.ContentType))
        {
            return new ProtocolError(415, "UnsupportedMediaType", "Send the body as JSON in UTF-8, with the header 'Content-Type: application/json'.");
        }

        return request.ContentLength > largest ? TooLarge(largest) : null;
    }

    /// <summary>Reads the body and gives it to <paramref name="parse"/>, which must not keep it.</summary>
    /// <returns>What <paramref name="parse"/> made of it, or the reason why the body could not be read.</returns>
    internal static async ValueTask<(T? Parsed, ProtocolError? Error)> ReadAsync<T>(
        HttpContext context, int largest, Func<ReadOnlySequence<byte>, (T?, ProtocolError?)> parse)
        where T : class
    {
        // The server then also stops draining what is left of a body that is too large.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = largest;
        }

        var reader = context.Request.BodyReader;
        try
        {
            var read = await reader.ReadAtLeastAsync(largest + 1, context.RequestAborted);
            try
            {
                return read.Buffer.Length > largest ? (null, TooLarge(largest)) : parse(read.Buffer);
            }
            finally
            {
                reader.AdvanceTo(read.Buffer.End);
            }
        }
        catch (BadHttpRequestException e)
        {
            return (null, e.StatusCode == 413 ? TooLarge(largest) : new ProtocolError(e.StatusCode, "BadRequest", "The body could not be read: " + e.Message));
        }
        catch (IOException e) when (e is not ConnectionResetException)
        {
            return (null, ProtocolError.BadRequest("The body ended early: send all of it."));
        }
    }

    private static ProtocolError TooLarge(int largest) => new(413, "MessageSizeTooBig",
        string.Create(CultureInfo.InvariantCulture, $"The body is larger than {largest} bytes: send less, and files by their address."));

    private static bool IsJson(string? contentType)
    {
        if (string.Equals(contentType, "application/json", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        return MediaTypeHeaderValue.TryParse(contentType, out var type)
            && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
                || (type.Type.Equals("application", StringComparison.OrdinalIgnoreCase) && type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase)))
            && (type.Charset.Length == 0 || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
    }
}
