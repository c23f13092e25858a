using QualifyBot.Bot.Dialogs;
using QualifyBot.Bot.Extraction;
using QualifyBot.Bot.Storage;
using QualifyBot.BotFramework.DirectLine;
using QualifyBot.BotFramework.Schema;
using QualifyBot.BotFramework.Turns;

namespace QualifyBot.Bot.Turns;

/// <summary>How the replies of a turn reach the visitor.</summary>
public enum ReplyPath
{
    /// <summary>Through the Connector API at the activity's serviceUrl, by the outbox.</summary>
    Connector,

    /// <summary>In the answer to the request that brought the activity, or on the terminal.</summary>
    Caller,

    /// <summary>From the conversation's log, which the visitor's client reads and is notified of.</summary>
    Log,
}

/// <summary>An activity that came in.</summary>
/// <param name="Activity">Authenticated, with channelId, conversation.id and from.id; the turn's own from here on.</param>
/// <param name="Path">How replies go out.</param>
/// <param name="PublicUrl">Where the visitor can fetch things from this host, without a trailing slash; null = nowhere.</param>
public sealed record TurnRequest(Activity Activity, ReplyPath Path, string? PublicUrl)
{
    /// <summary>True where the channel vouches for who the visitor is: the id was not merely claimed by whoever wrote.</summary>
    public bool IsVouched { get; init; }

    /// <summary>Files that came with it and are kept with the turn; its attachments name them.</summary>
    public IReadOnlyList<UploadedFile> Files { get; init; } = [];

    /// <summary>The most that the conversation may keep with them.</summary>
    public FileCount MostFiles { get; init; }

    /// <summary>What the bot does in a turn that it starts itself; null = it answers the activity.</summary>
    public BotCallbackHandler? Unasked { get; init; }

    /// <summary>The log that holds the message which the activity edits or deletes; null for all other activities.</summary>
    public IReadOnlyList<LogEntry>? Edited { get; init; }

    /// <summary>What the page told of the visit; null = nothing.</summary>
    public VisitNews? Visit { get; init; }

    /// <summary>What came of the token that says who the visitor is; null = there was none.</summary>
    public IdentityClaim? Claim { get; init; }

    /// <summary>What a model said about it, so that a turn which runs again does not ask again.</summary>
    public TurnMemory Memory { get; } = new();
}

/// <summary>What came of an activity.</summary>
/// <param name="Repeated">True where it had been answered before; nothing was done again.</param>
/// <param name="Replies">The replies as JSON in UTF-8; those given before where it is repeated.</param>
/// <param name="Invoked">The answer to an invoke, or null.</param>
/// <param name="Delivered">Ends once the replies are delivered or given up; never fails.</param>
public sealed record TurnResult(bool Repeated, IReadOnlyList<ReadOnlyMemory<byte>> Replies, InvokeResponse? Invoked, Task Delivered)
{
    /// <summary>True where the conversation keeps as many files as it may; nothing was done.</summary>
    public bool IsFull { get; init; }
}
