using System.Text.Json;
using QualifyBot.Bot.Dialogs;
using QualifyBot.Bot.Outcomes.Booking;
using QualifyBot.Bot.Outcomes.Reminding;
using QualifyBot.Bot.Storage;
using QualifyBot.BotFramework.Turns;

namespace QualifyBot.Bot.Turns;

/// <summary>
/// Sends the messages that have fallen due. Any number of hosts may run it: a reminder's turn has an id of its own, and is committed
/// once whoever runs it; only then it is taken off the schedule.
/// </summary>
internal sealed partial class ReminderSweep(
    IStore store, TalkAdapter adapter, ReminderOptions options, BookingOptions booking, TimeProvider clock, ILogger<ReminderSweep> logger) : BackgroundService
{
    private const int Batch = 100;
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(5);

    /// <summary>Sends what is due now.</summary>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var partition in ConversationKey.AllPartitions())
        {
            foreach (var entry in await store.RangeAsync(new StoreKey(partition, ScheduleWrite.Index), 0, now, Batch, descending: false, cancellation))
            {
                await SendAsync(partition, entry.Member, cancellation);
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (StoreUnavailableException exception)
            {
                Log.Skipped(logger, exception);
            }
        }
    }

    // Taken off only after it is committed: what a crash leaves standing finds its id among those answered.
    private async ValueTask SendAsync(string partition, string member, CancellationToken cancellation)
    {
        if (ScheduleWrite.Parse(member) is var (key, cause))
        {
            try
            {
                var result = await adapter.SayAsync(key, "reminder/" + cause, (context, stop) => SayAsync(context, cause, stop), cancellation);
                Log.Sent(logger, key.LeadId, result is { Repeated: false, Replies.Count: > 0 });
            }
            catch (JsonException exception)
            {
                // A damaged lead ends neither the sweep nor the host.
                Log.Damaged(logger, key.LeadId, exception);
            }
        }

        await store.CommitAsync(partition, [new StoreChange.IndexRemove(ScheduleWrite.Index, member)], cancellation);
    }

    private async Task SayAsync(ITurnContext context, string cause, CancellationToken cancellation)
    {
        var talk = context.Talk();
        var due = Reminder.Of(talk.Lead, options).Where(reminder => reminder.Due <= talk.Now).ToList();
        // Where a host was away so long that several have fallen due, the latest one says it all.
        if (due.MaxBy(reminder => reminder.Due) is { } latest && latest.Cause.Equals(cause, StringComparison.Ordinal) && Unasked.Remind(talk, latest, booking))
        {
            await context.SendActivityAsync(talk.Reply.ToActivity(talk.Activity), cancellation);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "A reminder of lead {LeadId} was due; sent: {Sent}.")]
        public static partial void Sent(ILogger logger, string leadId, bool sent);

        [LoggerMessage(Level = LogLevel.Error, Message = "Lead {LeadId} is damaged: its reminder is dropped.")]
        public static partial void Damaged(ILogger logger, string leadId, Exception exception);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Reminders could not be looked through: the store cannot be reached.")]
        public static partial void Skipped(ILogger logger, Exception exception);
    }
}
