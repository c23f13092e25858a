using StackExchange.Redis;

namespace QualifyBot.Bot.Storage;

/// <summary>
/// Names of a partition's keys: "prefix:{partition}:d:name", with d for a document, l for a log, i for an index. The braces make
/// the partition the hash tag of Redis Cluster, so all its keys live in one slot.
/// </summary>
internal readonly struct RedisPartition(string prefix, string partition)
{
    private readonly string head = $"{prefix}:{{{Tag(partition)}}}:";

    public RedisKey Document(string name) => string.Concat(head, "d:", name);

    public RedisKey Log(string name) => string.Concat(head, "l:", name);

    public RedisKey Index(string name) => string.Concat(head, "i:", name);

    public static RedisChannel Topic(string prefix, string topic) =>
        new($"{prefix}:n:{topic}", RedisChannel.PatternMode.Literal);

    // A tag ends at its first "}", and an empty tag is none: both are written so that no two partitions meet.
    private static string Tag(string partition)
    {
        if (partition.Length == 0)
        {
            return "%";
        }

        return partition.AsSpan().IndexOfAny('%', '{', '}') < 0
            ? partition
            : partition.Replace("%", "%25", StringComparison.Ordinal)
                .Replace("{", "%7B", StringComparison.Ordinal)
                .Replace("}", "%7D", StringComparison.Ordinal);
    }
}
