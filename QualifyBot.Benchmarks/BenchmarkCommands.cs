using System.Runtime.InteropServices;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using QualifyBot.Benchmarks.Compare;
using QualifyBot.Benchmarks.Deciding;
using QualifyBot.Benchmarks.Load;
using QualifyBot.Benchmarks.Qualify;
using QualifyBot.Benchmarks.Proving;
using QualifyBot.Benchmarks.Reading;
using QualifyBot.Benchmarks.Scoring;
using QualifyBot.Benchmarks.Streams;

namespace QualifyBot.Benchmarks;

/// <summary>What the program measures, by the first word of its command line.</summary>
internal static class BenchmarkCommands
{
    private const int Success = 0;
    private const int Misuse = 2;
    private const int Interrupted = 130;

    private static readonly string Usage = $"""
        {LoadOptions.Usage}

        {CompareOptions.Usage}

        {ReadingOptions.Usage}

        {QualifyOptions.Usage}

        {ScoringCommand.Usage}

        {ProvingCommand.Usage}

        {QuestionsCommand.Usage}

        {StreamsOptions.Usage}

        micro: runs the BenchmarkDotNet benchmarks: --filter * for all, --list flat to see them.

        stores [redis host:port]: what the reads and the commit of one turn cost on each store.
        """;

    /// <summary>Runs a command; returns the exit code: 0 done, 1 there were errors, 2 the command line or the machine is not as it must be.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, stop));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal, stop));
        try
        {
            return await RunAsync(args, stop.Token);
        }
        catch (UsageException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return Misuse;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped before the end, on request or because the time was up.");
            return Interrupted;
        }
    }

    private static async Task<int> RunAsync(string[] args, CancellationToken cancellation)
    {
        switch (args)
        {
            case ["load", .. var rest]:
                return await LoadCommand.RunAsync(rest, cancellation);
            case ["compare", .. var rest]:
                return await CompareCommand.RunAsync(rest, cancellation);
            case ["reading", .. var rest]:
                return await ReadingCommand.RunAsync(rest, cancellation);
            case ["qualify", .. var rest]:
                return await QualifyBenchmark.RunAsync(rest, cancellation);
            case ["scoring", .. var rest]:
                return ScoringCommand.Run(rest);
            case ["prove"]:
                return Prove();
            case ["questions", .. var rest]:
                return QuestionsCommand.Run(rest);
            case ["streams", .. var rest]:
                return await StreamsCommand.RunAsync(rest, cancellation);
            case ["micro", .. var rest]:
                return RunMicro(rest);
            case ["stores", .. var rest]:
                await StoreBenchmarks.RunAsync(rest.ElementAtOrDefault(0));
                return Success;
            case [] or ["help", ..] or ["--help", ..]:
                Console.WriteLine(Usage);
                return Success;
            default:
                throw new UsageException($"There is no command '{args[0]}'.{Environment.NewLine}{Usage}");
        }
    }

    private static int Prove()
    {
        ProvingCommand.Run();
        return Success;
    }

    // In this process: the project that BenchmarkDotNet would generate and build falls under this repository's analyzers.
    private static int RunMicro(string[] args)
    {
        var job = DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance));
        BenchmarkSwitcher.FromAssembly(typeof(BenchmarkCommands).Assembly).Run(args, job);
        return Success;
    }

    private static void Stop(PosixSignalContext signal, CancellationTokenSource stop)
    {
        signal.Cancel = true;
        stop.Cancel();
    }
}
