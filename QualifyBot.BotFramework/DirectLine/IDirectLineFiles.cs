using QualifyBot.BotFramework.Schema;

namespace QualifyBot.BotFramework.DirectLine;

/// <summary>
/// The files that visitors send, kept where the conversations are, so that any host can take and serve them. A file is there once an activity that names it
/// was taken; one that never gets so far is forgotten within an hour. A member that cannot reach its store throws <see cref="IOException"/> or
/// <see cref="TimeoutException"/>.
/// </summary>
public interface IDirectLineFiles
{
    /// <summary>What a conversation keeps already; null = there is no such conversation.</summary>
    ValueTask<FileCount?> CountAsync(string conversationId, CancellationToken cancellation);

    /// <summary>Adds a piece to a file that is on its way in; the caller's again afterwards.</summary>
    ValueTask AddAsync(string conversationId, string fileId, ReadOnlyMemory<byte> piece, CancellationToken cancellation);

    /// <summary>Forgets files that were on their way in.</summary>
    ValueTask DropAsync(string conversationId, IReadOnlyList<string> fileIds, CancellationToken cancellation);

    /// <summary>
    /// As <see cref="IDirectLineConversations.PostAsync"/>, and keeps the files in the same step; <see cref="PostResult.TooManyFiles"/> where the conversation would
    /// then keep more than <paramref name="most"/>, and nothing was done.
    /// </summary>
    ValueTask<PostResult> PostAsync(Activity fromUser, IReadOnlyList<UploadedFile> files, FileCount most, CancellationToken cancellation);

    /// <summary>A file of a conversation, with its pieces in order; null = there is none of this id, or no longer.</summary>
    ValueTask<FileContent?> OpenAsync(string conversationId, string fileId, CancellationToken cancellation);
}

/// <summary>A file and what is in it.</summary>
public sealed record FileContent(UploadedFile File, IAsyncEnumerable<ReadOnlyMemory<byte>> Pieces);
