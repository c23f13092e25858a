using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using QualifyBot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace QualifyBot.Tests.Browser;

/// <summary>What the pages of the company's site tell of a visit, and what they keep to themselves.</summary>
[Collection(Chromium.Collection)]
public sealed class PageContextTests(Chromium chromium)
{
    private const string Arrival = "/pricing/teams?utm_source=newsletter&utm_medium=email&session=secret#top";
    private static readonly string Need = Talks.Of("bant booked")[0].Says;

    [Fact]
    public async Task Before_the_chat_is_opened_nothing_is_stored_and_nobody_is_told()
    {
        await using var site = await CompanySite.StartAsync();
        site.Script = "(window.QualifyBot ??= []).push(['track', 'demo_requested', { plan: 'team' }]);";
        await using var host = await site.EmbedAsync();
        await using var surfer = await chromium.NewSurferAsync();
        var page = await site.VisitAsync(surfer, Arrival);
        await Expect(page.Button("Open chat")).ToBeVisibleAsync();
        await page.Page.EvaluateAsync("window.QualifyBot.track('webinar_attended')");
        await page.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Equal("{}{}", await page.Page.EvaluateAsync<string>("JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage })"));
        Assert.Equal(["chat.css", "chat.js", "en.js", "opening.json", "site.js", "teams", "widget.js"], surfer.Requests.Select(request => request.Split('/')[^1]).Order(StringComparer.Ordinal));
        await page.Button("Open chat").ClickAsync();
        await page.GreetedAsync();
        Assert.Empty(await surfer.Context.CookiesAsync());
        Assert.Empty((await host.LeadsAsync()).EnumerateArray());
        surfer.AssertNothingWrong(site.Address, host.Http.BaseAddress!);
    }

    [Fact]
    public async Task With_the_first_words_the_page_the_way_to_it_and_what_was_tracked_become_signals()
    {
        await using var site = await CompanySite.StartAsync();
        site.Script = "(window.QualifyBot ??= []).push(['track', 'demo_requested', { plan: 'team' }]);";
        await using var host = await site.EmbedAsync();
        await using var surfer = await chromium.NewSurferAsync();
        var page = await site.VisitAsync(surfer, Arrival);
        await page.Page.EvaluateAsync("history.pushState({}, '', '/reset/0a1b2c3d4e5f6a7b8c9d0e1f/anna@acme.example')");
        await TalkAsync(page);
        var lead = await LeadAsync(host);
        Assert.Equal(["demo_requested", "pricing_page"], Kinds(lead));
        var visit = lead.GetProperty("visit");
        Assert.Equal("/pricing/teams|newsletter|email", $"{visit.GetProperty("first").GetProperty("page")}|{visit.GetProperty("first").GetProperty("utm").GetProperty("source")}|{visit.GetProperty("first").GetProperty("utm").GetProperty("medium")}");
        Assert.Equal(["/pricing/teams", "/reset/*/*"], visit.GetProperty("pages").EnumerateArray().Select(seen => seen.GetProperty("path").GetString()));
        Assert.DoesNotContain("secret", lead.GetRawText(), StringComparison.Ordinal);
        surfer.AssertNothingWrong(site.Address, host.Http.BaseAddress!);
    }

    [Fact]
    public async Task After_the_first_words_what_is_tracked_counts_at_once_and_pages_with_the_next_words()
    {
        await using var site = await CompanySite.StartAsync();
        await using var host = await site.EmbedAsync();
        await using var surfer = await chromium.NewSurferAsync();
        var page = await site.VisitAsync(surfer, "/about");
        await TalkAsync(page);
        Assert.Empty(Kinds(await LeadAsync(host)));
        await page.Page.EvaluateAsync("for (let count = 0; count < 30; count++) window.QualifyBot.track('demo_requested')");
        await Eventually.TrueAsync(async () => Kinds(await LeadAsync(host)).SequenceEqual(["demo_requested"]), "the event becomes a signal");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Pricing" }).ClickAsync();
        await page.Page.WaitForURLAsync("**/pricing");
        await page.HearAsync(2, "bant.headcount.ask");
        await page.SayAsync("300 people");
        await page.HearAsync(3, "bant.timeline.ask");
        Assert.Equal(["demo_requested", "pricing_page"], Kinds(await LeadAsync(host)));
        await page.AssertNothingTwiceAsync(heard: 3, said: 2);

        // Two messages, and the first and the others of the events: the visitor's own share of messages is left to them.
        Assert.InRange(surfer.Requests.Count(request => request.EndsWith("/activities", StringComparison.Ordinal)), 3, 8);
        surfer.AssertNothingWrong(site.Address, host.Http.BaseAddress!);
    }

    [Fact]
    public async Task Who_comes_back_after_an_hour_has_returned()
    {
        await using var site = await CompanySite.StartAsync();
        await using var host = await site.EmbedAsync();
        await using var surfer = await chromium.NewSurferAsync();
        var first = await site.VisitAsync(surfer, "/about");
        await TalkAsync(first);
        await first.Page.GotoAsync("about:blank");
        await surfer.Context.Clock.InstallAsync(new() { TimeDate = TimeProvider.System.GetUtcNow().AddHours(1).UtcDateTime });
        var page = await site.VisitAsync(surfer, "/about");
        await page.Button("Open chat").ClickAsync();
        await page.HearAsync(2, "bant.headcount.ask");
        await page.SayAsync("300 people");
        await page.HearAsync(3, "bant.timeline.ask");
        Assert.Equal(["return_visit"], Kinds(await LeadAsync(host)));
    }

    [Theory]
    [InlineData("data-context=off", "", "")]
    [InlineData("data-context=off", "(window.QualifyBot ??= []).push(['consent', true]);", "")]
    [InlineData("data-context=consent", "", "")]
    [InlineData("data-context=consent", "(window.QualifyBot ??= []).push(['consent', true]);", "demo_requested,pricing_page")]
    [InlineData("", "(window.QualifyBot ??= []).push(['consent', true]);", "demo_requested,pricing_page")]
    [InlineData("", "(window.QualifyBot ??= []).push(['consent', false]);", "")]
    public async Task The_site_says_what_may_be_told_and_with_consent_earlier_pages_count_too(string attributes, string script, string kinds)
    {
        await using var site = await CompanySite.StartAsync();
        (site.Attributes, site.Script) = (attributes, script);
        await using var host = await site.EmbedAsync();
        await using var surfer = await chromium.NewSurferAsync();
        var page = await site.VisitAsync(surfer, "/pricing");
        await Expect(page.Button("Open chat")).ToBeVisibleAsync();
        await page.Page.GotoAsync(new Uri(site.Address, "/about").ToString());
        await page.Page.EvaluateAsync("window.QualifyBot.push(['track', 'demo_requested'])");
        await TalkAsync(page);
        Assert.Equal(kinds, string.Join(',', Kinds(await LeadAsync(host))));
        surfer.AssertNothingWrong(site.Address, host.Http.BaseAddress!);
    }

    [Fact]
    public async Task A_name_that_is_not_on_the_list_is_told_to_those_who_build_the_site_and_counts_nothing()
    {
        await using var site = await CompanySite.StartAsync();
        await using var host = await site.EmbedAsync();
        await using var surfer = await chromium.NewSurferAsync();
        var page = await site.VisitAsync(surfer, "/about");
        await TalkAsync(page);
        await page.Page.EvaluateAsync("for (let count = 0; count < 3; count++) window.QualifyBot.track('demo_reqested', { plan: {} })");
        await page.Page.EvaluateAsync("window.QualifyBot.track('<b>')");
        await Eventually.TrueAsync(() => surfer.Faults.Count >= 4, "each call is warned of");
        Assert.Contains(surfer.Faults, fault => Regex.IsMatch(fault, "'demo_reqested' is not listed under 'events' in dialogs/visits.yaml", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Contains(surfer.Faults, fault => fault.Contains("'<b>' is no name of an event", StringComparison.Ordinal));
        Assert.Empty(Kinds(await LeadAsync(host)));
    }

    private static async Task TalkAsync(ChatPage page)
    {
        await page.Button("Open chat").ClickAsync();
        await page.GreetedAsync();
        await page.SayAsync(Need);
        await page.HearAsync(2, "bant.headcount.ask");
    }

    private static async Task<JsonElement> LeadAsync(TestHost host) => await host.GetAsync("/api/leads/" + Assert.Single((await host.LeadsAsync()).EnumerateArray()).GetProperty("id").GetString());

    private static IEnumerable<string?> Kinds(JsonElement lead) =>
        lead.GetProperty("course").GetProperty("signals").EnumerateArray().Select(signal => signal.GetProperty("kind").GetString()).Order(StringComparer.Ordinal);
}
