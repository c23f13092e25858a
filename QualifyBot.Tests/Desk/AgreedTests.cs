using System.Text.Json;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Desk;

/// <summary>What changes after a demo was booked is shown to sales: the answers before and since, and whether the outcome still follows.</summary>
public sealed class AgreedTests : IAsyncLifetime
{
    private FakeChannel channel = null!;

    [Theory]
    [MemberData(nameof(StoreBox.Kinds), MemberType = typeof(StoreBox))]
    public async Task A_demo_that_no_longer_follows_is_listed_with_what_changed_and_why_and_leaves_the_list_when_it_does_again(string store)
    {
        using var box = new StoreBox(store);
        await using var host = await TestHost.StartAsync(box.Settings);
        var visitor = await BookedAsync(host);
        Assert.Empty((await host.LeadsAsync("?overturned=true")).EnumerateArray());
        Assert.Equal("book_demo", Told.Text((await host.LeadAsync(visitor)).GetProperty("agreed"), "outcome"));
        (await visitor.SayAsync("actually, we have no budget at all")).Says("talk.changed", "after.kept");
        var listed = Assert.Single((await host.LeadsAsync("?overturned=true")).EnumerateArray());
        Assert.Equal(("booked", "nurture"), (Told.Text(listed, "status"), Told.Text(listed, "outcome")));
        var agreed = listed.GetProperty("agreed");
        var change = Assert.Single(agreed.GetProperty("changes").EnumerateArray());
        Assert.Equal("budget", Told.Text(change, "slot"));
        Assert.Equal("about $40k a year", Told.Text(change.GetProperty("before").GetProperty("evidence"), "quote"));
        Assert.Equal("none", Told.Text(change.GetProperty("since").GetProperty("value"), "status"));
        var overturned = agreed.GetProperty("overturned");
        Assert.Equal("nurture", Told.Text(overturned, "to"));
        Assert.NotEmpty(Told.Text(overturned, "reasonInWords")!);
        await visitor.SayAsync("sorry, I meant $40k a year");
        Assert.Empty((await host.LeadsAsync("?overturned=true")).EnumerateArray());
        Assert.False((await host.LeadAsync(visitor)).GetProperty("agreed").TryGetProperty("overturned", out _));
    }

    [Fact]
    public async Task A_signal_that_overturns_a_demo_is_told_with_its_cause_and_once()
    {
        await using var host = await TestHost.StartAsync();
        var visitor = await BookedAsync(host);
        const string Signal = """{"id": "crm-1", "kind": "enrichment", "slot": "headcount", "value": 4, "source": "crm"}""";
        await host.TellAsync(visitor, "signals", Signal);
        await visitor.SayAsync("correction: we have no budget");
        await host.TellAsync(visitor, "signals", Signal);
        var lead = Assert.Single((await host.LeadsAsync("?overturned=true")).EnumerateArray());
        Assert.Equal("disqualify", Told.Text(lead.GetProperty("agreed").GetProperty("overturned"), "to"));
    }

    [Fact]
    public async Task What_is_erased_leaves_the_list()
    {
        await using var host = await TestHost.StartAsync();
        var visitor = await BookedAsync(host);
        await visitor.SayAllAsync("actually, we have no budget at all", "delete my data", "yes");
        Assert.Empty((await host.LeadsAsync("?overturned=true")).EnumerateArray());
    }

    [Fact]
    public async Task Both_lists_at_once_are_refused()
    {
        await using var host = await TestHost.StartAsync();
        using var response = await host.Http.GetAsync("/api/leads?overturned=true&reopened=true");
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, response.StatusCode);
    }

    public async Task InitializeAsync() => channel = await FakeChannel.StartAsync();

    public async Task DisposeAsync() => await channel.DisposeAsync();

    private async Task<Visitor> BookedAsync(TestHost host)
    {
        var visitor = new Visitor(channel, host.Http);
        (await visitor.SayAllAsync("Our onboarding of new hires takes too long.", "300 people", "next month", "I decide that myself", "about $40k a year", "anna@acme.example", "the second one")).Says("book.done");
        return visitor;
    }
}
