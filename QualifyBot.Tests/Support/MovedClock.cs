namespace QualifyBot.Tests.Support;

/// <summary>The real clock moved to a fixed start: dates are the same in each run, and timers run.</summary>
public sealed class MovedClock(DateTimeOffset start) : TimeProvider
{
    private readonly TimeSpan shift = start - System.GetUtcNow();

    /// <summary>From Monday 12 January 2026, 10:00 in Berlin.</summary>
    public MovedClock()
        : this(new(2026, 1, 12, 9, 0, 0, TimeSpan.Zero))
    {
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + shift;
}
