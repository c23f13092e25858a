using System.Diagnostics;
using System.Globalization;
using QualifyBot.Bot;

namespace QualifyBot.Benchmarks.Qualify;

/// <summary>Measures the command "qualify" as a user runs it, in a process of its own.</summary>
internal static class QualifyBenchmark
{
    private const double Megabyte = 1 << 20;

    /// <summary>Returns the exit code.</summary>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellation)
    {
        var options = QualifyOptions.Parse(new Arguments(args));
        var folder = options.Folder.Length > 0 ? Directory.CreateDirectory(options.Folder).FullName : Directory.CreateTempSubdirectory("qualify-").FullName;
        try
        {
            return await MeasureAsync(folder, options.Rows, cancellation);
        }
        finally
        {
            if (options.Folder.Length == 0)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static async Task<int> MeasureAsync(string folder, int rows, CancellationToken cancellation)
    {
        var input = Path.Combine(folder, "leads.csv");
        GeneratedLeads.Write(input, rows);
        Console.WriteLine("| rows | output | seconds | processor seconds | rows/s | MB at the highest |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var (name, words) in new (string, string[])[] { ("scores", []), ("scores and receipts", ["--receipts", Path.Combine(folder, "receipts.jsonl")]) })
        {
            var (seconds, processor, memory) = await ScoreAsync([input, "--out", Path.Combine(folder, "scored.csv"), "--date", "2026-11-22", .. words], cancellation);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {rows} | {name} | {seconds:F1} | {processor:F1} | {rows / seconds:F0} | {memory / Megabyte:F0} |"));
        }

        return 0;
    }

    private static async Task<(double Seconds, double Processor, long Memory)> ScoreAsync(string[] words, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, UseShellExecute = false };
        foreach (var word in (string[])["exec", typeof(QualifyBotHost).Assembly.Location, "qualify", .. words])
        {
            start.ArgumentList.Add(word);
        }

        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        var (memory, processor) = (0L, TimeSpan.Zero);
        while (!process.WaitForExit(TimeSpan.FromMilliseconds(100)))
        {
            process.Refresh();
            (memory, processor) = process.HasExited ? (memory, processor) : (Math.Max(memory, process.WorkingSet64), process.TotalProcessorTime);
        }

        return process.ExitCode == 0 ? (watch.Elapsed.TotalSeconds, processor.TotalSeconds, memory) : throw new UsageException(await errors);
    }
}
