using System.Text;
using QualifyBot.Bot.Storage;

namespace QualifyBot.Tests.Storage;

public abstract partial class StoreContract
{
    public static readonly TheoryData<string> CrazyNames = new(
        "", " ", "!@#$%^&*()~/\\><,.?';\"`", "{}", "{", "}", "a}:d:b", "%", "%7B", "|", "a|b", "*", "?[a-z]*", "0", "-1", "1e5", "NULL",
        "line\nline\r\n\t", "nul\0nul", "Zoë 東京 🦊 é e\u0301", "' OR 1=1 --", "../../etc", new string('x', 1000));

    [Theory]
    [MemberData(nameof(CrazyNames))]
    public async Task Every_name_may_hold_any_character(string name)
    {
        var other = name + "~";
        Assert.True(await Store.CommitAsync(name, [Put(name, "a", 0), Put(other, "b", 0), Append(name, "c"), new StoreChange.IndexAdd(name, name, 5)], default));
        Assert.True(await Store.CommitAsync(other, [Put(name, "d", 0), new StoreChange.IndexRemove(name, name)], default));
        var found = await Store.GetAsync([new(name, name), new(name, other), new(other, name), new(other, other)], default);
        Assert.Equal(["a", "b", "d", "-"], found.Select(document => document is null ? "-" : Encoding.UTF8.GetString(document.Data.Span)));
        Assert.Single(await Store.ReadAsync(new(name, name), 0, 10, default));
        Assert.Equal([new(name, 5)], await Store.RangeAsync(new(name, name), 5, 5, 10, descending: false, default));
        Assert.True(await Store.CommitAsync(name, [new StoreChange.IndexRemove(name, name), new StoreChange.Delete(name, 1)], default));
        Assert.Empty(await Store.RangeAsync(new(name, name), 0, 9, 10, descending: false, default));
    }

    [Fact]
    public async Task Partition_and_name_are_not_run_together()
    {
        (string Partition, string Name)[] keys = [("a", "b}:d:c"), ("a}:d:b", "c"), ("a}:d:b}", "c"), ("a%7D", "c"), ("a}", "c"), ("", "c"), ("%", "c")];
        foreach (var (partition, name) in keys)
        {
            Assert.True(await Store.CommitAsync(partition, [Put(name, partition + name, 0)], default));
        }

        var found = await Store.GetAsync([.. keys.Select(key => new StoreKey(key.Partition, key.Name))], default);
        Assert.Equal(keys.Select(key => key.Partition + key.Name), found.Select(document => Encoding.UTF8.GetString(document!.Data.Span)));
    }

    [Fact]
    public async Task Payloads_are_bytes_of_any_value()
    {
        var data = Enumerable.Range(0, 512).Select(value => (byte)(value & 255)).ToArray();
        ReadOnlyMemory<byte> part = data.AsMemory(100, 300);
        await CommitAsync(new StoreChange.Put("a", part, 0), new StoreChange.Put("b", part, null), new StoreChange.Append("l", part));
        Assert.Equal(part, (await GetAsync("a"))!.Data);
        Assert.Equal(part, (await GetAsync("b"))!.Data);
        Assert.Equal(part, (await Store.ReadAsync(new(P, "l"), 0, 1, default))[0].Data);
    }

    [Fact]
    public async Task A_document_of_a_megabyte_is_kept_whole()
    {
        var data = new byte[1 << 20];
        new Random(7).NextBytes(data);
        await CommitAsync(new StoreChange.Put("a", data, 0));
        Assert.Equal(data, (await GetAsync("a"))!.Data.ToArray());
    }

    [Fact]
    public async Task A_name_that_is_no_text_and_a_senseless_change_are_refused_before_anything_is_done()
    {
        StoreChange[] bad =
        [
            Put("\ud800", "x", 0), Append("\udc00 ", "x"), new StoreChange.IndexAdd("i", "\ud83e", 1), new StoreChange.IndexAdd("i", "m", double.NaN),
            Put("a", "x", 0, TimeSpan.Zero), Append("a", "x", TimeSpan.FromSeconds(-1)), Put("fine", "again", null), new StoreChange.Delete("fine"),
        ];
        foreach (var change in bad)
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => CommitAsync(Put("fine", "x", null), change));
        }

        Assert.Equal("none", await TextAsync("fine"));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => GetAsync("\ud800"));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => IndexAsync("i", double.NaN));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => IndexAsync("i", limit: -1));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => LogAsync("l", after: -1));
    }

    [Fact]
    public async Task A_cancelled_call_does_nothing()
    {
        var cancelled = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.CommitAsync(P, [Put("a", "x", null)], cancelled).AsTask());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.GetAsync([new(P, "a")], cancelled).AsTask());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.ReadAsync(new(P, "a"), 0, 1, cancelled).AsTask());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.RangeAsync(new(P, "a"), 0, 1, 1, descending: false, cancelled).AsTask());
        Assert.Equal("none", await TextAsync("a"));
    }
}
