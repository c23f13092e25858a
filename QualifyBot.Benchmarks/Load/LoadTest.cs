using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;

namespace QualifyBot.Benchmarks.Load;

/// <summary>A bot under test: one channel address, one client, any number of runs.</summary>
internal sealed class LoadTest : IAsyncDisposable
{
    private const int MostConnections = 4096;
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan QuietLook = TimeSpan.FromSeconds(3);

    private readonly LoadOptions options;
    private readonly ReplyListener listener;
    private readonly HttpClient http;
    private readonly Visitor visitor;
    private int runs;

    private LoadTest(LoadOptions options, ReplyListener listener)
    {
        (this.options, this.listener) = (options, listener);
        http = new HttpClient(new SocketsHttpHandler
        {
            MaxConnectionsPerServer = MostConnections,
            UseCookies = false,
            UseProxy = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
        })
        {
            Timeout = options.Timeout * 2,
        };
        http.DefaultRequestHeaders.Authorization = options.Token is { } token ? new AuthenticationHeaderValue("Bearer", token) : null;
        visitor = new Visitor(options, listener, http);
    }

    /// <summary>Replies that came for no talk, or for one that was over.</summary>
    public long Orphans => listener.Orphans;

    public static async Task<LoadTest> StartAsync(LoadOptions options) => new(options, await ReplyListener.StartAsync(options));

    /// <summary>Whether processes outside the test took more than they may.</summary>
    public bool WasDisturbed(LoadResult run) => options.BotProcess > 0 && run.Foreign > options.MaxForeign;

    /// <summary>Plays so many talks and measures them.</summary>
    public async Task<LoadResult> RunAsync(int talks, int concurrency, CancellationToken cancellation)
    {
        await Task.Delay(options.Pause, cancellation);
        await AwaitQuietAsync(cancellation);
        var speed = MachineSpeed.Now();
        GC.Collect();
        var tally = new Tally(talks * options.Script.Turns.Count);
        var run = string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow().Ticks:x}-{++runs}");
        var before = ProcessorTimes.Now(options);
        var began = Stopwatch.GetTimestamp();
        await (options.Rate > 0 ? PlayAtRateAsync(run, talks, tally, cancellation) : PlayAsync(run, talks, concurrency, tally, cancellation));
        var elapsed = Stopwatch.GetElapsedTime(began);
        cancellation.ThrowIfCancellationRequested();
        return Sum(tally, elapsed, ProcessorTimes.Now(options) - before, speed);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await listener.DisposeAsync();
    }

    private async Task AwaitQuietAsync(CancellationToken cancellation)
    {
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < options.Quiet;)
        {
            var before = ProcessorTimes.OfMachine();
            await Task.Delay(QuietLook, cancellation);
            if (100 * (ProcessorTimes.OfMachine() - before) / QuietLook.TotalMilliseconds < options.MaxForeign)
            {
                return;
            }
        }
    }

    private Task PlayAsync(string run, int talks, int concurrency, Tally tally, CancellationToken cancellation)
    {
        var next = 0;
        return Task.WhenAll(Enumerable.Range(0, Math.Min(concurrency, talks)).Select(_ => Task.Run(async () =>
        {
            for (var number = Interlocked.Increment(ref next); number <= talks && !cancellation.IsCancellationRequested; number = Interlocked.Increment(ref next))
            {
                await visitor.TalkAsync(run, number, tally);
            }
        }, cancellation)));
    }

    private async Task PlayAtRateAsync(string run, int talks, Tally tally, CancellationToken cancellation)
    {
        var begun = new List<Task>(talks);
        var began = Stopwatch.GetTimestamp();
        for (var number = 0; number < talks; number++)
        {
            var wait = TimeSpan.FromSeconds(number / options.Rate) - Stopwatch.GetElapsedTime(began);
            if (wait > Shortest)
            {
                await Task.Delay(wait, cancellation);
            }

            begun.Add(visitor.TalkAsync(run, number, tally));
        }

        await Task.WhenAll(begun);
    }

    private LoadResult Sum(Tally tally, TimeSpan elapsed, ProcessorTimes used, double speed)
    {
        var turns = Math.Max(1, tally.Turns);
        return new()
        {
            Turns = tally.Turns,
            Errors = tally.ErrorKinds.Values.Sum(),
            ErrorKinds = tally.ErrorKinds,
            Sample = tally.Sample,
            Seconds = elapsed.TotalSeconds,
            TurnsPerSecond = tally.Turns / elapsed.TotalSeconds,
            TalksPerSecond = tally.WholeTalks / elapsed.TotalSeconds,
            Reply = tally.Replies,
            Post = tally.Posts,
            BotCpu = used.Bot / turns,
            OtherCpu = used.Others / turns,
            GeneratorCpu = used.Generator / turns,
            BotMegabytes = ProcessorTimes.Megabytes(options.BotProcess),
            Foreign = options.BotProcess > 0 ? Math.Max(0, 100 * (used.Machine - used.Bot - used.Others - used.Generator) / elapsed.TotalMilliseconds) : 0,
            MachineSpeed = speed,
        };
    }
}
