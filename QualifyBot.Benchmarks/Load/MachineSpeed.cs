using System.Diagnostics;
using System.Text.Json.Nodes;

namespace QualifyBot.Benchmarks.Load;

/// <summary>A fixed piece of work on one thread, so that drifts of the machine's speed show in the figures.</summary>
internal static class MachineSpeed
{
    private const int Tries = 3;
    private const int Documents = 4000;
    private const int Warmups = 5;

    // The runtime compiles a method anew, and better, only after so long without new ones.
    private static readonly TimeSpan CompilerPause = TimeSpan.FromMilliseconds(150);

    private const string Document = """
        {"type":"message","id":"abc|0000001","timestamp":"2026-11-22T04:41:22.315Z","serviceUrl":"http://127.0.0.1:1234","channelId":"emulator",
        "from":{"id":"user1","name":"User","role":"user"},"conversation":{"id":"c1"},"recipient":{"id":"bot1","name":"Bot","role":"bot"},
        "textFormat":"plain","locale":"en-US","text":"too much is done by hand","channelData":{"clientActivityID":"x"}}
        """;

    /// <summary>Has the work compiled to its best, so that the first figure can be compared with later ones.</summary>
    public static async Task WarmUpAsync(CancellationToken cancellation)
    {
        for (var i = 0; i < Warmups; i++)
        {
            Try();
            await Task.Delay(CompilerPause, cancellation);
        }
    }

    /// <summary>The best of a few tries, in thousand documents a second.</summary>
    public static double Now() => Enumerable.Range(0, Tries).Max(_ => Try());

    private static double Try()
    {
        var began = Stopwatch.GetTimestamp();
        var length = 0;
        for (var i = 0; i < Documents; i++)
        {
            length = Math.Max(length, JsonNode.Parse(Document)!.ToJsonString().Length);
        }

        return length == 0 ? 0 : Documents / Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
