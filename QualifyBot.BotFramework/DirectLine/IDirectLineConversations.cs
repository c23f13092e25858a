using QualifyBot.BotFramework.Schema;

namespace QualifyBot.BotFramework.DirectLine;

/// <summary>
/// The conversations behind the Direct Line server, which keeps nothing itself: any host can answer any request. Each conversation has one
/// log of activities, the user's and the bot's. A member that cannot reach its store throws <see cref="IOException"/> or
/// <see cref="TimeoutException"/>.
/// </summary>
public interface IDirectLineConversations
{
    /// <summary>Starts a conversation, unless it exists, with the activity that tells the bot who is in it.</summary>
    /// <returns>False if it existed; then nothing was done.</returns>
    ValueTask<bool> StartAsync(Activity conversationUpdate, CancellationToken cancellation);

    /// <summary>Whether a conversation was started and has not been forgotten.</summary>
    ValueTask<bool> ExistsAsync(string conversationId, CancellationToken cancellation);

    /// <summary>
    /// Appends what the user sent to the log, as it is, ahead of the replies to it, and has the bot answer. An id that is in the
    /// log already is accepted and not appended again. Timestamps of a log must not fall.
    /// </summary>
    ValueTask<PostResult> PostAsync(Activity fromUser, CancellationToken cancellation);

    /// <summary>At most <paramref name="limit"/> entries behind the position <paramref name="after"/> (0 = from the start), in order.</summary>
    ValueTask<IReadOnlyList<StreamEntry>> ReadAsync(string conversationId, long after, int limit, CancellationToken cancellation);

    /// <summary>A number for each conversation, in their order, that is another one after each append; 0 where there is none.</summary>
    ValueTask<IReadOnlyList<long>> VersionsAsync(IReadOnlyList<string> conversationIds, CancellationToken cancellation);

    /// <summary>Calls <paramref name="onNew"/>, which is quick and does not throw, after each append. Notices may be lost.</summary>
    ValueTask<IAsyncDisposable> SubscribeAsync(string conversationId, Action onNew, CancellationToken cancellation);
}

/// <summary>What became of an activity a user sent.</summary>
public enum PostResult
{
    /// <summary>It is in the log, and the bot has it.</summary>
    Accepted,

    /// <summary>There is no such conversation, or no longer.</summary>
    UnknownConversation,

    /// <summary>It was not taken now, and can be sent again.</summary>
    Busy,

    /// <summary>It was not taken: the conversation keeps as many files as it may.</summary>
    TooManyFiles,
}

/// <summary>An entry of a conversation's log.</summary>
/// <param name="Position">Its place, counted from 1: the watermark of a client that has seen it.</param>
/// <param name="ActivityJson">The activity, in UTF-8.</param>
public readonly record struct StreamEntry(long Position, ReadOnlyMemory<byte> ActivityJson);
