using QualifyBot.Bot.Outcomes.Booking;
using QualifyBot.Bot.Storage;
using QualifyBot.Tests.Support;
using static QualifyBot.Tests.Outcomes.Booking.Calendars;

namespace QualifyBot.Tests.Outcomes.Booking;

public sealed class DemoClaimOnSqliteTests() : DemoClaimTests(SqliteStore.Open(":memory:", new TestClock()));

public sealed class DemoClaimOnRedisTests() : DemoClaimTests(RedisStore.Connect(RedisServer.Shared.Configuration, RedisServer.FreshPrefix()));

/// <summary>Who gets a slot, on each Store.</summary>
public abstract partial class DemoClaimTests(IStore inner) : IAsyncLifetime
{
    private const string Hours = "Monday 09:00-12:00";

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
