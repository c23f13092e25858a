using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.BotFramework.DirectLine;

/// <summary>Fills a span with bytes that nobody can guess.</summary>
public delegate void FillRandom(Span<byte> bytes);

/// <summary>Makes ids. Clients put those of conversations and users into addresses without escaping them.</summary>
internal sealed class DirectLineIds(FillRandom random)
{
    private const int Bytes = 16;
    private const int LongestUserId = 128;

    internal string NewConversation() => NewId();

    internal string NewUser() => "dl_" + NewId();

    internal string NewFile() => NewId();

    /// <summary>Whether a user id may be taken from a site's own server.</summary>
    internal static bool IsUserId(string id) =>
        id.Length is > 0 and <= LongestUserId && id is not Ticket.Site && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '@' or ':');

    /// <summary>
    /// The id of what a user sent. A client that sends the same thing again, because the answer was lost, names it by the same
    /// clientActivityID; it gets the same id, and so is dropped as a repetition.
    /// </summary>
    internal string ForActivity(Activity activity)
    {
        var conversationId = activity.Conversation!.Id;
        if (ClientActivityId(activity.ChannelData) is not { } named)
        {
            return $"{conversationId}|{NewId()}";
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{activity.From!.Id}\n{named}"), hash);
        return $"{conversationId}|{Base64Url.EncodeToString(hash[..Bytes])}";
    }

    // The raw text serves as well as the value, and an escape that is no character cannot throw.
    private static string? ClientActivityId(JsonElement? channelData) =>
        channelData is { ValueKind: JsonValueKind.Object } data
        && data.TryGetProperty("clientActivityID", out var id) && id.ValueKind == JsonValueKind.String && id.GetRawText().Length > 2
            ? id.GetRawText()
            : null;

    private string NewId()
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        random(bytes);
        return Base64Url.EncodeToString(bytes);
    }
}
