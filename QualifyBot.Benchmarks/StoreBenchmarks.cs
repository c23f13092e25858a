using System.Diagnostics;
using System.Globalization;
using QualifyBot.Bot.Storage;

namespace QualifyBot.Benchmarks;

/// <summary>What the reads and the commit of one turn cost on a store: turns a second and this process's processor time a turn.</summary>
public static class StoreBenchmarks
{
    private const int Turns = 20_000;
    private static readonly byte[] Conversation = new byte[1500];
    private static readonly byte[] Lead = new byte[1200];
    private static readonly byte[] Entry = new byte[250];

    /// <summary>Measures the SQLite file, memory, and Redis where its address is given.</summary>
    public static async Task RunAsync(string? redis)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("qualifybot-").FullName, "store.db");
        List<StorageOptions> stores = [new() { Path = file }, new() { Path = ":memory:" }];
        if (redis is not null)
        {
            stores.Add(new() { Redis = redis, Prefix = $"bench{Environment.ProcessId}" });
        }

        foreach (var options in stores)
        {
            await using var store = StoreFactory.Open(options, TimeProvider.System);
            var name = options.Kind == StorageKind.Redis ? "Redis" : Path.GetFileName(options.Path);
            foreach (var concurrency in new[] { 1, 16, 64, 64 })
            {
                await MeasureAsync(store, name, concurrency);
            }
        }
    }

    private static async Task MeasureAsync(IStore store, string name, int concurrency)
    {
        using var process = Process.GetCurrentProcess();
        var processor = process.TotalProcessorTime;
        var allocated = GC.GetTotalAllocatedBytes();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, concurrency).Select(talk => Task.Run(() => TalkAsync(store, $"{concurrency}-{talk}-{watch.GetHashCode()}", Turns / concurrency))));
        process.Refresh();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-10} {concurrency,3} at once  {Turns / watch.Elapsed.TotalSeconds,7:0} turns/s  {(process.TotalProcessorTime - processor).TotalMilliseconds * 1000 / Turns,6:0} us processor a turn  {(GC.GetTotalAllocatedBytes() - allocated) / Turns,6} bytes a turn"));
    }

    private static async Task TalkAsync(IStore store, string talk, int turns)
    {
        var partition = $"p{talk.Length % 64}-{talk}";
        StoreKey[] keys = [new(partition, "conversation"), new(partition, "lead")];
        for (var turn = 0; turn < turns; turn++)
        {
            var found = await store.GetAsync(keys, default);
            StoreChange[] changes =
            [
                new StoreChange.Put("conversation", Conversation, found[0]?.Version ?? 0, TimeSpan.FromDays(30)),
                new StoreChange.Put("lead", Lead, found[1]?.Version ?? 0),
                new StoreChange.Append("transcript", Entry), new StoreChange.Append("transcript", Entry), new StoreChange.Append("work", Entry),
                new StoreChange.IndexAdd("leads", talk, turn), new StoreChange.IndexAdd("outbox", $"{talk}-{turn}", turn),
                new StoreChange.IndexRemove("outbox", $"{talk}-{turn - 1}"), new StoreChange.Notify("work"),
            ];
            if (!await store.CommitAsync(partition, changes, default))
            {
                throw new InvalidOperationException("A talk of its own met a conflict.");
            }
        }
    }
}
