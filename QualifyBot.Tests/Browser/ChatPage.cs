using System.Text.RegularExpressions;
using Microsoft.Playwright;
using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace QualifyBot.Tests.Browser;

/// <summary>The chat in one tab, found as its visitors find it: by role, label and words.</summary>
internal sealed class ChatPage(IPage page)
{
    private static readonly string Screenshots = Path.Combine(Repository.Root, "QualifyBot.Tests", "TestResults", "screenshots");

    public IPage Page => page;

    public ILocator Log => page.GetByRole(AriaRole.Log, new() { Name = "Conversation" });

    /// <summary>What the bot said, bubble by bubble.</summary>
    public ILocator Heard => Log.Locator(".bot .bubble");

    /// <summary>What the visitor said, bubble by bubble.</summary>
    public ILocator Said => Log.Locator(".mine .bubble");

    public ILocator Field => page.GetByLabel("Your message");

    public ILocator Choices => page.GetByRole(AriaRole.Group, new() { Name = "Suggested answers" }).GetByRole(AriaRole.Button);

    /// <summary>How far the talk is.</summary>
    public ILocator Progress => page.GetByRole(AriaRole.Progressbar);

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public async Task SayAsync(string text)
    {
        await Field.FillAsync(text);
        await Field.PressAsync("Enter");
    }

    /// <summary>Waits until the bot has said that many things, the last of which ends with a text of ours.</summary>
    public async Task HearAsync(int count, string textId)
    {
        await Expect(Heard.Last).ToHaveTextAsync(EndOf(textId));
        await Expect(Heard).ToHaveCountAsync(count);
    }

    /// <summary>Waits for the greeting, which asks the first question.</summary>
    public Task GreetedAsync() => HearAsync(1, page.Url.Contains("champ", StringComparison.Ordinal) ? "champ.challenge.ask" : "bant.need.ask");

    /// <summary>Goes on with a talk in which the bot has said that many things; each answer is waited for.</summary>
    public async Task TalkAsync(IEnumerable<Step> steps, int heard = 1)
    {
        foreach (var step in steps)
        {
            await SayAsync(step.Says);
            await HearAsync(++heard, step.EndsWith);
        }
    }

    /// <summary>Asserts that each side said this often something, and that nothing stands there twice.</summary>
    public async Task AssertNothingTwiceAsync(int heard, int said)
    {
        var (bot, visitor) = (await Heard.AllTextContentsAsync(), await Said.AllTextContentsAsync());
        Assert.Equal((heard, said), (bot.Count, visitor.Count));
        Assert.Equal(bot.Distinct(StringComparer.Ordinal), bot);
        Assert.Equal(visitor.Distinct(StringComparer.Ordinal), visitor);
    }

    /// <summary>What a screen reader was told of the bot, since the page was loaded.</summary>
    public Task<string[]> AnnouncedAsync() => page.EvaluateAsync<string[]>("window.announced");

    /// <summary>Fetches the calendar file as a click on its link does.</summary>
    public async Task<string> DownloadAsync(Func<ILocator, Task> follow)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => follow(page.GetByRole(AriaRole.Link, new() { Name = "Add to calendar" })));
        Assert.Equal("demo.ics", download.SuggestedFilename);
        return await File.ReadAllTextAsync(await download.PathAsync());
    }

    /// <summary>Keeps what the page looks like, for people to look at.</summary>
    public Task KeepLookAsync(string name) => page.ScreenshotAsync(new() { Path = Path.Combine(Screenshots, name + ".png"), Animations = ScreenshotAnimations.Disabled });

    /// <summary>Asserts that axe-core finds nothing in what the page looks like now, and keeps a picture of it.</summary>
    public async Task AssertAccessibleAsync(string look)
    {
        await KeepLookAsync(look);
        await page.EvaluateAsync(AccessibilityTests.Axe.Value);
        var faults = await page.EvaluateAsync<string[]>(
            "async () => (await axe.run()).violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`))");
        Assert.True(faults.Length == 0, $"{look}: {string.Join('\n', faults)}");
    }

    private static Regex EndOf(string textId)
    {
        var ends = Shipped.Catalog.Texts["en"].Wordings(textId).Select(wording => Regex.Escape(wording.Split('\n')[^1]));
        var pattern = Regex.Replace(string.Join('|', ends), @"\\\{\w+}", ".+?", RegexOptions.None, TimeSpan.FromSeconds(1));
        return new($"(?:{pattern})$", RegexOptions.None, TimeSpan.FromSeconds(1));
    }
}
