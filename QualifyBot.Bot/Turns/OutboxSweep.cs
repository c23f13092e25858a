using QualifyBot.Bot.Storage;

namespace QualifyBot.Bot.Turns;

/// <summary>
/// Keeps this host's heartbeat, and takes over the work of hosts whose heart has stopped: what was committed is done, whichever host dies.
/// </summary>
internal sealed partial class OutboxSweep(
    HostIdentity host, IStore store, Outbox outbox, WorkInHand inHand, ConversationLanes lanes, TimeProvider clock, ILogger<OutboxSweep> logger) : BackgroundService
{
    private const string HostsPartition = "hosts";
    private const int Batch = 100;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Death = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>Beats once and takes over what dead hosts left.</summary>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        await store.CommitAsync(HostsPartition, [new StoreChange.Put(host.Id, "1"u8.ToArray(), null, Death)], cancellation);
        var until = (clock.GetUtcNow() - Grace).ToUnixTimeMilliseconds();
        foreach (var partition in ConversationKey.AllPartitions())
        {
            var index = new StoreKey(partition, ConversationKey.OutboxIndex);
            foreach (var entry in await store.RangeAsync(index, 0, until, Batch, descending: false, cancellation))
            {
                await TakeOverAsync(partition, entry.Member, cancellation);
            }
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await store.CommitAsync(HostsPartition, [new StoreChange.Delete(host.Id)], cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, clock);
        do
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
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async ValueTask TakeOverAsync(string partition, string member, CancellationToken cancellation)
    {
        if (WorkItem.Parse(member) is not { } item || ConversationKey.OfLead(item.LeadId) is not { } key)
        {
            return;
        }

        if (item.Host == host.Id ? inHand.TryHold(member) : await TryTakeAsync(partition, item, cancellation))
        {
            using var lane = await lanes.EnterAsync(key, cancellation);
            _ = lane.DeliverNext(() => outbox.PerformAsync(key, [item with { Host = host.Id }]));
        }
    }

    private async ValueTask<bool> TryTakeAsync(string partition, WorkItem item, CancellationToken cancellation)
    {
        if (await IsAliveAsync(item.Host, cancellation))
        {
            return false;
        }

        var mine = item with { Host = host.Id };
        inHand.Hold([mine]);
        var changes = new StoreChange[]
        {
            new StoreChange.Put("taken/" + item.Member, "1"u8.ToArray(), 0, TimeSpan.FromMinutes(10)),
            new StoreChange.IndexRemove(ConversationKey.OutboxIndex, item.Member),
            new StoreChange.IndexAdd(ConversationKey.OutboxIndex, mine.Member, clock.GetUtcNow().ToUnixTimeMilliseconds()),
        };
        var taken = await store.CommitAsync(partition, changes, cancellation);
        if (taken)
        {
            Log.TakenOver(logger, item.Host, item.LeadId);
        }
        else
        {
            inHand.LetGo([mine.Member]);
        }

        return taken;
    }

    private async ValueTask<bool> IsAliveAsync(string hostId, CancellationToken cancellation) =>
        (await store.GetAsync([new StoreKey(HostsPartition, hostId)], cancellation))[0] is not null;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Work of host {Host} for lead {LeadId} is taken over: that host is gone.")]
        public static partial void TakenOver(ILogger logger, string host, string leadId);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox could not be looked through: the store cannot be reached.")]
        public static partial void Skipped(ILogger logger, Exception exception);
    }
}
