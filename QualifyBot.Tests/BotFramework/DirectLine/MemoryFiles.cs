using System.Collections.Concurrent;
using QualifyBot.BotFramework.DirectLine;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Tests.BotFramework.DirectLine;

/// <summary>Files in memory, beside conversations in memory.</summary>
internal sealed class MemoryFiles(MemoryConversations conversations) : IDirectLineFiles
{
    private readonly ConcurrentDictionary<string, List<byte[]>> _coming = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Conversation, string Id), UploadedFile> _kept = [];

    /// <summary>How many files there are, whole or on their way.</summary>
    public int Count => _coming.Count;

    public async ValueTask<FileCount?> CountAsync(string conversationId, CancellationToken cancellation) =>
        await conversations.ExistsAsync(conversationId, cancellation)
            ? new FileCount(_kept.Keys.Count(key => key.Conversation == conversationId), _kept.Where(pair => pair.Key.Conversation == conversationId).Sum(pair => pair.Value.Size))
            : null;

    public ValueTask AddAsync(string conversationId, string fileId, ReadOnlyMemory<byte> piece, CancellationToken cancellation)
    {
        _coming.GetOrAdd(fileId, _ => []).Add(piece.ToArray());
        return ValueTask.CompletedTask;
    }

    public ValueTask DropAsync(string conversationId, IReadOnlyList<string> fileIds, CancellationToken cancellation)
    {
        foreach (var id in fileIds)
        {
            _coming.TryRemove(id, out _);
        }

        return ValueTask.CompletedTask;
    }

    public async ValueTask<PostResult> PostAsync(Activity fromUser, IReadOnlyList<UploadedFile> files, FileCount most, CancellationToken cancellation)
    {
        var conversationId = fromUser.Conversation!.Id!;
        var held = await CountAsync(conversationId, cancellation) ?? default;
        if (!held.Plus(new FileCount(files.Count, files.Sum(file => file.Size))).IsWithin(most))
        {
            return PostResult.TooManyFiles;
        }

        foreach (var file in files)
        {
            _kept[(conversationId, file.Id)] = file;
        }

        return await conversations.PostAsync(fromUser, cancellation);
    }

    public ValueTask<FileContent?> OpenAsync(string conversationId, string fileId, CancellationToken cancellation) =>
        new(_kept.TryGetValue((conversationId, fileId), out var file) ? new FileContent(file, PiecesAsync(fileId)) : null);

    private async IAsyncEnumerable<ReadOnlyMemory<byte>> PiecesAsync(string fileId)
    {
        foreach (var piece in _coming[fileId])
        {
            await Task.Yield();
            yield return piece;
        }
    }
}
