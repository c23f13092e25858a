using System.Globalization;
using QualifyBot.Bot.Storage;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Storage;

/// <summary>The contract on a Redis, and what only a server that others share can show.</summary>
public class RedisStoreTests : StoreContract
{
    protected override TimeSpan Brief => TimeSpan.FromSeconds(1.5);

    protected string Prefix { get; } = RedisServer.FreshPrefix();

    protected virtual RedisServer Server => RedisServer.Shared;

    protected override Task<IStore> OpenAsync() => Task.FromResult<IStore>(RedisStore.Connect(Server.Configuration, Prefix));

    protected override Task OutliveAsync(TimeSpan timeToLive, Func<Task<bool>> gone) => Eventually.TrueAsync(gone, "its time to pass");

    [Fact]
    public async Task Two_hosts_share_documents_and_notices()
    {
        await using var other = await OpenAsync();
        var heard = 0;
        await using var subscription = await other.SubscribeAsync("work", () => Interlocked.Increment(ref heard), default);
        await CommitAsync(Put("a", "x", 0), new StoreChange.Notify("work"));
        Assert.Equal(1, (await other.GetAsync([new(P, "a")], default))[0]!.Version);
        await Eventually.TrueAsync(() => Volatile.Read(ref heard) == 1, "the other host's notice");
    }

    [Fact]
    public async Task Products_with_other_prefixes_share_a_redis_and_see_nothing_of_each_other()
    {
        await using var other = RedisStore.Connect(Server.Configuration, RedisServer.FreshPrefix());
        var heard = 0;
        await using var subscription = await other.SubscribeAsync("work", () => Interlocked.Increment(ref heard), default);
        await CommitAsync(Put("a", "x", 0), Append("a", "x"), new StoreChange.IndexAdd("a", "m", 1), new StoreChange.Notify("work"));
        Assert.Null((await other.GetAsync([new(P, "a")], default))[0]);
        Assert.Empty(await other.ReadAsync(new(P, "a"), 0, 9, default));
        Assert.Empty(await other.RangeAsync(new(P, "a"), 0, 9, 9, descending: false, default));
        Assert.True(await other.CommitAsync(P, [new StoreChange.Notify("work")], default));
        await Eventually.TrueAsync(() => Volatile.Read(ref heard) > 0, "its own notice");
        Assert.Equal(1, heard);
    }

    [Fact]
    public async Task Keys_are_named_so_that_people_and_a_cluster_find_their_way()
    {
        await CommitAsync(Put("talk", "data", 0), Append("talk", "entry"), new StoreChange.IndexAdd("talk", "member", 1));
        Assert.Contains("0000000001|data", Server.Ask($"GET {Prefix}:{{p17}}:d:talk"), StringComparison.Ordinal);
        Assert.Contains("entry", Server.Ask($"LRANGE {Prefix}:{{p17}}:l:talk 0 -1"), StringComparison.Ordinal);
        Assert.Contains("member", Server.Ask($"ZRANGE {Prefix}:{{p17}}:i:talk 0 -1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redis_itself_ends_what_has_a_time_to_live_and_nothing_else()
    {
        var hour = TimeSpan.FromHours(1);
        await CommitAsync(Put("brief", "x", 0, hour), Put("any", "x", null, hour), Put("kept", "x", 0), Append("brief", "x", hour), Append("kept", "x"));
        (string Key, bool Ends)[] cases = [("d:brief", true), ("d:any", true), ("d:kept", false), ("l:brief", true), ("l:kept", false)];
        foreach (var (key, ends) in cases)
        {
            var left = int.Parse(Server.Ask($"PTTL {Prefix}:{{p17}}:{key}").Trim().TrimStart(':'), CultureInfo.InvariantCulture);
            Assert.InRange(left, ends ? 3_500_000 : -1, ends ? 3_600_000 : -1);
        }
    }

    [Fact]
    public async Task A_server_that_forgot_the_script_is_told_it_again()
    {
        await CommitAsync(Put("a", "x", 0));
        _ = Server.Ask("SCRIPT FLUSH");
        Assert.True(await CommitAsync(Put("a", "y", 1)));
        Assert.Equal("y v2", await TextAsync("a"));
        Assert.True(await CommitAsync(Put("a", "z", 2)));
    }

    [Fact]
    public async Task A_document_another_program_wrote_under_our_prefix_is_an_error_that_names_it()
    {
        _ = Server.Ask($"SET {Prefix}:{{p17}}:d:foreign hello");
        var problem = await Assert.ThrowsAsync<InvalidDataException>(() => GetAsync("foreign"));
        Assert.Contains("'foreign' of partition 'p17'", problem.Message, StringComparison.Ordinal);
    }
}

/// <summary>The same on a cluster of one node, which refuses a command whose keys lie in different slots.</summary>
public sealed class RedisClusterStoreTests : RedisStoreTests
{
    private static readonly Lazy<RedisServer> Cluster = new(() => new(cluster: true));

    protected override RedisServer Server => Cluster.Value;

    [Fact]
    public void The_node_is_a_cluster_and_refuses_keys_of_two_slots() =>
        Assert.StartsWith("-CROSSSLOT", Server.Ask("MGET a b"), StringComparison.Ordinal);
}
