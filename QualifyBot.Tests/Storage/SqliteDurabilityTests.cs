using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using QualifyBot.Bot.Storage;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Storage;

public sealed class SqliteDurabilityTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly TestClock clock = new();

    private string FilePath => folder.File("deep/er/store.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_committed_is_there_after_the_store_is_opened_again()
    {
        await using (var store = SqliteStore.Open(FilePath, clock))
        {
            await store.CommitAsync("p", [Put("a", 0), new StoreChange.Append("l", Data), new StoreChange.IndexAdd("i", "m", 2)], default);
        }

        await using var again = SqliteStore.Open(FilePath, clock);
        Assert.Equal(1, (await again.GetAsync([new("p", "a")], default))[0]!.Version);
        Assert.Single(await again.ReadAsync(new("p", "l"), 0, 9, default));
        Assert.Single(await again.RangeAsync(new("p", "i"), 0, 9, 9, descending: false, default));
    }

    [Fact]
    public async Task A_process_killed_while_it_writes_leaves_every_answered_commit_and_no_half_one()
    {
        using (var writer = TestProcess.Start("write", FilePath, "a"))
        {
            var answered = await CountAsync(writer, atLeast: 300);
            writer.Kill();
            answered = long.Max(answered, Last(await writer.StandardOutput.ReadToEndAsync()));
            await writer.WaitForExitAsync();
            await AssertWholeAsync("a", answered);
        }
    }

    [Fact]
    public async Task Two_processes_on_one_file_both_write_and_neither_loses_a_commit()
    {
        using var first = TestProcess.Start("write", FilePath, "a");
        using var second = TestProcess.Start("write", FilePath, "b");
        var counts = await Task.WhenAll(CountAsync(first, atLeast: 200), CountAsync(second, atLeast: 200));
        await using (var third = SqliteStore.Open(FilePath, clock))
        {
            Assert.True(await third.CommitAsync("p", [Put("c", 0)], default));
        }

        first.Kill();
        second.Kill();
        await AssertWholeAsync("a", counts[0]);
        await AssertWholeAsync("b", counts[1]);
    }

    [Fact]
    public async Task What_has_passed_its_time_leaves_the_file_within_a_minute_or_two()
    {
        var hour = TimeSpan.FromHours(1);
        await using var store = SqliteStore.Open(FilePath, clock);
        for (var i = 0; i < 3; i++)
        {
            var puts = Enumerable.Range(i * 300, 300).Select(n => (StoreChange)new StoreChange.Put($"d{n}", Data, 0, hour));
            await store.CommitAsync("p", [.. puts, new StoreChange.Append($"l{i}", Data, hour), new StoreChange.Append($"l{i}", Data, hour)], default);
        }

        await store.CommitAsync("p", [Put("kept", 0), new StoreChange.Append("kept", Data)], default);
        clock.Advance(hour + TimeSpan.FromMinutes(1));
        await Eventually.TrueAsync(() => Count("SELECT (SELECT count(*) FROM document) + (SELECT count(*) FROM log_entry)") == 2, "the sweep");
        Assert.Equal(1, Count("SELECT count(*) FROM log"));
    }

    [Theory]
    [InlineData("PRAGMA user_version = 99", "format 99")]
    [InlineData("PRAGMA application_id = 5", "belongs to another program")]
    public async Task A_file_of_a_newer_program_or_another_one_is_refused_and_left_as_it_was(string change, string message)
    {
        await SqliteStore.Open(FilePath, clock).DisposeAsync();
        Count(change);
        var before = await File.ReadAllBytesAsync(FilePath);
        var problem = Assert.Throws<InvalidDataException>(() => SqliteStore.Open(FilePath, clock));
        Assert.Contains(FilePath, problem.Message, StringComparison.Ordinal);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Contains("Storage:Path", problem.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(FilePath));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public async Task A_damaged_file_is_refused_with_its_name_and_a_remedy(int intactBytes)
    {
        await SqliteStore.Open(FilePath, clock).DisposeAsync();
        var bytes = await File.ReadAllBytesAsync(FilePath);
        new Random(3).NextBytes(bytes.AsSpan(intactBytes));
        await File.WriteAllBytesAsync(FilePath, bytes);
        var problem = Assert.Throws<InvalidDataException>(() => SqliteStore.Open(FilePath, clock));
        Assert.Contains(FilePath, problem.Message, StringComparison.Ordinal);
        Assert.Contains("backup", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_cannot_be_a_file_is_refused_with_its_name_and_the_setting()
    {
        await File.WriteAllTextAsync(folder.File("plain"), "");
        foreach (var path in new[] { folder.Root, folder.File("plain/store.db") })
        {
            var problem = Assert.Throws<StoreUnavailableException>(() => SqliteStore.Open(path, clock));
            Assert.Contains(path, problem.Message, StringComparison.Ordinal);
            Assert.Contains("Storage:Path", problem.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_closed_store_says_that_it_is_closed()
    {
        var store = SqliteStore.Open(FilePath, clock);
        await store.DisposeAsync();
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.CommitAsync("p", [Put("a", 0)], default).AsTask());
    }

    private static byte[] Data { get; } = [1, 2, 3];

    private static StoreChange.Put Put(string name, long? expected) => new(name, Data, expected);

    private static long Last(string lines) =>
        lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).SkipLast(1).Select(line => long.Parse(line, CultureInfo.InvariantCulture)).LastOrDefault();

    private static async Task<long> CountAsync(Process writer, long atLeast)
    {
        long count = 0;
        while (count < atLeast && await writer.StandardOutput.ReadLineAsync() is { } line)
        {
            count = long.Parse(line, CultureInfo.InvariantCulture);
        }

        Assert.Equal(atLeast, count);
        return count;
    }

    private async Task AssertWholeAsync(string name, long answered)
    {
        await using var store = SqliteStore.Open(FilePath, clock);
        var version = (await store.GetAsync([new("p", name)], default))[0]!.Version;
        Assert.InRange(version, answered, long.MaxValue);
        var log = await store.ReadAsync(new("p", name), version - 1, 9, default);
        Assert.Equal([version], log.Select(entry => BitConverter.ToInt64(entry.Data.Span)));
        Assert.Equal([new("m", version)], await store.RangeAsync(new("p", name), 0, double.MaxValue, 9, descending: false, default));
        Assert.Equal(1, Count("SELECT integrity_check = 'ok' FROM pragma_integrity_check"));
    }

    private long Count(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is long count ? count : 0;
    }
}
