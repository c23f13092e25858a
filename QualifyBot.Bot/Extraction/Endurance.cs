using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace QualifyBot.Bot.Extraction;

/// <summary>How calls to the model are guarded: a breaker around a deadline around retries.</summary>
internal static class Endurance
{
    private const int Retries = 2;
    private const int CallsThatTell = 5;
    private const double FailuresThatBreak = 0.5;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Half = TimeSpan.FromSeconds(30);

    // Without its time a call would have no deadline at all.
    private static readonly TimeSpan NoTime = TimeSpan.FromMilliseconds(1);

    /// <summary>The property of a call that holds what is left of its turn's budget.</summary>
    public static readonly ResiliencePropertyKey<TimeSpan> TimeLeft = new("time left");

    /// <summary>The guard. The breaker is outermost, so that what took too long counts as a failure too.</summary>
    public static ResiliencePipeline Of(TimeProvider clock, Func<double> chance) =>
        new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = FailuresThatBreak,
                MinimumThroughput = CallsThatTell,
                SamplingDuration = Half,
                BreakDuration = Half,
            })
            .AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = arguments => ValueTask.FromResult(arguments.Context.Properties.GetValue(TimeLeft, NoTime)) })
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<Exception>(ModelFaults.MayPass),
                MaxRetryAttempts = Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstWait,
                MaxDelay = LongestWait,
                Randomizer = chance,
            })
            .Build();
}
