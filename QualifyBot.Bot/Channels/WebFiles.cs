using System.Text.Json;
using QualifyBot.Bot.Dialogs;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Bot.Storage;
using QualifyBot.Bot.Turns;
using QualifyBot.BotFramework.DirectLine;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Bot.Channels;

/// <summary>The files of web visitors, as the Direct Line server sees them.</summary>
internal sealed class WebFiles(TurnPipeline pipeline, VisitorFiles files, IStore store, PublicAddress address) : IDirectLineFiles
{
    /// <inheritdoc/>
    public async ValueTask<FileCount?> CountAsync(string conversationId, CancellationToken cancellation)
    {
        var (isThere, lead) = await FindAsync(conversationId, cancellation);
        return isThere ? VisitorFiles.CountOf(lead) : null;
    }

    /// <inheritdoc/>
    public ValueTask AddAsync(string conversationId, string fileId, ReadOnlyMemory<byte> piece, CancellationToken cancellation) =>
        files.AddAsync(KeyOf(conversationId), fileId, piece, cancellation);

    /// <inheritdoc/>
    public ValueTask DropAsync(string conversationId, IReadOnlyList<string> fileIds, CancellationToken cancellation) =>
        files.DropAsync(KeyOf(conversationId), fileIds, cancellation);

    /// <inheritdoc/>
    public async ValueTask<PostResult> PostAsync(Activity fromUser, IReadOnlyList<UploadedFile> files, FileCount most, CancellationToken cancellation)
    {
        var request = new TurnRequest(fromUser, ReplyPath.Log, address.Url) { IsVouched = true, Files = files, MostFiles = most };
        var conversationId = fromUser.Conversation!.Id!;
        var result = await pipeline.RunAsync(request, cancellation);
        if (result.Repeated)
        {
            // The message came before, and its files with it.
            await DropAsync(conversationId, [.. files.Select(static file => file.Id)], cancellation);
        }

        return result.IsFull ? PostResult.TooManyFiles : PostResult.Accepted;
    }

    /// <inheritdoc/>
    public async ValueTask<FileContent?> OpenAsync(string conversationId, string fileId, CancellationToken cancellation) =>
        await files.OpenAsync((await FindAsync(conversationId, cancellation)).Lead, fileId, cancellation);

    private async ValueTask<(bool IsThere, LeadRecord? Lead)> FindAsync(string conversationId, CancellationToken cancellation)
    {
        var key = KeyOf(conversationId);
        var documents = await store.GetAsync([new StoreKey(key.Partition, key.State), new StoreKey(key.Partition, key.Lead)], cancellation);
        return (documents[0] is not null, documents[1] is { } lead ? JsonSerializer.Deserialize(lead.Data.Span, DialogsJsonContext.Default.LeadRecord) : null);
    }

    private static ConversationKey KeyOf(string conversationId) => new(ChannelIds.Directline, conversationId);
}
