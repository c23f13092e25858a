using Microsoft.Playwright;
using QualifyBot.Bot.Playbooks;
using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace QualifyBot.Tests.Browser;

/// <summary>The chat on a page of the company's site, by the rules of dialogs/opening.yaml.</summary>
[Collection(Chromium.Collection)]
public sealed class OpeningByItselfTests(Chromium chromium)
{
    private const string Rules = """
        opens_by_itself: true
        rules:
          - { pages: /pricing*, seconds: 1 }
          - { pages: /long, scroll: 50 }
          - { pages: /leave, exit: true }
        """;

    [Theory]
    [InlineData("/pricing/plans")]
    [InlineData("/long")]
    [InlineData("/leave")]
    public async Task It_opens_once_a_visit_where_a_rule_says_so_and_stores_no_cookie(string path)
    {
        using var dialogs = Dialogs();
        await using var site = await CompanySite.StartAsync();
        await using var host = await site.EmbedAsync("--Talk:Dialogs", dialogs.Root);
        await using var surfer = await chromium.NewSurferAsync();
        await surfer.Context.Clock.InstallAsync();
        var page = await site.VisitAsync(surfer, path);
        await Expect(page.Button("Open chat")).ToBeVisibleAsync();
        await page.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await ActAsync(page.Page, path);
        await page.HearAsync(1, "bant.need.ask");
        Assert.Equal("BODY", await page.Page.EvaluateAsync<string>("document.activeElement.tagName"));
        Assert.Empty(await surfer.Context.CookiesAsync());
        await page.Button("Minimise chat").ClickAsync();
        await page.Page.ReloadAsync();
        await Expect(page.Button("Open chat")).ToBeVisibleAsync();
        await ActAsync(page.Page, path);
        await surfer.Context.Clock.FastForwardAsync(1_300);
        await Expect(page.Button("Open chat")).ToBeVisibleAsync();
        surfer.AssertNothingWrong(site.Address, host.Http.BaseAddress!);
    }

    [Theory]
    [InlineData("/about", "desktop")]
    [InlineData("/long", "desktop")]
    [InlineData("/pricing", "phone")]
    public async Task It_stays_closed_where_no_rule_fits_and_where_it_would_cover_the_page(string path, string width)
    {
        using var dialogs = Dialogs();
        await using var site = await CompanySite.StartAsync();
        await using var host = await site.EmbedAsync("--Talk:Dialogs", dialogs.Root);
        await using var surfer = await chromium.NewSurferAsync(width);
        await surfer.Context.Clock.InstallAsync();
        var page = await site.VisitAsync(surfer, path);
        await Expect(page.Button("Open chat")).ToBeVisibleAsync();
        await surfer.Context.Clock.FastForwardAsync(1_300);
        await Expect(page.Button("Open chat")).ToBeVisibleAsync();
        Assert.Empty((await host.LeadsAsync()).EnumerateArray());
        surfer.AssertNothingWrong(site.Address, host.Http.BaseAddress!);
    }

    [Fact]
    public async Task A_line_of_the_summary_can_be_clicked_and_corrected()
    {
        await using var host = await TestHost.StartAsync();
        await using var surfer = await chromium.NewSurferAsync();
        var page = await surfer.VisitAsync(host.Http.BaseAddress!);
        var steps = Talks.Of("bant booked").Take(5).ToArray();
        await page.GreetedAsync();
        await page.TalkAsync(steps);
        await page.Page.GetByText("company size: 300 people").ClickAsync();
        await page.HearAsync(steps.Length + 2, "bant.headcount.ask");
        await Expect(page.Said.Last).ToHaveTextAsync("Change company size");
        await page.Choices.GetByText("250 to 999").ClickAsync();
        await page.HearAsync(steps.Length + 3, "book.contact");
        surfer.AssertNothingWrong(host.Http.BaseAddress!);
    }

    private static TempFolder Dialogs()
    {
        var folder = new TempFolder();
        foreach (var file in Directory.EnumerateFiles(Shipped.Folder, "*.yaml", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder.Root, Path.GetRelativePath(Shipped.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        File.WriteAllText(Path.Combine(folder.Root, OpeningRules.FileName), Rules);
        return folder;
    }

    private static async Task ActAsync(IPage page, string path)
    {
        if (path == "/long")
        {
            await page.Mouse.WheelAsync(0, 3000);
        }
        else if (path == "/leave")
        {
            await page.EvaluateAsync("document.dispatchEvent(new MouseEvent('mouseout', { clientY: -1, relatedTarget: null }))");
        }
    }
}
