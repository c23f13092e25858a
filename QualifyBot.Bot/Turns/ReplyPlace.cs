using System.Globalization;

namespace QualifyBot.Bot.Turns;

/// <summary>A reply's place: its conversation, and its position in the log.</summary>
/// <param name="Key">The conversation.</param>
/// <param name="Position">The position, from 1.</param>
public readonly record struct ReplyPlace(ConversationKey Key, long Position)
{
    private const char Separator = '-';

    /// <summary>The place that <see cref="ToString"/> wrote, or null where the text is none.</summary>
    public static ReplyPlace? Parse(string text) =>
        text.Split(Separator) is [var leadId, var position] && ConversationKey.OfLead(leadId) is { } key
            && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? new ReplyPlace(key, at)
            : null;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Key.LeadId}{Separator}{Position}");
}

/// <summary>That a reply was given up.</summary>
/// <param name="Reason">What the channel said, or what stood in the way.</param>
/// <param name="Tries">How often it was tried.</param>
/// <param name="At">When it was given up.</param>
public sealed record GivenUp(string Reason, int Tries, DateTimeOffset At);

/// <summary>A reply that no channel took.</summary>
/// <param name="Place">Its place.</param>
/// <param name="GivenUp">Why it did not go out.</param>
/// <param name="Reply">The reply, or null where it was erased.</param>
public sealed record UndeliveredReply(ReplyPlace Place, GivenUp GivenUp, QualifyBot.BotFramework.Schema.Activity? Reply);
