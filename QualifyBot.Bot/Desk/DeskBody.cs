using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

namespace QualifyBot.Bot.Desk;

/// <summary>Takes in the JSON of a call within bounds.</summary>
internal static class DeskBody
{
    private const int Largest = 256 * 1024;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <summary>The body, or the answer that refuses it.</summary>
    public static async ValueTask<(JsonDocument? Body, IResult? Refusal)> ReadAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType())
        {
            return (null, DeskAnswer.Error(415, "UnsupportedMediaType", "Send the body as JSON in UTF-8, with the header 'Content-Type: application/json'."));
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = Largest;
        }

        try
        {
            return (await JsonDocument.ParseAsync(request.Body, Options, request.HttpContext.RequestAborted), null);
        }
        catch (JsonException exception)
        {
            return (null, DeskAnswer.Bad($"The body is no JSON: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}. Send one object, or a list of them, at most 16 levels deep and without a name twice."));
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, DeskAnswer.Error(413, "TooLarge", $"The body is larger than {Largest} bytes: send it in parts."));
        }
    }
}
