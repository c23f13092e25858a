using System.Buffers;
using System.Globalization;
using QualifyBot.BotFramework.Authentication;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.BotFramework.Http;

/// <summary>What an activity from outside must have before a turn may see it.</summary>
internal static class ActivityRules
{
    // The longest known ids are those of Teams threads, at some 200 characters.
    private const int LongestId = 1024;

    /// <summary>Reads an activity whose text is within bounds.</summary>
    internal static (Activity?, ProtocolError?) Parse(in ReadOnlySequence<byte> body, MessageLimits limits)
    {
        if (!ActivityParser.TryParse(body, out var activity, out var problem))
        {
            return (null, new ProtocolError(400, "BadSyntax", problem));
        }

        return activity.Text?.Length > limits.LongestText
            ? (null, new ProtocolError(413, "MessageSizeTooBig", string.Create(CultureInfo.InvariantCulture, $"$.text is longer than {limits.LongestText} characters: send a shorter one.")))
            : (activity, null);
    }

    /// <summary>Why an activity cannot be routed; null = it can.</summary>
    internal static ProtocolError? Refuse(Activity activity)
    {
        var member = !IsId(activity.ChannelId) ? "channelId"
            : !IsId(activity.Conversation?.Id) ? "conversation.id"
            : !IsId(activity.From?.Id) ? "from.id"
            : activity.Id is { } id && !IsId(id) ? "id"
            : null;
        return member is null
            ? null
            : ProtocolError.BadRequest(string.Create(CultureInfo.InvariantCulture, $"$.{member} is missing, empty, '.', '..' or longer than {LongestId} characters: an activity needs it to be answered."));
    }

    private static bool IsId(string? id) => id is { Length: > 0 and <= LongestId } and not ("." or "..") && !id.AsSpan().IsWhiteSpace();
}
