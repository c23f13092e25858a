using QualifyBot.Benchmarks.Load;

namespace QualifyBot.Benchmarks.Compare;

/// <summary>One run of one bot in one round.</summary>
internal sealed record Measurement(Contender Bot, int Concurrency, int Talks, LoadResult Run);
