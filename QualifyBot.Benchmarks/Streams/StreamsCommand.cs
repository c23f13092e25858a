using System.Diagnostics;
using System.Globalization;
using QualifyBot.Benchmarks.Compare;
using QualifyBot.Benchmarks.Load;

namespace QualifyBot.Benchmarks.Streams;

/// <summary>Many visitors on WebSockets at once: the bot in one process, all of them in this one.</summary>
internal static class StreamsCommand
{
    private const int ConnectingAtOnce = 32;
    private const int WarmUp = 64;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    /// <summary>Runs it; 0 = nobody lost anything.</summary>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellation)
    {
        var options = StreamsOptions.Parse(new Arguments(args));
        var folder = Directory.CreateTempSubdirectory("qualifybot-streams-");
        try
        {
            var port = ChildProcess.FreePort();
            await using var bot = new ChildProcess(StartOn(port, folder.FullName, options.Redis));
            await bot.ListenAsync(port, cancellation);
            using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = ConnectingAtOnce }) { BaseAddress = new Uri($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}") };
            return await MeasureAsync(http, bot.Id, options, cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> MeasureAsync(HttpClient http, int bot, StreamsOptions options, CancellationToken cancellation)
    {
        var script = TalkScript.Load(TalkScript.Shipped("bant"));
        var warm = await TalkAsync(http, WarmUp, script, 0, cancellation);
        await LeaveAsync(warm.Visitors);
        await Task.Delay(Rest, cancellation);
        var before = ProcessorTimes.Megabytes(bot);
        var began = Stopwatch.GetTimestamp();
        var (visitors, tally) = await TalkAsync(http, options.Visitors, script, options.Pause, cancellation);
        var (took, busiest) = (Stopwatch.GetElapsedTime(began), ProcessorTimes.Megabytes(bot));
        await Task.Delay(TimeSpan.FromSeconds(options.Idle), cancellation);
        var (connected, after) = (visitors.Count(static visitor => visitor.IsConnected), ProcessorTimes.Megabytes(bot));
        var doubled = visitors.Sum(static visitor => visitor.Doubled);
        Print(options, tally, took, connected, doubled, before, busiest, after);
        await LeaveAsync(visitors);
        return connected == options.Visitors && doubled == 0 && tally.ErrorKinds.Count == 0 && tally.Turns == options.Visitors * script.Turns.Count ? 0 : 1;
    }

    private static async Task<(StreamVisitor[] Visitors, Tally Tally)> TalkAsync(HttpClient http, int count, TalkScript script, double pause, CancellationToken cancellation)
    {
        var tally = new Tally(count * script.Turns.Count);
        StreamVisitor[] visitors = [.. Enumerable.Range(0, count).Select(number => new StreamVisitor(http, number, tally))];
        await Parallel.ForEachAsync(visitors, new ParallelOptions { MaxDegreeOfParallelism = ConnectingAtOnce, CancellationToken = cancellation }, async (visitor, stop) => await visitor.ConnectAsync(stop));
        await Task.WhenAll(visitors.Select(visitor => visitor.TalkAsync(script, pause, cancellation)));
        return (visitors, tally);
    }

    private static async Task LeaveAsync(IEnumerable<StreamVisitor> visitors)
    {
        foreach (var visitor in visitors)
        {
            await visitor.DisposeAsync();
        }
    }

    private static ProcessStartInfo StartOn(int port, string folder, string? redis)
    {
        string[] store = redis is null ? ["--Storage:Path", Path.Combine(folder, "qualifybot.db")] : ["--Storage:Redis", redis, "--Storage:Prefix", "qualifybot-streams"];
        var start = new ProcessStartInfo("dotnet", ["QualifyBot.Bot.dll", "serve", .. store]) { WorkingDirectory = AppContext.BaseDirectory };
        start.Environment["ASPNETCORE_URLS"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        return start;
    }

    private static void Print(StreamsOptions options, Tally tally, TimeSpan took, int connected, int doubled, double before, double busiest, double after)
    {
        var perVisitor = (after - before) * 1024 / options.Visitors;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            store                     {options.Redis ?? "SQLite"}
            visitors connected        {connected} of {options.Visitors}
            messages answered         {tally.Turns} in {took.TotalSeconds:0.0} s; talks to their end: {tally.WholeTalks}
            lost                      {tally.ErrorKinds.Values.Sum()} {string.Join(", ", tally.ErrorKinds)} {tally.Sample}
            came twice                {doubled}
            reply ms p50 / p95 / p99  {tally.Replies.P50:0.0} / {tally.Replies.P95:0.0} / {tally.Replies.P99:0.0}, at most {tally.Replies.Max:0.0}
            bot's memory, MB          {before:0} before, {busiest:0} after the talks, {after:0} after {options.Idle:0} s of silence
            a visitor, KB             {perVisitor:0}
            """));
    }
}
