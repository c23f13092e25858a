using QualifyBot.Bot.Storage;
using QualifyBot.Bot.Turns;
using QualifyBot.BotFramework.DirectLine;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Bot.Channels;

/// <summary>The conversations of web visitors, as the Direct Line server sees them: the log of a conversation is what the visitor's page shows.</summary>
internal sealed class WebConversations(TurnPipeline pipeline, IStore store, PublicAddress address) : IDirectLineConversations
{
    private const int MostAtOnce = 256;

    /// <inheritdoc/>
    public async ValueTask<bool> StartAsync(Activity conversationUpdate, CancellationToken cancellation)
    {
        if (await ExistsAsync(conversationUpdate.Conversation!.Id!, cancellation))
        {
            return false;
        }

        return !(await pipeline.RunAsync(Request(conversationUpdate), cancellation)).Repeated;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> ExistsAsync(string conversationId, CancellationToken cancellation)
    {
        var key = KeyOf(conversationId);
        return (await store.GetAsync([new StoreKey(key.Partition, key.State)], cancellation))[0] is not null;
    }

    /// <inheritdoc/>
    public async ValueTask<PostResult> PostAsync(Activity fromUser, CancellationToken cancellation)
    {
        await pipeline.RunAsync(Request(fromUser), cancellation);
        return PostResult.Accepted;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<StreamEntry>> ReadAsync(string conversationId, long after, int limit, CancellationToken cancellation)
    {
        var key = KeyOf(conversationId);
        var entries = await store.ReadAsync(new StoreKey(key.Partition, key.Log), after, limit, cancellation);
        return [.. entries.Select(entry => new StreamEntry(entry.Position, entry.Data))];
    }

    // A turn writes the log and the state in one commit, so that the state's version tells of both.
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<long>> VersionsAsync(IReadOnlyList<string> conversationIds, CancellationToken cancellation)
    {
        var versions = new List<long>(conversationIds.Count);
        foreach (var some in conversationIds.Select(KeyOf).Select(static key => new StoreKey(key.Partition, key.State)).Chunk(MostAtOnce))
        {
            versions.AddRange((await store.GetAsync(some, cancellation)).Select(static state => state?.Version ?? 0));
        }

        return versions;
    }

    /// <inheritdoc/>
    public ValueTask<IAsyncDisposable> SubscribeAsync(string conversationId, Action onNew, CancellationToken cancellation) =>
        store.SubscribeAsync(KeyOf(conversationId).Topic, onNew, cancellation);

    // Who writes stands in the token, which only this server and the site's own can make.
    private TurnRequest Request(Activity activity) => new(activity, ReplyPath.Log, address.Url) { IsVouched = true };

    private static ConversationKey KeyOf(string conversationId) => new(ChannelIds.Directline, conversationId);
}
