using System.Globalization;
using QualifyBot.Benchmarks.Load;

namespace QualifyBot.Benchmarks.Compare;

/// <summary>Measures QualifyBot and its peers in interleaved rounds, and prints the table.</summary>
internal static class CompareCommand
{
    /// <summary>Returns the exit code: 0 if no talk of any bot met an error.</summary>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellation)
    {
        var options = CompareOptions.Parse(new Arguments(args));
#if DEBUG
        throw new UsageException("This is a Debug build; compare with dotnet run -c Release.");
#else
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Limit);
        var table = await MeasureAsync(options, limit.Token);
        await WriteAsync(table, options);
        return table.Errors == 0 ? 0 : 1;
#endif
    }

    private static async Task<CompareTable> MeasureAsync(CompareOptions options, CancellationToken cancellation)
    {
        await Peers.InstallAsync(Peers.Bots, cancellation);
        await using var comparison = new Comparison();
        await comparison.StartAsync(options.Quiet, cancellation);
        await comparison.WarmUpAsync(options.Warmup, cancellation);
        var rounds = new List<IReadOnlyList<Measurement>>();
        while (rounds.Count < options.Rounds)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {rounds.Count + 1} of {options.Rounds}"));
            rounds.Add(await comparison.RoundAsync(options, cancellation));
        }

        return new CompareTable(rounds);
    }

    private static async Task WriteAsync(CompareTable table, CompareOptions options)
    {
        foreach (var row in options.JsonFile is null ? [] : table.Rows)
        {
            IReadOnlyList<LoadResult> runs = [.. row.Select(one => one.Run)];
            await new LoadRecord($"{row[0].Bot.Name} on {row[0].Bot.Store}", row[0].Talks, row[0].Concurrency, AnswerAtOnce: false, LoadResult.Median(runs), runs).AppendAsync(options.JsonFile!);
        }

        Console.WriteLine();
        Console.WriteLine(table);
    }
}
