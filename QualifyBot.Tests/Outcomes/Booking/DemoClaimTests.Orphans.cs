using QualifyBot.Bot.Outcomes.Booking;
using static QualifyBot.Tests.Outcomes.Booking.Calendars;

namespace QualifyBot.Tests.Outcomes.Booking;

/// <summary>What becomes of claims whose turn never committed a booking.</summary>
public abstract partial class DemoClaimTests
{
    private static readonly DateTimeOffset Soon = Monday.AddMinutes(9);

    [Fact]
    public async Task A_claim_without_a_booking_may_be_taken_over_after_ten_minutes_and_not_before()
    {
        await Claim(Open(), ten, "a");

        Assert.Equal(ClaimResult.Taken, await Claim(Open(), ten, "b", Soon));
        Assert.Equal(ClaimResult.Claimed, await Claim(Open(), ten, "b", Late));
        Assert.Equal(ClaimResult.Taken, await Claim(Open(), ten, "a", Late));
    }

    [Fact]
    public async Task A_claim_with_a_booking_lasts()
    {
        await Claim(Open(), ten, "a");
        held.Add(("a", ten));

        Assert.Equal(ClaimResult.Taken, await Claim(Open(), ten, "b", Monday.AddMinutes(90)));
    }

    [Fact]
    public async Task An_orphan_is_taken_over_by_one_of_many()
    {
        await Claim(Open(), ten, "gone");
        DemoCalendar[] hosts = [Open(), Open()];

        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(lead => Task.Run(() => Claim(hosts[lead % 2], ten, $"lead-{lead}", Late))));

        Assert.Equal(1, results.Count(result => result == ClaimResult.Claimed));
    }

    [Fact]
    public async Task A_takeover_frees_no_more_than_it_takes_and_the_rest_can_be_had_too()
    {
        await Claim(Open(60), Slot("2026-11-23T10:00+01:00", 60), "gone");

        Assert.Equal(ClaimResult.Claimed, await Claim(Open(), ten, "a", Late));
        Assert.Equal(ClaimResult.Taken, await Claim(Open(60), Slot("2026-11-23T10:00+01:00", 60), "gone", Late));
        Assert.Equal(["Mon 09:00", "Mon 09:30", "Mon 10:30", "Mon 11:00", "Mon 11:30"], await Open().StartsAsync("2026-11-23T08:00+01:00", "2026-11-24T00:00+01:00"));
        Assert.Equal(ClaimResult.Claimed, await Claim(Open(), Slot("2026-11-23T10:30+01:00"), "b", Late));
    }

    [Fact]
    public async Task A_claim_renewed_while_another_takes_it_over_stays()
    {
        await Claim(Open(), ten, "a");
        Store.BeforeCommit = () => Claim(Open(), ten, "a", Late);

        Assert.Equal(ClaimResult.Taken, await Claim(Open(), ten, "b", Late));
        Assert.Equal(ClaimResult.Taken, await Claim(Open(), ten, "b", Late.AddMinutes(9)));
    }

    [Fact]
    public async Task A_slot_given_back_and_claimed_anew_meanwhile_is_not_taken_over()
    {
        await Claim(Open(), ten, "a");
        Store.BeforeCommit = async () =>
        {
            await Open().ReleaseAsync(ten, "a", Late, CancellationToken.None);
            Assert.Equal(ClaimResult.Claimed, await Claim(Open(), ten, "c", Late));
        };

        Assert.Equal(ClaimResult.Taken, await Claim(Open(), ten, "b", Late));
        Assert.Equal(ClaimResult.Claimed, await Claim(Open(), ten, "c", Late));
    }

    [Fact]
    public async Task A_sweep_frees_orphans_and_settles_what_is_held()
    {
        var eleven = Slot("2026-11-23T11:00+01:00");
        var half = Slot("2026-11-23T11:30+01:00");
        await Claim(Open(), ten, "gone");
        await Claim(Open(), eleven, "a");
        await Claim(Open(), half, "young", Soon);
        held.Add(("a", eleven));

        await Open().SweepAsync(Late, CancellationToken.None);

        Assert.Equal(["Mon 09:00", "Mon 09:30", "Mon 10:00", "Mon 10:30"], await Open().StartsAsync("2026-11-23T08:00+01:00", "2026-11-24T00:00+01:00"));
        var reads = Store.Reads;
        await Open().SweepAsync(Late, CancellationToken.None);
        Assert.Equal(1, Store.Reads - reads);
    }

    [Fact]
    public async Task A_claim_renewed_during_a_sweep_stays()
    {
        await Claim(Open(), ten, "a");
        Store.BeforeCommit = () => Claim(Open(), ten, "a", Late);

        await Open().SweepAsync(Late, CancellationToken.None);

        Assert.DoesNotContain("Mon 10:00", await Open().StartsAsync("2026-11-23T08:00+01:00", "2026-11-24T00:00+01:00"));
        Assert.Equal(ClaimResult.Taken, await Claim(Open(), ten, "b", Late));
    }
}
