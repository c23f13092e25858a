namespace QualifyBot.BotFramework.Connector;

/// <summary>What became of a reply: a closed union.</summary>
public abstract record SendResult
{
    private SendResult()
    {
    }

    /// <summary>The channel took it.</summary>
    /// <param name="Id">The id it gave it, if it named one.</param>
    public sealed record Sent(string? Id) : SendResult
    {
        internal static Sent WithoutId { get; } = new((string?)null);
    }

    /// <summary>It will never be taken: sending it again is of no use.</summary>
    public sealed record Refused(string Reason) : SendResult;

    /// <summary>It was not taken this time.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="RetryAfter">How long the channel wants to be left alone, if it said so.</param>
    public sealed record Failed(string Reason, TimeSpan? RetryAfter) : SendResult;
}

/// <summary>Where a reply goes.</summary>
/// <param name="ServiceUrl">The serviceUrl of the conversation's latest activity.</param>
/// <param name="ConversationId">The conversation's id, as the channel wrote it.</param>
/// <param name="ReplyToId">The activity it answers; null for one that answers none.</param>
public readonly record struct ReplyAddress(string ServiceUrl, string ConversationId, string? ReplyToId);
