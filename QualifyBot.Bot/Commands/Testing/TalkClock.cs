namespace QualifyBot.Bot.Commands.Testing;

/// <summary>The clock of a talk: it stands still until the talk moves it. Timers run by the machine's clock, for they only pace background work.</summary>
internal sealed class TalkClock(DateTimeOffset start) : TimeProvider
{
    private long ticks = start.UtcTicks;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    /// <summary>Moves it on, by a second at least, so that no two turns happen at once.</summary>
    public void Move(TimeSpan by) => Interlocked.Add(ref ticks, Math.Max(by.Ticks, TimeSpan.TicksPerSecond));

    /// <summary>Sets it; never back.</summary>
    public void Set(DateTimeOffset time) => Interlocked.Exchange(ref ticks, Math.Max(time.UtcTicks, Interlocked.Read(ref ticks)));
}
