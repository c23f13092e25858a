using QualifyBot.Bot.Turns;

namespace QualifyBot.Bot.Channels;

/// <summary>Where visitors reach this host: the configured address, else that of the request in hand.</summary>
internal sealed class PublicAddress(TalkOptions options, IHttpContextAccessor requests)
{
    /// <summary>Without a trailing slash; null outside a request where nothing is configured.</summary>
    public string? Url =>
        options.PublicUrl is { Length: > 0 } configured ? configured.TrimEnd('/')
        : requests.HttpContext is { Request: var request } ? $"{request.Scheme}://{request.Host}"
        : null;
}
