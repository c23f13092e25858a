using System.Text;
using StackExchange.Redis;

namespace QualifyBot.Tests.Support;

/// <summary>A store of a test's own that outlives the hosts which use it.</summary>
internal sealed class StoreBox : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly string prefix = RedisServer.FreshPrefix();
    private readonly string kind;

    public StoreBox(string kind) => this.kind = kind;

    /// <summary>The kinds of store there are.</summary>
    public static TheoryData<string> Kinds => ["sqlite", "redis"];

    /// <summary>Command-line settings of a host that uses it.</summary>
    public string[] Settings => kind == "redis"
        ? ["--Storage:Redis", RedisServer.Shared.Configuration, "--Storage:Prefix", prefix]
        : ["--Storage:Path", folder.File("store.db")];

    /// <summary>Whether a text stands anywhere in what is stored, as bytes; ask only once no host has the store open.</summary>
    public bool Holds(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Stored().Any(stored => stored.AsSpan().IndexOf(bytes) >= 0);
    }

    public void Dispose() => folder.Dispose();

    private IEnumerable<byte[]> Stored() => kind == "redis" ? InRedis() : Directory.EnumerateFiles(folder.Root).Select(File.ReadAllBytes);

    private List<byte[]> InRedis()
    {
        // Else short texts would hide in compressed dumps.
        _ = RedisServer.Shared.Ask("CONFIG SET rdbcompression no");
        // A busy machine may take its time to look through all that the tests have stored.
        using var connection = ConnectionMultiplexer.Connect(RedisServer.Shared.Configuration + ",syncTimeout=60000");
        var keys = connection.GetServer(RedisServer.Shared.Configuration).Keys(pattern: prefix + "*").ToArray();
        return [.. keys.Select(key => Encoding.UTF8.GetBytes((string)key!).Concat(connection.GetDatabase().KeyDump(key) ?? []).ToArray())];
    }
}
