using QualifyBot.Bot.Storage;

namespace QualifyBot.Bot.Outcomes.Booking;

/// <summary>What became of a claim.</summary>
public enum ClaimResult
{
    /// <summary>The slot is the lead's, now or since before.</summary>
    Claimed,

    /// <summary>The slot can't be had: someone was faster, or it is over, or hours have changed.</summary>
    Taken,
}

/// <summary>
/// The demos that can be had. Nothing is kept in memory: any number of instances may share a store. A claim is made before
/// the commit of the turn that books, so it is an orphan when that commit never comes; after ten minutes others may have it.
/// </summary>
/// <param name="store">Where claims are kept.</param>
/// <param name="options">When and with whom; an <see cref="ArgumentException"/> says what is wrong with them.</param>
/// <param name="holds">Whether a lead's booking, as stored now, is this slot.</param>
public sealed class DemoCalendar(IStore store, BookingOptions options, Func<string, DemoSlot, CancellationToken, ValueTask<bool>> holds)
{
    private readonly BookingPlan plan = new(options);
    private readonly ClaimBook claims = new(store, holds);

    /// <summary>
    /// The free slots that start between two moments, the second exclusive, within notice and horizon: earliest first, at
    /// most one for each time, with the representative who has the fewest claims in that stretch; ties take turns by day.
    /// </summary>
    public async ValueTask<IReadOnlyList<DemoSlot>> FreeAsync(DateTimeOffset from, DateTimeOffset to, DateTimeOffset now, CancellationToken cancellation)
    {
        var (earliest, latest) = (now + plan.Notice, now + plan.Horizon);
        var (start, end) = (from > earliest ? from : earliest, to < latest ? to : latest);
        if (start >= end)
        {
            return [];
        }

        var agenda = new Agenda(plan, await claims.ClaimedAsync(start, end + plan.Length + plan.Buffer, cancellation));
        return [.. plan.Times(start, end).Select(agenda.Find).OfType<DemoSlot>()];
    }

    /// <summary>All free slots from now on.</summary>
    public ValueTask<IReadOnlyList<DemoSlot>> FreeAsync(DateTimeOffset now, CancellationToken cancellation) =>
        FreeAsync(now, now + plan.Horizon, now, cancellation);

    /// <summary>Claims a slot for a lead. Claiming again what the lead has claimed succeeds, so that a turn may run twice.</summary>
    public ValueTask<ClaimResult> ClaimAsync(DemoSlot slot, string leadId, DateTimeOffset now, CancellationToken cancellation) =>
        claims.ClaimAsync(slot, leadId, slot.Start > now && plan.Allows(slot), now, cancellation);

    /// <summary>Gives a slot back: a booking cancelled, moved or erased. Nothing happens unless the slot is the lead's.</summary>
    public ValueTask ReleaseAsync(DemoSlot slot, string leadId, DateTimeOffset now, CancellationToken cancellation) =>
        claims.ReleaseAsync(slot, leadId, now, cancellation);

    /// <summary>
    /// Looks at claims older than ten minutes, at most a hundred: what its lead holds is settled for good, the rest is
    /// free again. Any host may call it, every few minutes.
    /// </summary>
    public ValueTask SweepAsync(DateTimeOffset now, CancellationToken cancellation) => claims.SweepAsync(now, cancellation);
}
