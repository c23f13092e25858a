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
        await AssertAccessibleAsync(page, $"{look}-1-greeted");
        await page.TalkAsync(steps.Take(3));
        await AssertAccessibleAsync(page, $"{look}-2-midway");
        await page.TalkAsync([new("blorp", "bant.authority.ask"), new("blorb", "bant.authority.ask")], heard: 4);
        await AssertAccessibleAsync(page, $"{look}-3-choices");
        await page.TalkAsync(steps.Skip(3).SkipLast(1), heard: 6);
        await AssertAccessibleAsync(page, $"{look}-4-times");
        await page.TalkAsync(steps.TakeLast(1), heard: 9);
        await AssertAccessibleAsync(page, $"{look}-5-booked");
        await page.Button("Start over").ClickAsync();
        await AssertAccessibleAsync(page, $"{look}-6-start-over");
        await page.Button("Keep talking").ClickAsync();
        await surfer.Context.SetOfflineAsync(true);
        await page.SayAsync("Can my colleague join too?");
        await Expect(page.Page.GetByText("You are offline.")).ToBeVisibleAsync();
        await AssertAccessibleAsync(page, $"{look}-7-offline");
    }

    private static async Task AssertAccessibleAsync(ChatPage page, string look)
    {
        await page.KeepLookAsync(look);
        await page.Page.EvaluateAsync(Axe.Value);
        var faults = await page.Page.EvaluateAsync<string[]>(
            "async () => (await axe.run()).violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`))");
        Assert.True(faults.Length == 0, $"{look}: {string.Join('\n', faults)}");
    }
}
