using Microsoft.Playwright;
using QualifyBot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace QualifyBot.Tests.Browser;

/// <summary>Each look of the page, kept as a picture and judged by axe-core.</summary>
[Collection(Chromium.Collection)]
public sealed class AccessibilityTests(Chromium chromium)
{
    internal static readonly Lazy<string> Axe = new(() =>
    {
        var path = Path.Combine(Repository.Root, "QualifyBot.Tests", "Browser", "node_modules", "axe-core", "axe.min.js");
        Assert.True(File.Exists(path), "axe-core is missing: run ./test.sh, which installs it, or `npm ci --ignore-scripts` in QualifyBot.Tests/Browser.");
        return File.ReadAllText(path);
    });

    [Theory]
    [InlineData("desktop", ColorScheme.Light)]
    [InlineData("desktop", ColorScheme.Dark)]
    [InlineData("phone", ColorScheme.Light)]
    [InlineData("phone", ColorScheme.Dark)]
    public async Task No_look_of_the_page_breaks_a_rule_of_accessibility(string width, ColorScheme scheme)
    {
        await using var host = await TestHost.StartAsync();
        await using var surfer = await chromium.NewSurferAsync(width, scheme);
        var page = await surfer.VisitAsync(host.Http.BaseAddress!);
        var (steps, look) = (Talks.Of("bant booked"), $"{width}-{scheme}");
        await page.GreetedAsync();
        await page.AssertAccessibleAsync($"{look}-1-greeted");
        await page.TalkAsync(steps.Take(3));
        await page.AssertAccessibleAsync($"{look}-2-midway");
        await page.TalkAsync([new("blorp", "bant.authority.ask"), new("blorb", "bant.authority.ask")], heard: 4);
        await page.AssertAccessibleAsync($"{look}-3-choices");
        await page.TalkAsync(steps.Skip(3).SkipLast(1), heard: 6);
        await page.AssertAccessibleAsync($"{look}-4-times");
        await page.TalkAsync(steps.TakeLast(1), heard: 9);
        await page.AssertAccessibleAsync($"{look}-5-booked");
        await page.Button("Start over").ClickAsync();
        await page.AssertAccessibleAsync($"{look}-6-start-over");
        await page.Button("Keep talking").ClickAsync();
        await surfer.Context.SetOfflineAsync(true);
        await page.SayAsync("Can my colleague join too?");
        await Expect(page.Page.GetByText("You are offline.")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync($"{look}-7-offline");
    }
}
