using QualifyBot.Tests.Channels.Uploads;
using QualifyBot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace QualifyBot.Tests.Browser.Clients;

/// <summary>The real botframework-webchat, in a real browser, holds talks with the host.</summary>
[Collection(Chromium.Clients)]
public sealed class WebChatTests(Chromium chromium)
{
    private static readonly IReadOnlyList<Step> Steps = Talks.Of("bant booked");

    [Theory]
    [InlineData("sqlite", true)]
    [InlineData("redis", false)]
    public async Task A_whole_talk_ends_with_a_booked_demo(string store, bool webSocket)
    {
        using var box = new StoreBox(store);
        await using var host = await TestHost.StartAsync(box.Settings);
        await using var surfer = await chromium.NewSurferAsync();
        var page = await WebChatPage.VisitAsync(surfer, host.Http.BaseAddress!, webSocket);
        await Expect(page.Bubbles).ToHaveCountAsync(1);
        await page.TalkAsync(Steps.SkipLast(1), shown: 1);
        await Expect(page.Choices).ToHaveCountAsync(3);
        await page.TalkAsync(Steps.TakeLast(1), shown: (Steps.Count * 2) - 1);
        await Expect(page.Choices).ToHaveCountAsync(0);
        await page.AssertOnceAndInOrderAsync(Steps);
        await Expect(page.Bubbles.Last).ToContainTextAsync("Your demo is booked");
        Assert.Equal("booked", Assert.Single((await host.LeadsAsync()).EnumerateArray()).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_click_on_a_choice_is_an_answer()
    {
        await using var host = await TestHost.StartAsync();
        await using var surfer = await chromium.NewSurferAsync();
        var page = await WebChatPage.VisitAsync(surfer, host.Http.BaseAddress!);
        await page.TalkAsync(Steps.SkipLast(1), shown: 1);
        var chosen = await page.Choices.Nth(1).InnerTextAsync();
        await page.Choices.Nth(1).ClickAsync();
        await Expect(page.Bubbles.Last).ToContainTextAsync("Your demo is booked");
        await page.AssertOnceAndInOrderAsync([.. Steps.SkipLast(1), new(chosen.Trim(), "book.done")]);
    }

    [Fact]
    public async Task A_file_that_is_attached_is_shown_and_downloads()
    {
        await using var host = await TestHost.StartAsync();
        await using var surfer = await chromium.NewSurferAsync();
        var page = await WebChatPage.VisitAsync(surfer, host.Http.BaseAddress!);
        await Expect(page.Bubbles).ToHaveCountAsync(1);
        var pdf = Form.Pdf(100_000);
        await page.AttachAsync("Our process", ("plan.pdf", "application/pdf", pdf));
        await Expect(page.Bubbles.Last).ToContainTextAsync("I've put plan.pdf with your details for our team.");
        await page.AttachAsync("And how it looks", ("dot.png", "image/png", WebChatPage.Dot));
        await Expect(page.Bubbles.Last).ToContainTextAsync("I've put dot.png with your details for our team.");
        await Expect(page.Page.GetByText("Send failed")).ToHaveCountAsync(0);
        await page.Page.ReloadAsync();
        var link = page.Page.Locator("a[href*='/files/']");
        await Expect(link).ToHaveCountAsync(1);
        await Expect(page.Page.GetByAltText("dot.png")).Not.ToHaveJSPropertyAsync("naturalWidth", 0);
        var download = await page.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        Assert.Equal("plan.pdf", download.SuggestedFilename);
        Assert.Equal(pdf, await File.ReadAllBytesAsync(await download.PathAsync()));
    }

    [Theory]
    [InlineData("sqlite", true)]
    [InlineData("sqlite", false)]
    [InlineData("redis", true)]
    [InlineData("redis", false)]
    public async Task Two_tabs_a_reload_a_dropped_network_and_an_expired_token_lose_and_double_nothing(string store, bool webSocket)
    {
        await using var house = await House.StartAsync(store);
        await using var surfer = await chromium.NewSurferAsync();
        var first = await WebChatPage.VisitAsync(surfer, house.Network.Address, webSocket);
        await first.TalkAsync(Steps.Take(1), shown: 1);
        var second = await WebChatPage.VisitAsync(surfer, house.Network.Address, webSocket);
        await second.TalkAsync(Steps.Skip(1).Take(1), shown: 3);
        await Expect(first.Bubbles).ToHaveCountAsync(5);
        house.Network.Drop();
        await first.Page.ReloadAsync();
        await first.TalkAsync(Steps.Skip(2).Take(1), shown: 5);
        house.Clock.Advance(TimeSpan.FromMinutes(31));
        await first.SayAsync("said too late");
        if (webSocket)
        {
            // Who polls is told of the token by the next poll, and may not get so far as to send it.
            await Expect(first.Bubbles.Last).ToContainTextAsync("said too late");
        }

        await first.ReturnAsync(house);
        await first.TalkAsync(Steps.Skip(3), shown: 7);
        await first.AssertOnceAndInOrderAsync(Steps);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_host_on_a_file_that_is_killed_and_started_again_loses_and_doubles_nothing(bool webSocket)
    {
        using var box = new StoreBox("sqlite");
        using var killed = await HostProcess.ServeAsync(box.Settings);
        await using var surfer = await chromium.NewSurferAsync();
        var page = await WebChatPage.VisitAsync(surfer, killed.Http.BaseAddress!, webSocket);
        await page.TalkAsync(Steps.Take(3), shown: 1);
        killed.Kill();
        using var again = await killed.AgainAsync(box.Settings);
        await ReloadAsync(page, webSocket);
        await page.TalkAsync(Steps.Skip(3), shown: 7);
        await page.AssertOnceAndInOrderAsync(Steps);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_killed_host_and_the_sockets_it_takes_along_lose_and_double_nothing(bool webSocket)
    {
        using var box = new StoreBox("redis");
        using var killed = await HostProcess.ServeAsync(box.Settings);
        await using var host = await TestHost.StartAsync(box.Settings, TimeProvider.System);
        using var balancer = new RoundRobin(killed.Http.BaseAddress!, host.Http.BaseAddress!);
        await using var surfer = await chromium.NewSurferAsync();
        var page = await WebChatPage.VisitAsync(surfer, balancer.Address, webSocket);
        await page.TalkAsync(Steps.Take(3), shown: 1);
        killed.Kill();
        balancer.Drop();
        await ReloadAsync(page, webSocket);
        await page.TalkAsync(Steps.Skip(3), shown: 7);
        await page.AssertOnceAndInOrderAsync(Steps);
    }

    // One poll that fails ends the client's polling for good.
    private static Task ReloadAsync(WebChatPage page, bool webSocket) => webSocket ? Task.CompletedTask : page.Page.ReloadAsync();
}
