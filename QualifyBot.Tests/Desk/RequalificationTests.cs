using System.Net;
using System.Text.Json;
using QualifyBot.Bot.Storage;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Desk;

public sealed class RequalificationTests
{
    [Theory]
    [MemberData(nameof(StoreBox.Kinds), MemberType = typeof(StoreBox))]
    public async Task Two_hosts_and_a_talk_change_one_lead_at_once_and_nothing_is_lost(string store)
    {
        using var box = new StoreBox(store);
        await using var channel = await FakeChannel.StartAsync();
        await using var one = await TestHost.StartAsync([.. Told.Faint, .. box.Settings]);
        await using var other = await TestHost.StartAsync([.. Told.Faint, .. box.Settings]);
        var visitor = new Visitor(channel, one.Http);
        await visitor.SayAsync("our help desk is a mess");
        TestHost[] hosts = [one, other];
        var signals = Enumerable.Range(0, 24).Select(index => hosts[index % 2].TellAsync(visitor, "signals", Told.Event($"s{index:D2}", "return_visit"))).ToArray();
        await visitor.SayAllAsync("30 people", "I only advise", "not sure");
        await Task.WhenAll(signals);
        var lead = await one.LeadAsync(visitor);
        Assert.Equal(24, lead.GetProperty("course").GetProperty("signals").GetArrayLength());
        Assert.Equal(["authority", "headcount", "interest", "need"], lead.GetProperty("answers").EnumerateArray().Select(answer => Told.Text(answer, "slot")));
        Told.Sums(lead.GetProperty("score"));
        Assert.All(signals, told => Assert.Single(told.Result.GetProperty("accepted").EnumerateArray()));
    }

    [Theory]
    [MemberData(nameof(StoreBox.Kinds), MemberType = typeof(StoreBox))]
    public async Task Days_lower_a_lead_and_looking_twice_on_one_day_changes_nothing_more(string store)
    {
        using var box = new StoreBox(store);
        await using var channel = await FakeChannel.StartAsync();
        var clock = new TestClock();
        await using var host = await TestHost.StartAsync([.. Told.Faint, .. box.Settings], clock);
        var visitor = await Told.NurturedAsync(channel, host);
        await host.TellAsync(visitor, "signals", Told.Event("w1", "demo_requested"));
        Assert.Equal("{\"looked\":1,\"changed\":0}", await RequalifyAsync(host));
        Move(clock, 14);
        Assert.Equal("{\"looked\":1,\"changed\":0}", await RequalifyAsync(host));
        Move(clock, 6);
        await RequalifyAsync(host);
        Assert.Equal("{\"looked\":1,\"changed\":0}", await RequalifyAsync(host));
        var lead = await host.LeadAsync(visitor);
        Assert.Equal(("nurture", "nurturing"), (Told.Text(lead, "outcome"), Told.Text(lead, "stage")));
        Assert.Equal("sales_qualified > nurturing: time 2026-03-22 through requested_demo", Told.Changes(lead.GetProperty("course").GetProperty("events"))[^1]);
        Assert.False(lead.TryGetProperty("reopened", out _));
        Assert.Empty((await host.LeadsAsync("?reopened=true")).EnumerateArray());
        var last = lead.GetProperty("course").GetProperty("decisions").EnumerateArray().Last();
        Assert.Equal(("2026-03-22", "time 2026-03-22 through requested_demo"), (Told.Text(last, "day"), Told.Cause(last.GetProperty("cause"))));
        Told.Sums(last.GetProperty("score"));
    }

    [Fact]
    public async Task Every_day_comes_by_itself()
    {
        await using var channel = await FakeChannel.StartAsync();
        var clock = new TestClock();
        await using var host = await TestHost.StartAsync(Told.Faint, clock);
        var visitor = await Told.NurturedAsync(channel, host);
        await host.TellAsync(visitor, "signals", Told.Event("w1", "demo_requested"));
        Move(clock, 20);
        await Eventually.TrueAsync(async () => Told.Text(await host.LeadAsync(visitor), "stage") == "nurturing", "the lead faded");
    }

    [Fact]
    public async Task A_correction_after_the_end_is_a_new_decision_and_the_old_one_keeps_its_words()
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await TestHost.StartAsync(Told.Faint);
        var visitor = await Told.NurturedAsync(channel, host);
        await visitor.SayAsync("Sorry, we are not 30 but 3,000 people");
        var course = (await host.LeadAsync(visitor)).GetProperty("course");
        var decisions = course.GetProperty("decisions").EnumerateArray().ToArray();
        Assert.All(decisions, decision => Told.Sums(decision.GetProperty("score")));
        Assert.Equal("30 people", Quote(decisions[0], "size_small"));
        Assert.Contains("3,000", Quote(decisions[^1], "size_enterprise"), StringComparison.Ordinal);
        Assert.Equal("nurturing > marketing_qualified: rule size_enterprise", Told.Changes(course.GetProperty("events"))[^1]);
    }

    [Fact]
    public async Task Starting_over_forgets_the_words_and_keeps_what_others_told()
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await TestHost.StartAsync(Told.Faint);
        var visitor = await Told.NurturedAsync(channel, host);
        await host.TellAsync(visitor, "signals", Told.Event("w1", "demo_requested"));
        await visitor.SayAsync("start over");
        await visitor.SayAsync("our reporting is a mess");
        var lead = await host.LeadAsync(visitor);
        var course = lead.GetProperty("course");
        Assert.Contains("sales_qualified > unqualified: started_over restart", Told.Changes(course.GetProperty("events")));
        Assert.DoesNotContain("our help desk", course.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("our reporting", course.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("w1", Told.Text(Assert.Single(course.GetProperty("signals").EnumerateArray()), "id"));
        Assert.Equal(45, lead.GetProperty("score").GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Results_are_stages_and_a_lost_lead_that_comes_back_is_opened_again()
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await TestHost.StartAsync(Told.Faint);
        var visitor = await Told.NurturedAsync(channel, host);
        await host.TellAsync(visitor, "signals", Told.Event("w1", "demo_requested"));
        Assert.Equal(["sales_qualified > opportunity: outcome deal_open"], Told.Changes((await host.TellAsync(visitor, "result", """{"status":"open"}""")).GetProperty("events")));
        var lost = await host.TellAsync(visitor, "result", """{"status":"lost","reason":"price","on":"2026-01-11"}""");
        Assert.Equal(["opportunity > nurturing: outcome deal_lost"], Told.Changes(lost.GetProperty("events")));
        Assert.Equal(("lost", "price", "2026-01-11"), (Told.Text(Result(lost), "status"), Told.Text(Result(lost), "reason"), Told.Text(Result(lost), "on")));
        Assert.Empty((await host.TellAsync(visitor, "result", """{"status":"lost","reason":"price","on":"2026-01-11"}""")).GetProperty("events").EnumerateArray());
        var back = await host.TellAsync(visitor, "signals", Told.Event("w2", "pricing_page"));
        Assert.Equal(["nurturing > sales_qualified: signal w2 through saw_pricing"], Told.Changes(back.GetProperty("events")));
        Assert.True(back.GetProperty("lead").TryGetProperty("reopened", out _));
        Assert.Equal(["sales_qualified > opportunity: outcome deal_won"], Told.Changes((await host.TellAsync(visitor, "result", """{"status":"won"}""")).GetProperty("events")));
        foreach (var (body, problem) in ((string, string)[])[("{}", "status: Write open, won or lost."), ("""{"status":"gone"}""", "status: "), ("""{"status":"won","on":"2027-01-01"}""", "on: "), ("[]", "this is no object")])
        {
            var (status, answer) = await host.PostAsync($"/api/leads/{visitor.Key.LeadId}/result", body);
            Assert.Equal(HttpStatusCode.BadRequest, status);
            Assert.Contains(problem, Told.Text(answer.GetProperty("error"), "message"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task History_stays_bounded_and_counts_all()
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await TestHost.StartAsync(Told.Faint);
        var visitor = await Told.NurturedAsync(channel, host);
        for (var index = 0; index < 30; index++)
        {
            await host.TellAsync(visitor, "signals", $$"""{"id":"s{{index:D2}}","kind":"enrichment","slot":"headcount","value":{{(index % 2 == 0 ? 300 : 30)}}}""");
        }

        var course = (await host.LeadAsync(visitor)).GetProperty("course");
        Assert.Equal((20, 32), (course.GetProperty("decisions").GetArrayLength(), course.GetProperty("decisionCount").GetInt32()));
        Assert.All(course.GetProperty("decisions").EnumerateArray(), decision => Told.Sums(decision.GetProperty("score")));
    }

    [Fact]
    public async Task A_lead_stored_before_there_were_stages_goes_on()
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await TestHost.StartAsync(Told.Faint);
        var visitor = await Told.NurturedAsync(channel, host);
        await ForgetAsync(host, visitor);
        Assert.Equal("nurturing", Told.Text(await host.LeadAsync(visitor), "stage"));
        Assert.Equal("{\"looked\":1,\"changed\":1}", await RequalifyAsync(host));
        var answer = await host.TellAsync(visitor, "signals", Told.Event("w1", "demo_requested"));
        Assert.Equal(["nurturing > sales_qualified: signal w1 through requested_demo"], Told.Changes(answer.GetProperty("events")));
        Assert.True(answer.GetProperty("lead").TryGetProperty("reopened", out _));
    }

    // As the first form of stored leads had it.
    private static async Task ForgetAsync(TestHost host, Visitor visitor)
    {
        var stored = (await host.Store.GetAsync([new StoreKey(visitor.Key.Partition, visitor.Key.Lead)], CancellationToken.None))[0]!;
        var lead = System.Text.Json.Nodes.JsonNode.Parse(stored.Data.Span)!.AsObject();
        foreach (var name in (string[])["lifecycle", "history", "reopened", "domain", "address", "changedAt", "result"])
        {
            lead.Remove(name);
        }

        lead["known"]!.AsObject().Remove("signals");
        foreach (var receipt in lead["score"]!["receipts"]!.AsArray())
        {
            receipt!.AsObject().Remove("signals");
        }

        foreach (var name in (string[])["day", "playbookHash", "cause", "known"])
        {
            lead["decision"]!.AsObject().Remove(name);
        }

        Assert.True(await host.Store.CommitAsync(visitor.Key.Partition, [new StoreChange.Put(visitor.Key.Lead, JsonSerializer.SerializeToUtf8Bytes(lead), stored.Version)], CancellationToken.None));
    }

    private static JsonElement Result(JsonElement answer) => answer.GetProperty("lead").GetProperty("result");

    private static string? Quote(JsonElement decision, string rule) => Told.Text(
        decision.GetProperty("score").GetProperty("receipts").EnumerateArray().Single(receipt => Told.Text(receipt, "rule") == rule).GetProperty("evidence").EnumerateArray().Single(), "quote");

    private static async Task<string> RequalifyAsync(TestHost host) => JsonSerializer.Serialize((await host.PostAsync("/api/leads/requalify", "")).Answer);

    // Jumps over the ticks in between: what a timer would do 100 times a day changes nothing.
    private static void Move(TestClock clock, int days) => clock.Advance(TimeSpan.FromDays(days));
}
