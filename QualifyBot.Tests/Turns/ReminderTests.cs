using QualifyBot.Bot.Storage;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Turns;

/// <summary>What the bot says without being asked, each once, and never to who does not want it.</summary>
public sealed class ReminderTests : ClockedHostTests
{
    private static readonly string[] Booked = [.. Support.Talks.Of("bant booked").SkipLast(1).Select(step => step.Says), "Friday at 3pm"];
    private static readonly string[] Nurtured = [.. Support.Talks.Of("bant nurture yes").Select(step => step.Says)];

    [Fact]
    public async Task A_booked_demo_is_reminded_of_a_day_and_an_hour_before()
    {
        var visitor = await TalkAsync(Booked);
        var start = (await Host.LeadAsync(visitor)).GetProperty("demo").GetProperty("start").GetDateTimeOffset();
        Until(start.AddDays(-1).AddMinutes(-1));
        Assert.Equal(2, await ScheduledAsync(Host, visitor));
        Until(start.AddDays(-1).AddMinutes(6));
        (await HearAsync(Host, visitor)).Says("remind.demo");
        Until(start.AddHours(-1).AddMinutes(6));
        (await HearAsync(Host, visitor)).Says("remind.demo");
        await AssertSilentAsync(visitor, start.AddDays(2));
    }

    [Theory]
    [InlineData("cancel the demo", "yes")]
    [InlineData("delete my data", "yes")]
    [InlineData("stop writing to me")]
    [InlineData("unsubscribe")]
    public async Task Who_calls_it_off_or_wants_no_messages_is_not_reminded(params string[] says)
    {
        var visitor = await TalkAsync([.. Booked, .. says]);
        Assert.Equal(0, await ScheduledAsync(Host, visitor));
        await AssertSilentAsync(visitor, Clock.GetUtcNow().AddDays(7));
    }

    [Fact]
    public async Task A_demo_that_moved_is_reminded_of_at_its_new_time_alone()
    {
        var visitor = await TalkAsync([.. Booked, "Can we move it to Thursday at 10?"]);
        var start = (await Host.LeadAsync(visitor)).GetProperty("demo").GetProperty("start").GetDateTimeOffset();
        Assert.Equal(DayOfWeek.Thursday, start.DayOfWeek);
        Assert.Equal(2, await ScheduledAsync(Host, visitor));
        Until(start.AddDays(-1).AddMinutes(6));
        Assert.Contains("Thursday", (await HearAsync(Host, visitor)).Says("remind.demo").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_was_away_says_the_latest_alone_and_nothing_once_the_demo_has_begun()
    {
        var visitor = await TalkAsync(Booked);
        var start = (await Host.LeadAsync(visitor)).GetProperty("demo").GetProperty("start").GetDateTimeOffset();
        var member = $"{visitor.Key.LeadId}|";
        var entries = await Host.Store.RangeAsync(Schedule(visitor), 0, double.MaxValue, 10, descending: false, default);
        foreach (var entry in entries)
        {
            Assert.StartsWith(member, entry.Member, StringComparison.Ordinal);
            await Host.Store.CommitAsync(visitor.Key.Partition, [new StoreChange.IndexAdd("scheduled", entry.Member, start.AddHours(-1).AddMinutes(5).ToUnixTimeMilliseconds())], default);
        }

        Until(start.AddHours(-1).AddMinutes(6));
        (await HearAsync(Host, visitor)).Says("remind.demo");
        foreach (var entry in entries)
        {
            await Host.Store.CommitAsync(visitor.Key.Partition, [new StoreChange.IndexAdd("scheduled", entry.Member, start.ToUnixTimeMilliseconds())], default);
        }

        await AssertSilentAsync(visitor, start.AddHours(1));
    }

    [Fact]
    public async Task Who_agreed_to_a_follow_up_is_asked_once_after_thirty_days_of_silence()
    {
        var visitor = await TalkAsync(Nurtured);
        Until(Clock.GetUtcNow().AddDays(30).AddMinutes(-1));
        Assert.Equal(Nurtured.Length, visitor.Replies);
        Until(Clock.GetUtcNow().AddMinutes(7));
        (await HearAsync(Host, visitor)).Says("follow_up.ask");
        await AssertSilentAsync(visitor, Clock.GetUtcNow().AddDays(40));
    }

    [Theory]
    [InlineData("no thanks", null)]
    [InlineData("yes please", "unsubscribe")]
    [InlineData("yes please", "please stop writing to me")]
    public async Task Without_consent_nobody_is_asked_again(string consent, string? later)
    {
        var visitor = await TalkAsync([.. Nurtured.SkipLast(2), consent]);
        if (later is not null)
        {
            await visitor.SayAllAsync("anna@acme.example", later);
        }

        Assert.Equal(0, await ScheduledAsync(Host, visitor));
        await AssertSilentAsync(visitor, Clock.GetUtcNow().AddDays(40));
    }

    [Fact]
    public async Task A_crash_before_the_note_is_gone_and_several_hosts_remind_once()
    {
        using var box = new StoreBox("redis");
        await using var first = await TestHost.StartAsync(box.Settings, Clock);
        await using var second = await TestHost.StartAsync(box.Settings, Clock);
        var visitor = new Visitor(Channel, first.Http);
        await visitor.SayAllAsync(Booked);
        await first.DeliveredAsync(visitor, Clock);
        var before = await first.Store.RangeAsync(Schedule(visitor), 0, double.MaxValue, 10, descending: false, default);
        var start = (await first.LeadAsync(visitor)).GetProperty("demo").GetProperty("start").GetDateTimeOffset();
        Until(start.AddDays(-1).AddMinutes(6));
        (await HearAsync(first, visitor)).Says("remind.demo");
        await Eventually.TrueAsync(async () => await ScheduledAsync(first, visitor) == 1, "the note is taken off");
        await first.Store.CommitAsync(visitor.Key.Partition, [new StoreChange.IndexAdd("scheduled", before[0].Member, before[0].Score)], default);
        Until(Clock.GetUtcNow().AddSeconds(301));
        await Eventually.TrueAsync(async () => await ScheduledAsync(first, visitor) == 1, "the note is taken off again");
        Assert.Equal(Booked.Length + 1, visitor.Replies);
    }

    [Fact]
    public async Task A_damaged_lead_keeps_nobody_else_from_being_reminded()
    {
        var (damaged, visitor) = (await TalkAsync(Booked), await TalkAsync([.. Booked.SkipLast(1), "Friday at 4pm"]));
        var stored = (await Host.Store.GetAsync([new StoreKey(damaged.Key.Partition, damaged.Key.Lead)], default))[0]!;
        Assert.True(await Host.Store.CommitAsync(damaged.Key.Partition, [new StoreChange.Put(damaged.Key.Lead, "{broken"u8.ToArray(), stored.Version)], default));
        var start = (await Host.LeadAsync(visitor)).GetProperty("demo").GetProperty("start").GetDateTimeOffset();
        Until(start.AddDays(-1).AddMinutes(6));
        (await HearAsync(Host, visitor)).Says("remind.demo");
        Until(start.AddHours(-1).AddMinutes(6));
        (await HearAsync(Host, visitor)).Says("remind.demo");
        Assert.Equal(0, await ScheduledAsync(Host, damaged));
        Assert.Contains(Host.Log.Lines, line => line.Line.Contains($"Lead {damaged.Key.LeadId} is damaged", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Reminders:DemoMinutes:0", "0", 0)]
    [InlineData("Reminders:DemoMinutes:0", "30", 1)]
    public async Task Settings_say_when(string setting, string value, int scheduled)
    {
        await using var other = await TestHost.StartAsync(["--" + setting, value], Clock);
        var visitor = new Visitor(Channel, other.Http);
        await visitor.SayAllAsync(Booked);
        Assert.Equal(scheduled, await ScheduledAsync(other, visitor));
    }

    private static StoreKey Schedule(Visitor visitor) => new(visitor.Key.Partition, "scheduled");

    private static async Task<int> ScheduledAsync(TestHost host, Visitor visitor) =>
        (await host.Store.RangeAsync(Schedule(visitor), 0, double.MaxValue, 10, descending: false, default)).Count;

    private async Task<Reply> HearAsync(TestHost from, Visitor visitor)
    {
        var reply = await visitor.NextAsync();
        await from.DeliveredAsync(visitor, Clock);
        return reply;
    }

    private async Task<Visitor> TalkAsync(string[] says)
    {
        var visitor = NewVisitor();
        await visitor.SayAllAsync(says);
        await Host.DeliveredAsync(visitor, Clock);
        return visitor;
    }

    // Whoever is in the middle of a sweep at the end of it has looked at all that was due before.
    private async Task AssertSilentAsync(Visitor visitor, DateTimeOffset until)
    {
        var replies = visitor.Replies;
        Until(until);
        await Eventually.TrueAsync(async () =>
        {
            Clock.Jump(TimeSpan.FromSeconds(301));
            return await ScheduledAsync(Host, visitor) == 0;
        }, "an empty schedule");
        Assert.Equal(replies, visitor.Replies);
    }

    private void Until(DateTimeOffset moment) => Clock.Jump(moment - Clock.GetUtcNow());
}
