using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Bot.Storage;
using QualifyBot.BotFramework.DirectLine;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Bot.Turns;

/// <summary>
/// The files of visitors, each a log of pieces beside its conversation. What comes in lives for an hour; the turn that takes its message lengthens
/// that to the time of the transcript, in its one commit, and notes it in the lead: so a file is there with its message, or not at all.
/// </summary>
internal sealed class VisitorFiles(IStore store)
{
    private const int MostElsewhere = 100;
    private const int PiecesAtOnce = 4;
    private static readonly TimeSpan OnTheWay = TimeSpan.FromHours(1);

    /// <summary>What a lead keeps.</summary>
    public static FileCount CountOf(LeadRecord? lead) =>
        lead is null ? default : new FileCount(lead.Files.Count(static file => file.Id is not null), lead.Files.Sum(static file => file.Size));

    /// <summary>Whether a lead may keep the files of a turn besides its own.</summary>
    public static bool HasRoom(LeadRecord? lead, TurnRequest request) =>
        CountOf(lead).Plus(new FileCount(request.Files.Count, request.Files.Sum(static file => file.Size))).IsWithin(request.MostFiles);

    /// <summary>A lead's files with those of a message, also with those that only its channel keeps.</summary>
    public static ImmutableArray<FileRecord> With(ImmutableArray<FileRecord> files, TurnRequest request, DateTimeOffset now)
    {
        var messageId = request.Activity.Id ?? "";
        var kept = request.Files.Select(file => new FileRecord(file.Id, file.Name, file.ContentType, file.Size, messageId, now));
        var elsewhere = (request.Activity.Attachments ?? [])
            .Where(static attachment => attachment.ContentUrl is { } url && !url.StartsWith(UploadedFile.Scheme, StringComparison.Ordinal))
            .Select(attachment => new FileRecord(null, Shown(attachment.Name), Shown(attachment.ContentType), 0, messageId, now))
            .Take(Math.Max(0, MostElsewhere - files.Count(static file => file.Id is null)));
        return [.. files, .. kept, .. elsewhere];
    }

    /// <summary>What a turn's commit does with the files that came with its message.</summary>
    public static IEnumerable<StoreChange> Settle(ConversationKey key, IEnumerable<UploadedFile> files, bool isErased, RetentionOptions retention)
    {
        var days = retention.Conversations < retention.Leads ? retention.Conversations : retention.Leads;
        return files.Select<UploadedFile, StoreChange>(file => isErased
            ? new StoreChange.Delete(key.File(file.Id))
            : new StoreChange.Append(key.File(file.Id), ReadOnlyMemory<byte>.Empty, days));
    }

    /// <summary>Adds a piece to a file that is on its way in.</summary>
    public async ValueTask AddAsync(ConversationKey key, string fileId, ReadOnlyMemory<byte> piece, CancellationToken cancellation) =>
        await store.CommitAsync(key.Partition, [new StoreChange.Append(key.File(fileId), piece, OnTheWay)], cancellation);

    /// <summary>Forgets files that were on their way in.</summary>
    public async ValueTask DropAsync(ConversationKey key, IEnumerable<string> fileIds, CancellationToken cancellation) =>
        await store.CommitAsync(key.Partition, [.. fileIds.Select(id => new StoreChange.Delete(key.File(id)))], cancellation);

    /// <summary>A file of a lead; null where it keeps none of this id, or its time has run out.</summary>
    public async ValueTask<FileContent?> OpenAsync(LeadRecord? lead, string fileId, CancellationToken cancellation)
    {
        if (lead?.Files.FirstOrDefault(file => string.Equals(file.Id, fileId, StringComparison.Ordinal)) is not { } file || ConversationKey.OfLead(lead.Id) is not { } key)
        {
            return null;
        }

        var first = await store.ReadAsync(new StoreKey(key.Partition, key.File(fileId)), 0, PiecesAtOnce, cancellation);
        return first.Count > 0
            ? new FileContent(new UploadedFile(fileId, file.Name ?? fileId, file.ContentType ?? "application/octet-stream", file.Size), PiecesAsync(key, fileId, first, cancellation))
            : null;
    }

    private static string? Shown(string? text) => text is { Length: > 200 } ? text[..200] : text;

    private async IAsyncEnumerable<ReadOnlyMemory<byte>> PiecesAsync(
        ConversationKey key, string fileId, IReadOnlyList<LogEntry> first, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var pieces = first; pieces.Count > 0; pieces = await store.ReadAsync(new StoreKey(key.Partition, key.File(fileId)), pieces[^1].Position, PiecesAtOnce, cancellation))
        {
            foreach (var piece in pieces)
            {
                yield return piece.Data;
            }
        }
    }
}
