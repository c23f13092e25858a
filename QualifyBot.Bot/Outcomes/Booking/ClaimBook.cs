using QualifyBot.Bot.Storage;

namespace QualifyBot.Bot.Outcomes.Booking;

/// <summary>
/// Claims in the store: a document for each cell of each representative's time, and two sorted indexes of the claims, one
/// by start, the other by the time of the claim until it is known to be held. What belongs together is one commit.
/// </summary>
internal sealed class ClaimBook(IStore store, Func<string, DemoSlot, CancellationToken, ValueTask<bool>> holds)
{
    private const string Partition = "slots";
    private const string ByStart = "claims";
    private const string Unsettled = "unsettled";
    private const int SweepSize = 100;

    private static readonly TimeSpan LongestDemo = TimeSpan.FromDays(1);
    private static readonly TimeSpan KeptAfterwards = TimeSpan.FromDays(1);

    /// <summary>The slots claimed that may touch a stretch of time, and perhaps a few near it.</summary>
    public async ValueTask<IEnumerable<DemoSlot>> ClaimedAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation)
    {
        var (first, last) = ((from - LongestDemo).ToUnixTimeSeconds(), to.ToUnixTimeSeconds());
        var entries = await store.RangeAsync(new StoreKey(Partition, ByStart), first, last, int.MaxValue, descending: false, cancellation);
        return entries.Select(entry => SlotClaim.FromMember(entry.Member).Slot);
    }

    /// <summary>Claims a slot; <paramref name="open"/> says whether it may be had by whom has not got it yet.</summary>
    public async ValueTask<ClaimResult> ClaimAsync(DemoSlot slot, string leadId, bool open, DateTimeOffset now, CancellationToken cancellation)
    {
        var claim = new SlotClaim(leadId, slot, now);
        while (true)
        {
            var cells = await ReadAsync(slot, cancellation);
            var mine = Array.TrueForAll(cells, cell => claim.IsSameAs(cell.Claim));
            if (mine && cells[0].Claim!.IsFresh(now))
            {
                return ClaimResult.Claimed;
            }

            SlotClaim[] others = [.. cells.Select(cell => cell.Claim).OfType<SlotClaim>().Where(other => !claim.IsSameAs(other)).Distinct()];
            if (!mine && !(open && await AreOrphansAsync(others, now, cancellation)))
            {
                return ClaimResult.Taken;
            }

            var changes = cells.Select(cell => cell.Put(claim, TimeToLive(slot, now))).Concat(others.SelectMany(Forget)).Concat(Remember(claim));
            if (await store.CommitAsync(Partition, [.. changes], cancellation))
            {
                return ClaimResult.Claimed;
            }
        }
    }

    /// <summary>Gives a slot back if it is the lead's.</summary>
    public async ValueTask ReleaseAsync(DemoSlot slot, string leadId, DateTimeOffset now, CancellationToken cancellation)
    {
        var claim = new SlotClaim(leadId, slot, now);
        bool done;
        do
        {
            var cells = await ReadAsync(slot, cancellation);
            done = !Array.Exists(cells, cell => claim.IsSameAs(cell.Claim)) || await TryReleaseAsync(claim, cells, now, cancellation);
        }
        while (!done);
    }

    /// <summary>Settles claims that are past their grace, at most a hundred.</summary>
    public async ValueTask SweepAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var old = (now - SlotClaim.Grace).ToUnixTimeSeconds();
        foreach (var entry in await store.RangeAsync(new StoreKey(Partition, Unsettled), 0, old, SweepSize, descending: false, cancellation))
        {
            var claim = SlotClaim.FromMember(entry.Member);
            // Read before asking: a claim renewed meanwhile has another version, and the commit leaves it alone.
            var cells = await ReadAsync(claim.Slot, cancellation);
            if (await holds(claim.Lead!, claim.Slot, cancellation))
            {
                await store.CommitAsync(Partition, [new StoreChange.IndexRemove(Unsettled, entry.Member)], cancellation);
            }
            else if (!Array.Exists(cells, cell => claim.IsSameAs(cell.Claim) && !cell.Claim!.IsPastGrace(now)))
            {
                await TryReleaseAsync(claim, cells, now, cancellation);
            }
        }
    }

    private static TimeSpan TimeToLive(DemoSlot slot, DateTimeOffset now) =>
        (slot.End > now ? slot.End - now : TimeSpan.Zero) + KeptAfterwards;

    private static StoreChange[] Remember(SlotClaim claim) =>
    [
        new StoreChange.IndexAdd(ByStart, claim.Member, claim.Slot.Start.ToUnixTimeSeconds()),
        new StoreChange.IndexAdd(Unsettled, claim.Member, claim.At.ToUnixTimeSeconds()),
    ];

    private static StoreChange[] Forget(SlotClaim claim) =>
        [new StoreChange.IndexRemove(ByStart, claim.Member), new StoreChange.IndexRemove(Unsettled, claim.Member)];

    private ValueTask<bool> TryReleaseAsync(SlotClaim claim, StoredCell[] cells, DateTimeOffset now, CancellationToken cancellation)
    {
        var free = cells.Where(cell => claim.IsSameAs(cell.Claim)).Select(cell => cell.Put(claim with { Lead = null }, TimeToLive(claim.Slot, now)));
        return store.CommitAsync(Partition, [.. free, .. Forget(claim)], cancellation);
    }

    private async ValueTask<bool> AreOrphansAsync(SlotClaim[] claims, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var claim in claims)
        {
            if (!claim.IsPastGrace(now) || await holds(claim.Lead!, claim.Slot, cancellation))
            {
                return false;
            }
        }

        return true;
    }

    private async ValueTask<StoredCell[]> ReadAsync(DemoSlot slot, CancellationToken cancellation)
    {
        string[] names = [.. Cell.Between(slot.Start, slot.End).Select(cell => Cell.Name(slot.Rep, cell))];
        var documents = await store.GetAsync([.. names.Select(name => new StoreKey(Partition, name))], cancellation);
        return [.. names.Zip(documents, StoredCell.Read)];
    }

    /// <summary>A cell as it was read; <paramref name="Claim"/> is null while it is free.</summary>
    private sealed record StoredCell(string Name, SlotClaim? Claim, long Version)
    {
        public static StoredCell Read(string name, StoredDocument? document)
        {
            var claim = document is null ? null : SlotClaim.FromBytes(document.Data);
            return new StoredCell(name, claim?.Lead is null ? null : claim, document?.Version ?? 0);
        }

        public StoreChange.Put Put(SlotClaim claim, TimeSpan timeToLive) => new StoreChange.Put(Name, claim.ToBytes(), Version, timeToLive);
    }
}
