using System.ClientModel;
using Anthropic.Exceptions;

namespace QualifyBot.Bot.Extraction;

/// <summary>What the providers' clients throw.</summary>
internal static class ModelFaults
{
    private const int RequestTimeout = 408;
    private const int TooManyRequests = 429;
    private const int ServerError = 500;

    /// <summary>The HTTP status behind an exception, or null where no answer came.</summary>
    public static int? StatusOf(Exception exception) => exception switch
    {
        ClientResultException { Status: > 0 } result => result.Status,
        AnthropicApiException result => (int)result.StatusCode,
        HttpRequestException { StatusCode: { } status } => (int)status,
        _ => null,
    };

    /// <summary>Whether the same request may well succeed a moment later.</summary>
    public static bool MayPass(Exception exception) => StatusOf(exception) is { } status
        ? status is RequestTimeout or TooManyRequests or >= ServerError
        : exception is HttpRequestException or IOException or ClientResultException or AnthropicIOException;
}
