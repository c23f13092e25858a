using Microsoft.Playwright;
using QualifyBot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace QualifyBot.Tests.Browser.Clients;

/// <summary>A site's page with Microsoft's botframework-webchat, on the host's own origin.</summary>
internal sealed class WebChatPage(IPage page)
{
    private const string Modules = "QualifyBot.Tests/Browser/node_modules/botframework-webchat/dist/webchat-es5.js";
    private static readonly string Folder = Path.Combine(Repository.Root, "QualifyBot.Tests", "Browser", "Clients");

    public IPage Page => page;

    /// <summary>What stands in the transcript, the visitor's and the bot's, from the top.</summary>
    public ILocator Bubbles => page.Locator(".webchat__bubble__content:has(.webchat__text-content)");

    /// <summary>Answers to click.</summary>
    public ILocator Choices => page.Locator(".webchat__suggested-action");

    private ILocator Field => page.GetByPlaceholder("Type your message");

    public static async Task<WebChatPage> VisitAsync(Surfer surfer, Uri host, bool webSocket = true)
    {
        var script = Path.Combine(Repository.Root, Modules);
        Assert.True(File.Exists(script), $"{Modules} is missing: run ./test.sh, which installs it.");
        var page = await surfer.Context.NewPageAsync();
        await page.RouteAsync("**/webchat.html*", route => route.FulfillAsync(new() { Path = Path.Combine(Folder, "webchat.html"), ContentType = "text/html" }));
        await page.RouteAsync("**/webchat.js", route => route.FulfillAsync(new() { Path = script, ContentType = "text/javascript" }));
        await page.GotoAsync(new Uri(host, webSocket ? "/webchat.html" : "/webchat.html?polling").ToString());
        return new(page);
    }

    public async Task SayAsync(string text)
    {
        await Field.FillAsync(text);
        await Field.PressAsync("Enter");
    }

    /// <summary>A picture of one dot.</summary>
    public static byte[] Dot { get; } = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>Sends files with some words, through the button for it.</summary>
    public async Task AttachAsync(string text, params (string Name, string Type, byte[] Content)[] files)
    {
        await page.Locator("input[type=file]").SetInputFilesAsync(files.Select(static file => new FilePayload { Name = file.Name, MimeType = file.Type, Buffer = file.Content }));

        // Web Chat looks at pictures first; what is sent before it has the files goes without them.
        await Expect(page.Locator(".webchat__attachment-icon--checked")).ToHaveCountAsync(1);
        await SayAsync(text);
    }

    /// <summary>Holds the steps of a talk; what is shown before and each reply are waited for. What is said before Web Chat has connected is lost to it.</summary>
    public async Task TalkAsync(IEnumerable<Step> steps, int shown)
    {
        await Expect(Bubbles).ToHaveCountAsync(shown);
        foreach (var step in steps)
        {
            await SayAsync(step.Says);
            await Expect(Bubbles).ToHaveCountAsync(shown += 2);
            await Expect(Bubbles.Nth(shown - 2)).ToContainTextAsync(step.Says);
        }
    }

    /// <summary>Comes back to the page with a new token that the site's own server got.</summary>
    public async Task ReturnAsync(House house)
    {
        var conversation = await page.EvaluateAsync<string>("JSON.parse(localStorage.getItem('talk')).conversationId");
        var renewed = await house.RenewAsync(conversation);
        await page.EvaluateAsync("talk => localStorage.setItem('talk', talk)", renewed.ToJsonString());
        await page.ReloadAsync();
    }

    /// <summary>Asserts that the talk's steps stand there, each once and in order.</summary>
    public async Task AssertOnceAndInOrderAsync(IReadOnlyList<Step> steps)
    {
        await Expect(Bubbles).ToHaveCountAsync((steps.Count * 2) + 1);
        var shown = await Bubbles.AllInnerTextsAsync();
        Assert.Equal(steps.Select(static step => step.Says), shown.Where(static (_, place) => place % 2 == 1).Select(static text => text.Trim()));
        await Expect(page.GetByText("Send failed")).ToHaveCountAsync(0);
    }
}
