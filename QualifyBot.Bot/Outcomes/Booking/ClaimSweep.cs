using QualifyBot.Bot.Storage;

namespace QualifyBot.Bot.Outcomes.Booking;

/// <summary>Frees slots that were claimed by turns whose commit never came.</summary>
internal sealed partial class ClaimSweep(DemoCalendar calendar, TimeProvider clock, ILogger<ClaimSweep> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await calendar.SweepAsync(clock.GetUtcNow(), stoppingToken);
            }
            catch (StoreUnavailableException exception)
            {
                Log.Skipped(logger, exception);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Claims of demo slots could not be looked through: the store cannot be reached.")]
        public static partial void Skipped(ILogger logger, Exception exception);
    }
}
