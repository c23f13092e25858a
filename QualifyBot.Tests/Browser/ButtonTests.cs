using System.Text.RegularExpressions;
using Microsoft.Playwright;
using QualifyBot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace QualifyBot.Tests.Browser;

[Collection(Chromium.Collection)]
public sealed class ButtonTests(Chromium chromium)
{
    [Theory]
    [InlineData("desktop")]
    [InlineData("phone")]
    public async Task Choices_after_two_misunderstandings_and_demo_times_can_be_clicked(string width)
    {
        await using var host = await TestHost.StartAsync();
        await using var surfer = await chromium.NewSurferAsync(width);
        var page = await surfer.VisitAsync(host.Http.BaseAddress!);
        var steps = Talks.Of("bant booked");
        await page.GreetedAsync();
        await page.TalkAsync([steps[0], new("blorp", "bant.headcount.ask"), new("blorb", "bant.headcount.ask")]);
        await page.Choices.GetByText("50 to 249").ClickAsync();
        await Expect(page.Said.Last).ToHaveTextAsync("50 to 249");
        await page.HearAsync(5, "bant.timeline.ask");
        await Expect(page.Choices).ToHaveCountAsync(0);
        await page.TalkAsync(steps.Skip(2).SkipLast(1), heard: 5);
        await page.Choices.Nth(1).ClickAsync();
        await page.HearAsync(steps.Count + 3, "book.done");
        Assert.True(Assert.Single((await host.LeadsAsync()).EnumerateArray()).TryGetProperty("demo", out _));
        surfer.AssertNothingWrong(host.Http.BaseAddress!);
    }

    [Fact]
    public async Task Start_over_asks_first_and_then_begins_a_new_conversation()
    {
        await using var host = await TestHost.StartAsync();
        await using var surfer = await chromium.NewSurferAsync();
        var page = await surfer.VisitAsync(host.Http.BaseAddress!);
        await page.GreetedAsync();
        await page.TalkAsync([Talks.Of("bant booked")[0]]);
        await page.Button("Start over").ClickAsync();
        await page.Button("Keep talking").ClickAsync();
        await page.AssertNothingTwiceAsync(heard: 2, said: 1);
        await page.Button("Start over").ClickAsync();
        await page.Page.GetByRole(AriaRole.Dialog, new() { Name = "Start over?" }).GetByRole(AriaRole.Button, new() { Name = "Start over" }).ClickAsync();
        await page.GreetedAsync();
        await Expect(page.Said).ToHaveCountAsync(0);
        await page.TalkAsync([Talks.Of("bant booked")[0]]);
        Assert.Equal(2, (await host.LeadsAsync()).EnumerateArray().DistinctBy(lead => lead.GetProperty("conversation").GetString()).Count());
        surfer.AssertNothingWrong(host.Http.BaseAddress!);
    }

    [Theory]
    [InlineData("desktop")]
    [InlineData("phone")]
    public async Task A_human_is_one_click_away(string width)
    {
        await using var host = await TestHost.StartAsync();
        await using var surfer = await chromium.NewSurferAsync(width);
        var page = await surfer.VisitAsync(host.Http.BaseAddress!);
        await page.GreetedAsync();
        await page.Button("Talk to a human").ClickAsync();
        await page.HearAsync(2, "hand_off.contact");
        surfer.AssertNothingWrong(host.Http.BaseAddress!);
    }

    [Fact]
    public async Task A_playbook_chosen_on_the_page_begins_a_new_conversation()
    {
        await using var host = await TestHost.StartAsync();
        await using var surfer = await chromium.NewSurferAsync();
        var page = await surfer.VisitAsync(host.Http.BaseAddress!);
        await page.GreetedAsync();
        await page.TalkAsync([Talks.Of("bant booked")[0]]);
        await page.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("CHAMP", RegexOptions.None, TimeSpan.FromSeconds(1)) }).ClickAsync();
        await page.HearAsync(1, "champ.challenge.ask");
        surfer.AssertNothingWrong(host.Http.BaseAddress!);
    }
}
