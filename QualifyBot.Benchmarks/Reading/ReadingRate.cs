namespace QualifyBot.Benchmarks.Reading;

/// <summary>What a reader did in one round.</summary>
/// <param name="PerSecond">Messages read a second of processor time.</param>
/// <param name="Bytes">Bytes allocated a message; NaN where it is not known.</param>
internal sealed record ReadingRate(double PerSecond, double Bytes);
