using System.Globalization;
using System.Text;
using System.Text.Json;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Bot.Storage;
using QualifyBot.Qualification.Lifecycle;

namespace QualifyBot.Bot.Turns;

/// <summary>How many leads were looked at, and how many of them changed.</summary>
public sealed record RequalifiedLeads(int Looked, int Changed);

/// <summary>
/// Looks at every lead once a day: events fade, dates come nearer, rulebooks change. Any number of hosts may run it: each partition is done by
/// whoever finds it undone, and doing one twice changes nothing more, since a lead of one day is always qualified alike.
/// </summary>
public sealed partial class DailyRequalification(IStore store, LeadChanges leads, TimeProvider clock, ILogger<DailyRequalification> logger) : BackgroundService
{
    private const string DoneDocument = "requalified";
    private const string BusyDocument = "requalifying";
    private const int Batch = 500;
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>Looks at all leads now, whether or not that was done today.</summary>
    public async ValueTask<RequalifiedLeads> RunAsync(CancellationToken cancellation)
    {
        var (looked, changed) = (0, 0);
        foreach (var partition in ConversationKey.AllPartitions())
        {
            var done = await RunAsync(partition, cancellation);
            (looked, changed) = (looked + done.Looked, changed + done.Changed);
        }

        return new RequalifiedLeads(looked, changed);
    }

    /// <summary>Looks at the leads of the partitions that nobody looked at today.</summary>
    public async ValueTask RunDueAsync(CancellationToken cancellation)
    {
        var today = Encoding.UTF8.GetBytes(leads.Today.ToString("O", CultureInfo.InvariantCulture));
        foreach (var partition in ConversationKey.AllPartitions())
        {
            var done = (await store.GetAsync([new StoreKey(partition, DoneDocument)], cancellation))[0];
            if (done?.Data.Span.SequenceEqual(today) == true || !await store.CommitAsync(partition, [new StoreChange.Put(BusyDocument, today, 0, Lease)], cancellation))
            {
                continue;
            }

            await RunAsync(partition, cancellation);
            await store.CommitAsync(partition, [new StoreChange.Put(DoneDocument, today, null), new StoreChange.Delete(BusyDocument)], cancellation);
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
                await RunDueAsync(stoppingToken);
            }
            catch (StoreUnavailableException exception)
            {
                Log.Skipped(logger, exception);
            }
        }
    }

    // A lead that moves to the front meanwhile was changed, and so qualified, meanwhile.
    private async ValueTask<RequalifiedLeads> RunAsync(string partition, CancellationToken cancellation)
    {
        var (looked, changed, seen) = (0, 0, new HashSet<string>(StringComparer.Ordinal));
        var (until, limit) = (double.MaxValue, Batch);
        while (true)
        {
            var page = await store.RangeAsync(new StoreKey(partition, ConversationKey.LeadsIndex), 0, until, limit, descending: true, cancellation);
            foreach (var entry in page.Where(entry => seen.Add(entry.Member)))
            {
                looked++;
                changed += await IsChangedAsync(entry.Member, cancellation) ? 1 : 0;
            }

            if (page.Count < limit)
            {
                return new RequalifiedLeads(looked, changed);
            }

            // A page that is all of one moment is asked for again, larger, or it would hide what stands behind it.
            (until, limit) = page[^1].Score < until ? (page[^1].Score, Batch) : (until, limit + Batch);
        }
    }

    // One lead that cannot be read must not keep the others from their day.
    private async ValueTask<bool> IsChangedAsync(string leadId, CancellationToken cancellation)
    {
        try
        {
            return await leads.ChangeAsync(leadId, Anew, cancellation) is { } lead && lead.After != lead.Before;
        }
        catch (JsonException exception)
        {
            Log.Unreadable(logger, exception, leadId);
            return false;
        }
    }

    private WantedChange Anew(LeadRecord lead) => new(
        lead, leads.PlaybookOf(lead) is { } playbook && playbook.Hash != lead.PlaybookHash ? new Happening.RulebookChanged(playbook.Hash) : new Happening.DaysPassed(leads.Today));

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Leads could not be qualified anew: the store cannot be reached.")]
        public static partial void Skipped(ILogger logger, Exception exception);

        [LoggerMessage(Level = LogLevel.Error, Message = "Lead {LeadId} could not be read; it stays as it is.")]
        public static partial void Unreadable(ILogger logger, Exception exception, string leadId);
    }
}
