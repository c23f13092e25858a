using System.Collections.Concurrent;
using QualifyBot.BotFramework.Authentication;

namespace QualifyBot.BotFramework.Connector;

/// <summary>The addresses of conversations under each serviceUrl; a serviceUrl is checked once, since there are few.</summary>
internal sealed class ConversationUrls(ServiceUrls serviceUrls)
{
    private const int MostKept = 1024;

    // Segments are encoded here, once; nothing is left to normalise.
    private static readonly UriCreationOptions _asWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly ConcurrentDictionary<string, ConversationUrls.Base> _known = new(StringComparer.Ordinal);

    /// <summary>The base of a serviceUrl; null if nothing may be sent there.</summary>
    internal Base? Find(string serviceUrl)
    {
        if (_known.TryGetValue(serviceUrl, out var found))
        {
            return found;
        }

        if (serviceUrls.Refuse(serviceUrl) is not null || !ServiceUrls.TryParse(serviceUrl, out var url))
        {
            return null;
        }

        if (_known.Count >= MostKept)
        {
            _known.Clear();
        }

        return _known[serviceUrl] = new Base(url.AbsoluteUri.TrimEnd('/') + "/v3/conversations/");
    }

    /// <summary>Whether an id can be a segment of an address: these two mean another place, however they are encoded.</summary>
    internal static bool IsSegment(string? id) => id is not ("." or "..");

    /// <summary>A serviceUrl with the path all calls share.</summary>
    internal sealed record Base(string Prefix)
    {
        internal Uri For(ReplyAddress to)
        {
            var address = to.ReplyToId is { Length: > 0 } replyTo
                ? string.Concat(Prefix, Uri.EscapeDataString(to.ConversationId), "/activities/", Uri.EscapeDataString(replyTo))
                : string.Concat(Prefix, Uri.EscapeDataString(to.ConversationId), "/activities");
            return new Uri(address, in _asWritten);
        }
    }
}
