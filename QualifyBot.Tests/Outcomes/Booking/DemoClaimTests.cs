using QualifyBot.Bot.Outcomes.Booking;
using QualifyBot.Bot.Storage;
using QualifyBot.Tests.Support;
using static QualifyBot.Tests.Outcomes.Booking.Calendars;

namespace QualifyBot.Tests.Outcomes.Booking;

public sealed class DemoClaimOnSqliteTests() : DemoClaimTests(SqliteStore.Open(":memory:", new TestClock()));

public sealed class DemoClaimOnRedisTests() : DemoClaimTests(RedisStore.Connect(RedisServer.Shared.Configuration, RedisServer.FreshPrefix()));

/// <summary>Who gets a slot, on each Store.</summary>
public abstract class DemoClaimTests(IStore inner) : IAsyncLifetime
{
    private const string Hours = "Monday 09:00-12:00";

    private static readonly DateTimeOffset Soon = Monday.AddMinutes(9);
    private static readonly DateTimeOffset Late = Monday.AddMinutes(10);

    private WatchedStore Store { get; } = new(inner);
    private readonly HashSet<(string Lead, DemoSlot Slot)> held = [];
    private readonly DemoSlot ten = Slot("2026-11-23T10:00+01:00");

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Store.DisposeAsync().AsTask();

    [Fact]
    public async Task A_claimed_slot_is_free_no_more()
    {
        var calendar = Open();

        Assert.Equal(ClaimResult.Claimed, await Claim(calendar, ten, "a"));

        Assert.Equal(["Mon 09:00", "Mon 09:30", "Mon 10:30", "Mon 11:00", "Mon 11:30"], await calendar.StartsAsync("2026-11-23T08:00+01:00", "2026-11-24T00:00+01:00"));
        Assert.Equal(ClaimResult.Taken, await Claim(calendar, ten, "b"));
    }

    [Fact]
    public async Task Free_slots_cost_one_read()
    {
        await Open().FreeAsync(Monday, CancellationToken.None);

        Assert.Equal(1, Store.Reads);
    }

    [Fact]
    public async Task A_hundred_visitors_on_two_hosts_who_want_one_slot_make_one_winner()
    {
        DemoCalendar[] hosts = [Open(), Open()];

        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(lead => Task.Run(() => Claim(hosts[lead % 2], ten, $"lead-{lead}"))));

        Assert.Equal(1, results.Count(result => result == ClaimResult.Claimed));
    }

    [Fact]
    public async Task Visitors_who_want_overlapping_slots_of_different_length_never_get_both()
    {
        DemoCalendar[] hosts = [Open(30), Open(45), Open(20), Open(180)];
        var wanted = new List<(DemoCalendar Host, DemoSlot Slot)>();
        foreach (var host in hosts)
        {
            wanted.AddRange((await host.FreeAsync(Monday, Monday.AddDays(1), Monday, CancellationToken.None)).Select(slot => (host, slot)));
        }

        var won = await Task.WhenAll(wanted.Select((want, lead) => Task.Run(async () => (want.Slot, Result: await Claim(want.Host, want.Slot, $"lead-{lead}")))));

        var claimed = won.Where(one => one.Result == ClaimResult.Claimed).Select(one => one.Slot).OrderBy(slot => slot.Start).ToArray();
        Assert.NotEmpty(claimed);
        Assert.All(claimed.Zip(claimed.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
    }

    [Fact]
    public async Task A_slot_that_overlaps_a_claim_of_another_length_or_its_buffer_is_not_free()
    {
        await Claim(Open(45), Slot("2026-11-23T09:45+01:00", 45), "a");

        Assert.Equal(["Mon 09:00", "Mon 10:30", "Mon 11:00", "Mon 11:30"], await Open(30).StartsAsync("2026-11-23T08:00+01:00", "2026-11-24T00:00+01:00"));
        Assert.Equal(["Mon 11:00"], await Open(30, buffer: 30).StartsAsync("2026-11-23T08:00+01:00", "2026-11-24T00:00+01:00"));
    }

    [Fact]
    public async Task Slots_that_only_touch_are_both_to_be_had()
    {
        var calendar = Open();

        Assert.Equal(ClaimResult.Claimed, await Claim(calendar, ten, "a"));
        Assert.Equal(ClaimResult.Claimed, await Claim(calendar, Slot("2026-11-23T10:30+01:00"), "b"));
        Assert.Equal(ClaimResult.Claimed, await Claim(calendar, Slot("2026-11-23T09:30+01:00"), "c"));
    }

    [Fact]
    public async Task Two_representatives_can_be_had_at_one_time()
    {
        var calendar = Open(reps: ["Ana", "Bo"]);

        Assert.Equal(ClaimResult.Claimed, await Claim(calendar, ten with { Rep = "Ana" }, "a"));
        Assert.Equal(ClaimResult.Claimed, await Claim(calendar, ten with { Rep = "Bo" }, "b"));
        Assert.DoesNotContain("Mon 10:00", await calendar.StartsAsync("2026-11-23T08:00+01:00", "2026-11-24T00:00+01:00"));
    }

    [Theory]
    [InlineData("2026-11-23T10:05+01:00", 30, "Sales")]
    [InlineData("2026-11-23T12:00+01:00", 30, "Sales")]
    [InlineData("2026-11-23T10:00+01:00", 60, "Sales")]
    [InlineData("2026-11-24T10:00+01:00", 30, "Sales")]
    [InlineData("2026-11-23T10:00+01:00", 30, "Nobody")]
    [InlineData("2026-11-16T10:00+01:00", 30, "Sales")]
    public async Task A_slot_that_is_over_or_outside_the_hours_cannot_be_claimed(string start, int minutes, string rep) =>
        Assert.Equal(ClaimResult.Taken, await Claim(Open(), Slot(start, minutes, rep), "a"));

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(200)]
    public async Task Claiming_again_what_one_has_succeeds(int minutesLater)
    {
        await Claim(Open(), ten, "a");

        Assert.Equal(ClaimResult.Claimed, await Claim(Open(), ten, "a", Monday.AddMinutes(minutesLater)));
        Assert.Equal(ClaimResult.Taken, await Claim(Open(), ten, "b", Monday.AddMinutes(minutesLater)));
    }

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
    public async Task Only_the_lead_who_has_a_slot_gives_it_back()
    {
        await Claim(Open(), ten, "a");

        await Open().ReleaseAsync(ten, "b", Monday, CancellationToken.None);
        Assert.Equal(ClaimResult.Taken, await Claim(Open(), ten, "b"));

        await Open().ReleaseAsync(ten, "a", Monday, CancellationToken.None);
        await Open().ReleaseAsync(ten, "a", Monday, CancellationToken.None);
        Assert.Contains("Mon 10:00", await Open().StartsAsync("2026-11-23T08:00+01:00", "2026-11-24T00:00+01:00"));
        Assert.Equal(ClaimResult.Claimed, await Claim(Open(), ten, "b"));
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

    [Fact]
    public async Task Hostile_ids_are_only_ids()
    {
        const string Lead = "a\nb/\0'{}\"🦊";
        await Claim(Open(), ten, Lead);

        Assert.Equal(ClaimResult.Taken, await Claim(Open(), ten, "a"));
        await Open().SweepAsync(Late, CancellationToken.None);
        Assert.Equal(ClaimResult.Claimed, await Claim(Open(), ten, "a", Late));
    }

    private DemoCalendar Open(int minutes = 30, int buffer = 0, params string[] reps)
    {
        var options = Options(Hours, reps);
        (options.SlotMinutes, options.BufferMinutes) = (minutes, buffer);
        return new DemoCalendar(Store, options, (lead, slot, _) => new(held.Contains((lead, slot))));
    }

    private static Task<ClaimResult> Claim(DemoCalendar calendar, DemoSlot slot, string lead, DateTimeOffset? now = null) =>
        calendar.ClaimAsync(slot, lead, now ?? Monday, CancellationToken.None).AsTask();
}
