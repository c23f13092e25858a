using System.Globalization;
using System.Text;
using QualifyBot.Bot.Storage;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Storage;

/// <summary>What every store promises. Each store has a class that runs this suite.</summary>
public abstract partial class StoreContract : IAsyncLifetime
{
    protected const string P = "p17";

    protected IStore Store { get; private set; } = null!;

    /// <summary>A time to live that outlasts two commits and can be waited for.</summary>
    protected virtual TimeSpan Brief => TimeSpan.FromMilliseconds(150);

    protected abstract Task<IStore> OpenAsync();

    /// <summary>Lets time pass until something stored for <paramref name="timeToLive"/> is gone.</summary>
    protected abstract Task OutliveAsync(TimeSpan timeToLive, Func<Task<bool>> gone);

    public virtual async Task InitializeAsync() => Store = await OpenAsync();

    public virtual async Task DisposeAsync() => await Store.DisposeAsync();

    protected static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    protected static StoreChange Put(string name, string data, long? expected, TimeSpan? timeToLive = null) =>
        new StoreChange.Put(name, Bytes(data), expected, timeToLive);

    protected static StoreChange Append(string log, string data, TimeSpan? timeToLive = null) =>
        new StoreChange.Append(log, Bytes(data), timeToLive);

    protected Task<bool> CommitAsync(params StoreChange[] changes) => Store.CommitAsync(P, changes, default).AsTask();

    protected async Task<StoredDocument?> GetAsync(string name) => (await Store.GetAsync([new(P, name)], default))[0];

    protected async Task<string> TextAsync(string name) =>
        await GetAsync(name) is { } found ? string.Create(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetString(found.Data.Span)} v{found.Version}") : "none";

    protected async Task<string> LogAsync(string log, long after = 0, int limit = 100) =>
        string.Join(' ', (await Store.ReadAsync(new(P, log), after, limit, default)).Select(entry => $"{entry.Position}:{Encoding.UTF8.GetString(entry.Data.Span)}"));

    protected async Task<string> IndexAsync(
        string index, double from = double.NegativeInfinity, double to = double.PositiveInfinity, int limit = 100, bool descending = false) =>
        string.Join(' ', (await Store.RangeAsync(new(P, index), from, to, limit, descending, default))
            .Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Member}={entry.Score}")));

    [Fact]
    public async Task What_was_never_put_is_not_there()
    {
        Assert.Equal("none", await TextAsync("a"));
        Assert.Equal("", await LogAsync("a"));
        Assert.Equal("", await IndexAsync("a"));
        Assert.Empty(await Store.GetAsync([], default));
    }

    [Fact]
    public async Task A_document_is_read_as_it_was_put_and_each_put_raises_its_version_by_one()
    {
        Assert.True(await CommitAsync(Put("a", "one", 0)));
        Assert.Equal("one v1", await TextAsync("a"));
        Assert.True(await CommitAsync(Put("a", "two", 1)));
        Assert.Equal("two v2", await TextAsync("a"));
        Assert.True(await CommitAsync(Put("a", "three", null)));
        Assert.Equal("three v3", await TextAsync("a"));
        Assert.True(await CommitAsync(Put("b", "", null)));
        Assert.Equal(" v1", await TextAsync("b"));
    }

    [Fact]
    public async Task Versions_pass_ten_without_losing_count()
    {
        for (var version = 0; version < 25; version++)
        {
            Assert.True(await CommitAsync(Put("a", "x", version % 2 == 0 ? version : null)));
        }

        Assert.Equal("x v25", await TextAsync("a"));
        Assert.False(await CommitAsync(Put("a", "y", 2)));
    }

    [Fact]
    public async Task Many_documents_come_in_the_order_asked_over_several_partitions_and_with_repeats()
    {
        await CommitAsync(Put("a", "1", 0), Put("b", "2", 0));
        await Store.CommitAsync("other", [Put("a", "3", 0)], default);
        var found = await Store.GetAsync([new("other", "a"), new(P, "b"), new(P, "none"), new(P, "a"), new("other", "b"), new(P, "b")], default);
        Assert.Equal(["3", "2", "-", "1", "-", "2"], found.Select(document => document is null ? "-" : Encoding.UTF8.GetString(document.Data.Span)));
    }

    [Fact]
    public async Task A_wrong_version_is_refused()
    {
        Assert.False(await CommitAsync(Put("a", "x", 1)));
        Assert.True(await CommitAsync(Put("a", "one", 0)));
        Assert.False(await CommitAsync(Put("a", "x", 0)));
        Assert.False(await CommitAsync(Put("a", "x", 2)));
        Assert.False(await CommitAsync(new StoreChange.Delete("a", 2)));
        Assert.Equal("one v1", await TextAsync("a"));
    }

    [Fact]
    public async Task One_conflict_among_many_changes_changes_nothing_at_all()
    {
        await CommitAsync(Put("a", "one", 0), Put("gone", "stays", 0), Append("log", "1"), new StoreChange.IndexAdd("index", "m", 1));
        Assert.False(await CommitAsync(
            Put("a", "two", 1), Put("new", "x", 0), new StoreChange.Delete("gone"), Append("log", "2"), new StoreChange.IndexAdd("index", "m", 2),
            new StoreChange.IndexAdd("index", "n", 2), new StoreChange.IndexRemove("index", "m"), Put("free", "x", null), Put("b", "x", 7)));
        Assert.Equal(["one v1", "stays v1", "none", "none", "none"], await Task.WhenAll(new[] { "a", "gone", "new", "free", "b" }.Select(TextAsync)));
        Assert.Equal("1:1", await LogAsync("log"));
        Assert.Equal("m=1", await IndexAsync("index"));
    }

    [Fact]
    public async Task A_commit_without_changes_succeeds() => Assert.True(await CommitAsync());

    [Fact]
    public async Task Deleting_removes_the_document_and_the_log_and_a_later_put_starts_at_version_one()
    {
        await CommitAsync(Put("a", "one", 0), Append("a", "1"), new StoreChange.IndexAdd("a", "m", 1));
        await CommitAsync(Put("a", "two", 1));
        Assert.True(await CommitAsync(new StoreChange.Delete("a", 2), new StoreChange.Delete("never")));
        Assert.Equal("none", await TextAsync("a"));
        Assert.Equal("", await LogAsync("a"));
        Assert.Equal("m=1", await IndexAsync("a"));
        Assert.True(await CommitAsync(Put("a", "new", 0), Append("a", "first")));
        Assert.Equal("new v1", await TextAsync("a"));
        Assert.Equal("1:first", await LogAsync("a"));
    }
}
