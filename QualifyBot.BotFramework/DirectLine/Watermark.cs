using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace QualifyBot.BotFramework.DirectLine;

/// <summary>How far a client has read.</summary>
internal static class Watermark
{
    private const int Page = 1000;

    /// <summary>
    /// The watermark of a request; null without one. One that is no number counts as 0: an error would end the client's polling
    /// for ever, while the whole history sets it right again.
    /// </summary>
    internal static long? Read(HttpRequest request) => request.Query["watermark"].ToString() switch
    {
        "" => null,
        var text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : 0,
    };

    /// <summary>
    /// A watermark as far as the log goes: with one beyond its end, from another conversation or from before the store was restored from a copy, a client
    /// would see nothing until the log has grown so long.
    /// </summary>
    internal static async ValueTask<long> WithinAsync(IDirectLineConversations conversations, string conversationId, long watermark, CancellationToken cancellation) =>
        watermark == 0 || await conversations.ReadAsync(conversationId, watermark - 1, 1, cancellation) is { Count: > 0 } ? watermark : await EndAsync(conversations, conversationId, cancellation);

    /// <summary>The watermark of who has read all.</summary>
    internal static async ValueTask<long> EndAsync(IDirectLineConversations conversations, string conversationId, CancellationToken cancellation)
    {
        var end = 0L;
        while (await conversations.ReadAsync(conversationId, end, Page, cancellation) is { Count: > 0 } entries)
        {
            end = entries[^1].Position;
        }

        return end;
    }
}
