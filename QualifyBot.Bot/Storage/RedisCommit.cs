using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using StackExchange.Redis;

namespace QualifyBot.Bot.Storage;

/// <summary>
/// A commit as keys and arguments of one script: first the versions to check, then the commands to run. A document is stored
/// as its version in ten digits, "|" and its bytes, so that the script compares a version without reading the document.
/// </summary>
internal sealed class RedisCommit
{
    /// <summary>Length of a document's head: ten digits and "|".</summary>
    public const int HeadLength = 11;

    /// <summary>
    /// KEYS: one for each check, then one for each command in turn. ARGV: the number of checks, the head each document must
    /// have ("" = none), then for each command how many values follow, its name and its arguments.
    /// </summary>
    public const string Script = """
        local checks = tonumber(ARGV[1])
        for i = 1, checks do
          if redis.call('GETRANGE', KEYS[i], 0, 10) ~= ARGV[i + 1] then return 0 end
        end
        local key, arg, last = checks + 1, checks + 2, #ARGV
        while arg <= last do
          local stop, command = arg + tonumber(ARGV[arg]), ARGV[arg + 1]
          if command == 'PUBLISH' then
            redis.call(command, ARGV[arg + 2], '')
          else
            if command == 'PUT' then
              local version = (tonumber(redis.call('GETRANGE', KEYS[key], 0, 9)) or 0) + 1
              redis.call('SET', KEYS[key], string.format('%010d|', version) .. ARGV[arg + 2], unpack(ARGV, arg + 3, stop))
            else
              redis.call(command, KEYS[key], unpack(ARGV, arg + 2, stop))
            end
            key = key + 1
          end
          arg = stop + 1
        end
        return 1
        """;

    private readonly string prefix;
    private readonly RedisPartition names;
    private readonly List<RedisKey> keys;
    private readonly List<RedisValue> values;

    public RedisCommit(string prefix, string partition, IReadOnlyList<StoreChange> changes)
    {
        this.prefix = prefix;
        names = new(prefix, partition);
        keys = new(2 * changes.Count);
        values = new(6 * changes.Count);
        values.Add(default);
        foreach (var change in changes)
        {
            AddCheck(change);
        }

        values[0] = keys.Count;
        foreach (var change in changes)
        {
            AddCommand(change);
        }
    }

#pragma warning disable CA5350 // Redis names a script by its SHA-1; nothing secret hangs on it.
    public static byte[] Hash { get; } = SHA1.HashData(Encoding.UTF8.GetBytes(Script));
#pragma warning restore CA5350

    public RedisKey[] Keys => [.. keys];

    public RedisValue[] Values => [.. values];

    /// <summary>A document of its stored bytes.</summary>
    public static StoredDocument Document(byte[] stored, StoreKey key) =>
        stored.Length >= HeadLength && stored[HeadLength - 1] == '|'
            && Utf8Parser.TryParse(stored.AsSpan(0, HeadLength - 1), out long version, out var read) && read == HeadLength - 1
            ? new(stored.AsMemory(HeadLength), version)
            : throw new InvalidDataException($"The document '{key.Name}' of partition '{key.Partition}' was not written by this product; choose another Storage:Prefix.");

    private void AddCheck(StoreChange change)
    {
        var (name, expected) = change switch
        {
            StoreChange.Put put => (put.Name, put.Expected),
            StoreChange.Delete delete => (delete.Name, delete.Expected),
            _ => ("", null),
        };
        if (expected is { } version)
        {
            keys.Add(names.Document(name));
            values.Add(version == 0 ? "" : Stored(version, default));
        }
    }

    private void AddCommand(StoreChange change)
    {
        switch (change)
        {
            case StoreChange.Put { Expected: { } expected } put:
                Add(names.Document(put.Name), "SET", Stored(expected + 1, put.Data.Span), put.TimeToLive);
                break;
            case StoreChange.Put put:
                Add(names.Document(put.Name), "PUT", put.Data.ToArray(), put.TimeToLive);
                break;
            case StoreChange.Delete delete:
                Add(names.Document(delete.Name), "DEL");
                Add(names.Log(delete.Name), "DEL");
                break;
            case StoreChange.IndexAdd add:
                Add(names.Index(add.Index), "ZADD", add.Score.ToString("R", CultureInfo.InvariantCulture), add.Member);
                break;
            case StoreChange.IndexRemove remove:
                Add(names.Index(remove.Index), "ZREM", remove.Member);
                break;
            case StoreChange.Append append:
                AddAppend(names.Log(append.Log), append);
                break;
            case StoreChange.Notify notify:
                values.AddRange([2, "PUBLISH", (byte[])RedisPartition.Topic(prefix, notify.Topic)!]);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void AddAppend(RedisKey log, StoreChange.Append append)
    {
        Add(log, "RPUSH", append.Data.ToArray());
        if (append.TimeToLive is { } time)
        {
            Add(log, "PEXPIRE", Milliseconds(time));
        }
        else
        {
            Add(log, "PERSIST");
        }
    }

    private void Add(RedisKey key, string command, RedisValue data, TimeSpan? timeToLive)
    {
        if (timeToLive is { } time)
        {
            Add(key, command, data, "PX", Milliseconds(time));
        }
        else
        {
            Add(key, command, data);
        }
    }

    private void Add(RedisKey key, string command, params ReadOnlySpan<RedisValue> arguments)
    {
        keys.Add(key);
        values.Add(arguments.Length + 1);
        values.Add(command);
        values.AddRange(arguments);
    }

    private static long Milliseconds(TimeSpan time) => Math.Max(1, (long)time.TotalMilliseconds);

    private static byte[] Stored(long version, ReadOnlySpan<byte> data)
    {
        var stored = new byte[HeadLength + data.Length];
        _ = Utf8Formatter.TryFormat(version, stored, out _, new('D', HeadLength - 1));
        stored[HeadLength - 1] = (byte)'|';
        data.CopyTo(stored.AsSpan(HeadLength));
        return stored;
    }
}
