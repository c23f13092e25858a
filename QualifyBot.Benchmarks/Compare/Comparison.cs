using System.Diagnostics;
using System.Globalization;
using QualifyBot.Benchmarks.Load;

namespace QualifyBot.Benchmarks.Compare;

/// <summary>All bots, running at once and measured in turns, and the Redis they share.</summary>
internal sealed class Comparison : IAsyncDisposable
{
    private const int WarmupConcurrency = 16;
    private const int SingleTalkShare = 5;

    private readonly DirectoryInfo scratch = Directory.CreateTempSubdirectory("qualifybot-compare-");
    private readonly List<ChildProcess> children = [];
    private readonly List<(Contender Bot, LoadTest Test)> tests = [];

    /// <summary>Starts Redis and every bot.</summary>
    public async Task StartAsync(TimeSpan quiet, CancellationToken cancellation)
    {
        var port = ChildProcess.FreePort();
        string[] settings = ["--port", port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
        var redis = await ServeAsync(new ProcessStartInfo("redis-server", settings) { WorkingDirectory = scratch.FullName }, port, cancellation);
        foreach (var bot in Contender.All(string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"), scratch.FullName))
        {
            var botPort = ChildProcess.FreePort();
            var child = await ServeAsync(bot.StartOn(botPort), botPort, cancellation);
            tests.Add((bot, await LoadTest.StartAsync(new LoadOptions
            {
                Bots = [new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{botPort}/api/messages"))],
                Script = TalkScript.Load(TalkScript.Shipped(bot.Script)),
                BotProcess = child.Id,
                OtherProcesses = [redis.Id],
                Quiet = quiet,
            })));
        }
    }

    /// <summary>Plays talks on each bot that do not count, so that each has compiled what it needs.</summary>
    public async Task WarmUpAsync(int talks, CancellationToken cancellation)
    {
        await MachineSpeed.WarmUpAsync(cancellation);
        foreach (var (bot, test) in tests)
        {
            var run = await test.RunAsync(talks, WarmupConcurrency, cancellation);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"warmed up: {bot.Name} on {bot.Store}, {run.TurnsPerSecond:F0} turns/s, {run.Errors} errors {run.Sample}"));
        }
    }

    /// <summary>One round: each bot once at each number of talks at once.</summary>
    public async Task<IReadOnlyList<Measurement>> RoundAsync(CompareOptions options, CancellationToken cancellation)
    {
        var round = new List<Measurement>();
        foreach (var (bot, test) in tests)
        {
            foreach (var concurrency in options.Concurrencies)
            {
                var talks = Math.Max(1, concurrency == 1 ? options.Conversations / SingleTalkShare : options.Conversations);
                var run = await test.RunAsync(talks, concurrency, cancellation);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bot.Name} on {bot.Store}, {concurrency} at once: {run.TurnsPerSecond:F0} turns/s, {run.BotCpu:F3} ms/turn, foreign {run.Foreign:F0}%, {run.Errors} errors {run.Sample}"));
                round.Add(new(bot, concurrency, talks, run));
            }
        }

        return round;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, test) in tests)
        {
            await test.DisposeAsync();
        }

        foreach (var child in children.AsEnumerable().Reverse())
        {
            await child.DisposeAsync();
        }

        scratch.Delete(recursive: true);
    }

    private async Task<ChildProcess> ServeAsync(ProcessStartInfo start, int port, CancellationToken cancellation)
    {
        var child = new ChildProcess(start);
        children.Add(child);
        await child.ListenAsync(port, cancellation);
        return child;
    }
}
