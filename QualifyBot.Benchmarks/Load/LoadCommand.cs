using System.Globalization;

namespace QualifyBot.Benchmarks.Load;

/// <summary>Measures one bot, run after run, and prints the figures.</summary>
internal static class LoadCommand
{
    private const int MostTries = 3;
    private const int KindsShown = 6;

    /// <summary>Returns the exit code: 0 if there was no error in any run that counts.</summary>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellation)
    {
        var options = LoadOptions.Parse(new Arguments(args));
        await MachineSpeed.WarmUpAsync(cancellation);
        await using var test = await LoadTest.StartAsync(options);
        if (options.Warmup > 0)
        {
            Print("warmup", await test.RunAsync(options.Warmup, options.Concurrency, cancellation), options);
        }

        var runs = await MeasureAsync(test, options, cancellation);
        if (runs.Count > 0)
        {
            var median = LoadResult.Median(runs);
            Print("median", median, options);
            await (options.JsonFile is { } file
                ? new LoadRecord(options.Label, options.Conversations, options.Concurrency, options.AnswerAtOnce, median, runs).AppendAsync(file)
                : Task.CompletedTask);
        }

        if (test.Orphans > 0)
        {
            Console.WriteLine($"replies for talks that were over, or unknown: {test.Orphans}");
        }

        return runs.Sum(run => run.Errors) == 0 ? 0 : 1;
    }

    // A disturbed run is repeated, as long as the tries suffice for the runs that are wanted.
    private static async Task<IReadOnlyList<LoadResult>> MeasureAsync(LoadTest test, LoadOptions options, CancellationToken cancellation)
    {
        var runs = new List<LoadResult>();
        for (var tries = options.Runs * MostTries; runs.Count < options.Runs && tries > 0; tries--)
        {
            var run = await test.RunAsync(options.Conversations, options.Concurrency, cancellation);
            var counts = !test.WasDisturbed(run) || tries <= options.Runs - runs.Count;
            if (counts)
            {
                runs.Add(run);
            }

            Print(counts ? string.Create(CultureInfo.InvariantCulture, $"run {runs.Count}") : "again", run, options);
        }

        return runs;
    }

    private static void Print(string what, LoadResult run, LoadOptions options)
    {
        var bot = options.BotProcess > 0
            ? string.Create(CultureInfo.InvariantCulture, $"  bot {run.BotCpu:F3} ms/turn {run.BotMegabytes:F0} MB  foreign {run.Foreign:F0}%")
            : "";
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-7}{options.Label} {run.TurnsPerSecond,6:F0} turns/s ({run.Turns})  reply ms p50 {run.Reply.P50:F2} p95 {run.Reply.P95:F2} p99 {run.Reply.P99:F2} max {run.Reply.Max:F1}  post ms p50 {run.Post.P50:F2} p95 {run.Post.P95:F2} p99 {run.Post.P99:F2}  errors {run.Errors}{bot}  generator {run.GeneratorCpu:F3} ms/turn  speed {run.MachineSpeed:F0}"));
        foreach (var (kind, count) in run.ErrorKinds.OrderByDescending(kind => kind.Value).Take(KindsShown))
        {
            Console.WriteLine($"       {count} x {kind}");
        }

        if (run.Sample is not null)
        {
            Console.WriteLine($"       for example {run.Sample}");
        }
    }
}
