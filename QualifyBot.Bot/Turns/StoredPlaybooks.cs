using System.Text;
using QualifyBot.Bot.Playbooks;
using QualifyBot.Bot.Storage;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Turns;

/// <summary>
/// Every version of a rulebook under which leads were scored: the text of its file under the hash of its content, written once and never changed,
/// so that decisions can be recomputed after the file has changed.
/// </summary>
public sealed class StoredPlaybooks(IStore store)
{
    private const string Partition = "playbooks";

    private readonly Dictionary<string, Playbook?> known = new(StringComparer.Ordinal);

    /// <summary>Keeps the playbooks of a catalog that are not kept yet.</summary>
    public async ValueTask KeepAsync(PlaybookCatalog catalog, CancellationToken cancellation)
    {
        var hashes = catalog.Sources.Keys.Order(StringComparer.Ordinal).ToArray();
        var there = await store.GetAsync([.. hashes.Select(KeyOf)], cancellation);
        foreach (var hash in hashes.Where((_, place) => there[place] is null))
        {
            // Where another host was first, it wrote a text of the same rules.
            await store.CommitAsync(Partition, [new StoreChange.Put(hash, Encoding.UTF8.GetBytes(catalog.Sources[hash]), 0)], cancellation);
        }
    }

    /// <summary>The rulebook of this hash; null where none is kept, or where what is kept is not what was put there.</summary>
    public async ValueTask<Playbook?> FindAsync(string hash, CancellationToken cancellation)
    {
        if (!known.TryGetValue(hash, out var playbook))
        {
            playbook = await ReadAsync(hash, cancellation);
            known[hash] = playbook;
        }

        return playbook;
    }

    private async ValueTask<Playbook?> ReadAsync(string hash, CancellationToken cancellation)
    {
        if ((await store.GetAsync([KeyOf(hash)], cancellation))[0] is not { } document)
        {
            return null;
        }

        var playbook = PlaybookLoader.Parse(hash, Encoding.UTF8.GetString(document.Data.Span)).Playbook;
        return string.Equals(playbook?.Hash, hash, StringComparison.Ordinal) ? playbook : null;
    }

    private static StoreKey KeyOf(string hash) => new(Partition, hash);
}
