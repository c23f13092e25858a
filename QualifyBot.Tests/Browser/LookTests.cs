using System.Text.Json;
using Microsoft.Playwright;
using QualifyBot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace QualifyBot.Tests.Browser;

/// <summary>The looks that a talk alone does not come to, and the widths and directions of pages; each kept as a picture and judged by axe-core.</summary>
[Collection(Chromium.Collection)]
public sealed class LookTests(Chromium chromium)
{
    [Theory]
    [InlineData("desktop", ColorScheme.Light, "")]
    [InlineData("phone", ColorScheme.Dark, "")]
    [InlineData("desktop", ColorScheme.Dark, "rtl")]
    [InlineData("phone", ColorScheme.Light, "rtl")]
    public async Task Closed_typing_failed_and_ended_break_no_rule_of_accessibility_in_either_direction(string width, ColorScheme scheme, string direction)
    {
        await using var site = await CompanySite.StartAsync();
        site.PageAttributes = $"dir={(direction.Length > 0 ? direction : "ltr")}";
        await using var host = await site.EmbedAsync();
        await using var surfer = await chromium.NewSurferAsync(width, scheme);
        var (stream, look) = (await StreamAsync(surfer), $"look-{width}-{scheme}-{direction}");
        var page = await site.VisitAsync(surfer, "/");
        await Expect(page.Button("Open chat")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync(look + "-1-closed");
        await page.Button("Open chat").ClickAsync();
        await page.GreetedAsync();
        Send(stream(), new { type = "typing", from = new { id = "bot", role = "bot" } });
        await Expect(page.Page.GetByText("QualifyBot is typing")).ToBeAttachedAsync();
        await page.AssertAccessibleAsync(look + "-2-typing");
        await surfer.Context.RouteAsync("**/activities", route => route.FulfillAsync(new() { Status = 400, Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Access-Control-Allow-Origin"] = "*" } }));
        await page.SayAsync("This one is refused");
        await Expect(page.Button("Try again")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync(look + "-3-failed");
        await surfer.Context.UnrouteAllAsync();
        Send(stream(), new { type = "endOfConversation", id = "end", from = new { id = "bot", role = "bot" } });
        await Expect(page.Page.GetByText("This conversation has ended.")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync(look + "-4-ended");
    }

    [Theory]
    [InlineData(640, 400)]
    [InlineData(320, 256)]
    [InlineData(195, 422)]
    public async Task At_200_and_400_percent_everything_reflows_can_be_reached_and_breaks_no_rule(int width, int height)
    {
        await using var host = await TestHost.StartAsync();
        await using var surfer = await chromium.NewSurferAsync();
        var page = await surfer.VisitAsync(host.Http.BaseAddress!);
        await page.Page.SetViewportSizeAsync(width, height);
        await page.GreetedAsync();
        await page.TalkAsync(Talks.Of("bant booked"));
        await page.AssertAccessibleAsync($"look-{width}x{height}-booked");
        Assert.True(width < 320 || await page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page scrolls sideways.");
        Assert.Equal("[]", await page.Page.EvaluateAsync<string>(Overflowing));
        await page.Button("Start over").ClickAsync();
        await page.Button("Keep talking").ClickAsync();
        await page.Button("Minimise chat").ClickAsync();
        await Expect(page.Button("Open chat")).ToBeVisibleAsync();
        surfer.AssertNothingWrong(host.Http.BaseAddress!);
    }

    [Theory]
    [InlineData("desktop")]
    [InlineData("phone")]
    public async Task What_can_be_clicked_is_large_enough_and_tells_how_far_the_talk_is(string width)
    {
        await using var host = await TestHost.StartAsync();
        await using var surfer = await chromium.NewSurferAsync(width);
        var page = await surfer.VisitAsync(host.Http.BaseAddress!);
        var steps = Talks.Of("bant booked");
        await page.GreetedAsync();
        await Expect(page.Progress).ToHaveAttributeAsync("aria-label", "At most 5 more questions");
        await page.TalkAsync(steps.Take(2));
        await Expect(page.Progress).ToHaveAttributeAsync("aria-label", "At most 3 more questions");
        await page.Page.ReloadAsync();
        await page.HearAsync(3, steps[1].EndsWith);
        await Expect(page.Progress).ToHaveAttributeAsync("aria-valuenow", "2");
        await page.TalkAsync(steps.Skip(2).SkipLast(1), heard: 3);
        await Expect(page.Progress).ToHaveAttributeAsync("aria-label", "No more questions");
        Assert.Equal("[]", await page.Page.EvaluateAsync<string>(TooSmall));
        surfer.AssertNothingWrong(host.Http.BaseAddress!);
    }

    [Fact]
    public async Task A_message_taller_than_the_window_is_read_from_its_beginning()
    {
        await using var host = await TestHost.StartAsync();
        await using var surfer = await chromium.NewSurferAsync("phone");
        var page = await surfer.VisitAsync(host.Http.BaseAddress!);
        await page.Page.SetViewportSizeAsync(390, 500);
        await page.GreetedAsync();
        await page.TalkAsync(Talks.Of("bant booked").Take(5));
        var (message, log) = (await page.Heard.Last.BoundingBoxAsync(), await page.Log.BoundingBoxAsync());
        Assert.InRange(message!.Y - log!.Y, 0, 60);
        surfer.AssertNothingWrong(host.Http.BaseAddress!);
    }

    private const string Overflowing =
        """
        JSON.stringify([...document.querySelector('qualify-bot').shadowRoot.querySelectorAll('.panel *:not(.visually-hidden, .visually-hidden *, svg *)')]
          .filter((node) => node.getClientRects().length > 0 && node.getBoundingClientRect().right > innerWidth + 1).map((node) => node.className || node.tagName))
        """;

    private const string TooSmall =
        """
        JSON.stringify([...document.querySelector('qualify-bot').shadowRoot.querySelectorAll('.panel :is(button, a, textarea)')]
          .filter((node) => node.getClientRects().length > 0).map((node) => [node.getAttribute('aria-label') || node.textContent, node.getBoundingClientRect()])
          .filter(([, { width, height }]) => width < 24 || height < 24).map(([name]) => name))
        """;

    private static async Task<Func<IWebSocketRoute>> StreamAsync(Surfer surfer)
    {
        IWebSocketRoute? stream = null;
        await surfer.Context.RouteWebSocketAsync(new System.Text.RegularExpressions.Regex("/stream", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)), socket =>
        {
            stream = socket;
            socket.ConnectToServer();
        });
        return () => stream!;
    }

    private static void Send(IWebSocketRoute stream, object activity) => stream.Send(JsonSerializer.Serialize(new { activities = new[] { activity } }));
}
