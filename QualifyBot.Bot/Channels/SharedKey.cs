using QualifyBot.Bot.Storage;
using QualifyBot.BotFramework.DirectLine;

namespace QualifyBot.Bot.Channels;

/// <summary>The key with which all hosts of one store sign the tokens of web visitors: made by the first of them, and never sent anywhere.</summary>
internal static class SharedKey
{
    private const int Length = 32;
    private static readonly StoreKey Place = new("keys", "directline");

    /// <summary>The key; made if there is none yet.</summary>
    /// <param name="store">Where it is kept.</param>
    /// <param name="fill">Fills a span with random bytes that nobody can guess.</param>
    /// <param name="cancellation">Stops the wait.</param>
    public static async ValueTask<byte[]> GetAsync(IStore store, FillRandom fill, CancellationToken cancellation)
    {
        while (true)
        {
            if ((await store.GetAsync([Place], cancellation))[0] is { } document)
            {
                return document.Data.ToArray();
            }

            var key = new byte[Length];
            fill(key);
            await store.CommitAsync(Place.Partition, [new StoreChange.Put(Place.Name, key, 0)], cancellation);
        }
    }
}
