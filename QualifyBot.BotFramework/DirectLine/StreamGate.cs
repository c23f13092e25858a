using Microsoft.AspNetCore.Http;
using QualifyBot.BotFramework.Authentication;

namespace QualifyBot.BotFramework.DirectLine;

/// <summary>Counts the streams that are open on this host, and lets in no more for one conversation or one address than the settings say.</summary>
internal sealed class StreamGate(DirectLineOptions options, VisitorPace pace)
{
    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);

    /// <summary>Lets a stream in, until what is returned is disposed; null where there are too many.</summary>
    internal IDisposable? Enter(HttpContext context, string conversationId)
    {
        var (conversation, address) = ("c " + conversationId, pace.AddressOf(context) is { } known ? "a " + known : null);
        lock (_open)
        {
            if (IsFull(conversation, options.StreamsPerConversation) || (address is not null && IsFull(address, options.StreamsPerAddress)))
            {
                return null;
            }

            Count(conversation, 1);
            Count(address, 1);
        }

        return new Place(this, conversation, address);
    }

    /// <summary>What is said to a client that is not let in; it tries again by itself.</summary>
    internal static ProtocolError Full { get; } = new(429, "TooManyRequests", "Too many streams are open for this conversation or from this address. Close some, then connect again.", TimeSpan.FromSeconds(10));

    private bool IsFull(string key, int most) => most > 0 && _open.GetValueOrDefault(key) >= most;

    private void Count(string? key, int more)
    {
        if (key is not null && (_open[key] = _open.GetValueOrDefault(key) + more) == 0)
        {
            _open.Remove(key);
        }
    }

    private void Leave(string conversation, string? address)
    {
        lock (_open)
        {
            Count(conversation, -1);
            Count(address, -1);
        }
    }

    private sealed class Place(StreamGate gate, string conversation, string? address) : IDisposable
    {
        public void Dispose() => gate.Leave(conversation, address);
    }
}
