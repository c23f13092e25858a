using System.Diagnostics;

namespace QualifyBot.Benchmarks.Load;

/// <summary>Times in milliseconds: half, 95 and 99 of a hundred were no longer, and the longest; 0 where there were none.</summary>
internal readonly record struct Latency(double P50, double P95, double P99, double Max)
{
    private const int Digits = 3;

    /// <summary>Of times in ticks of <see cref="Stopwatch"/>.</summary>
    public static Latency Of(ReadOnlySpan<long> times)
    {
        var sorted = times.ToArray();
        Array.Sort(sorted);
        return new(At(sorted, 0.50), At(sorted, 0.95), At(sorted, 0.99), At(sorted, 1));
    }

    private static double At(long[] sorted, double part) =>
        sorted.Length == 0 ? 0 : Math.Round(1000.0 * sorted[Math.Max(0, (int)Math.Ceiling(part * sorted.Length) - 1)] / Stopwatch.Frequency, Digits);
}
