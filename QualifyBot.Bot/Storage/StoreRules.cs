using System.Text;

namespace QualifyBot.Bot.Storage;

/// <summary>What every store asks of its callers, so that a commit that is begun cannot fail halfway.</summary>
internal static class StoreRules
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Throws where two different names would be stored as the same bytes.</summary>
    public static void CheckName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0)
        {
            _ = Strict.GetByteCount(name);
        }
    }

    public static void CheckKey(StoreKey key)
    {
        CheckName(key.Partition);
        CheckName(key.Name);
    }

    public static void CheckRange(double from, double to, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        CheckScore(from);
        CheckScore(to);
    }

    public static void CheckPage(long after, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
    }

    public static void CheckCommit(string partition, IReadOnlyList<StoreChange> changes)
    {
        CheckName(partition);
        HashSet<string>? documents = null;
        foreach (var change in changes)
        {
            CheckChange(change);
            if (DocumentOf(change) is { } document && changes.Count > 1 && !(documents ??= new(StringComparer.Ordinal)).Add(document))
            {
                throw new ArgumentException($"The commit names the document '{document}' twice; make it one change.", nameof(changes));
            }
        }
    }

    private static string? DocumentOf(StoreChange change) => change switch
    {
        StoreChange.Put put => put.Name,
        StoreChange.Delete delete => delete.Name,
        _ => null,
    };

    private static void CheckChange(StoreChange change)
    {
        switch (change)
        {
            case StoreChange.Put put:
                CheckName(put.Name);
                CheckTimeToLive(put.TimeToLive);
                break;
            case StoreChange.Delete delete:
                CheckName(delete.Name);
                break;
            case StoreChange.Append append:
                CheckName(append.Log);
                CheckTimeToLive(append.TimeToLive);
                break;
            case StoreChange.IndexAdd add:
                CheckName(add.Index);
                CheckName(add.Member);
                CheckScore(add.Score);
                break;
            case StoreChange.IndexRemove remove:
                CheckName(remove.Index);
                CheckName(remove.Member);
                break;
            case StoreChange.Notify notify:
                CheckName(notify.Topic);
                break;
        }
    }

    private static void CheckTimeToLive(TimeSpan? timeToLive)
    {
        if (timeToLive <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(timeToLive), timeToLive, "A time to live is above zero.");
        }
    }

    private static void CheckScore(double score)
    {
        if (double.IsNaN(score))
        {
            throw new ArgumentOutOfRangeException(nameof(score), score, "A score is a number.");
        }
    }
}
