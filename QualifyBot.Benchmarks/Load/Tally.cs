using System.Collections.Concurrent;

namespace QualifyBot.Benchmarks.Load;

/// <summary>What went wrong.</summary>
/// <param name="Kind">The kind, counted.</param>
/// <param name="Sample">One case in full.</param>
internal sealed record Failure(string Kind, string? Sample = null);

/// <summary>Counts of one run; any number of talks write to it at once.</summary>
internal sealed class Tally(int turns)
{
    private readonly long[] turnTimes = new long[turns];
    private readonly long[] postTimes = new long[turns];
    private readonly ConcurrentDictionary<string, int> kinds = new(StringComparer.Ordinal);
    private int turnCount;
    private int postCount;
    private int wholeTalks;
    private string? sample;

    public int Turns => turnCount;

    /// <summary>Talks that went to the script's end.</summary>
    public int WholeTalks => wholeTalks;

    public IReadOnlyDictionary<string, int> ErrorKinds => kinds;

    public string? Sample => sample;

    public Latency Replies => Latency.Of(turnTimes.AsSpan(0, turnCount));

    public Latency Posts => Latency.Of(postTimes.AsSpan(0, postCount));

    public void Turn(long ticks) => turnTimes[Interlocked.Increment(ref turnCount) - 1] = ticks;

    public void Post(long ticks) => postTimes[Interlocked.Increment(ref postCount) - 1] = ticks;

    /// <summary>Ends a talk, well or with a failure.</summary>
    public void Finish(Failure? failure)
    {
        if (failure is null)
        {
            Interlocked.Increment(ref wholeTalks);
        }
        else
        {
            Error(failure);
        }
    }

    public void Error(Failure failure)
    {
        kinds.AddOrUpdate(failure.Kind, 1, (_, count) => count + 1);
        Interlocked.CompareExchange(ref sample, failure.Sample, null);
    }
}
