using Microsoft.Playwright;
using QualifyBot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace QualifyBot.Tests.Browser;

[Collection(Chromium.Collection)]
public sealed class KeyboardTests(Chromium chromium)
{
    [Fact]
    public async Task The_keyboard_alone_holds_a_talk_of_which_a_screen_reader_hears_each_message_once()
    {
        await using var host = await TestHost.StartAsync();
        await using var surfer = await chromium.NewSurferAsync();
        var page = await surfer.VisitAsync(host.Http.BaseAddress!);
        var steps = Talks.Of("bant booked");
        await page.GreetedAsync();
        await PressUntilFocusedAsync(page, "Tab", page.Field);
        await TypeAsync(page, steps[0].Says, "blorp", "blorb");
        await page.HearAsync(4, "bant.headcount.ask");
        await PressUntilFocusedAsync(page, "Shift+Tab", page.Choices.GetByText("50 to 249"));
        await page.Page.Keyboard.PressAsync("Enter");
        await page.HearAsync(5, "bant.timeline.ask");
        await Expect(page.Field).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Escape");
        await Expect(page.Field).ToBeHiddenAsync();
        await Expect(page.Button("Open chat")).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Field).ToBeFocusedAsync();
        await TypeAsync(page, [.. steps.Skip(2).Select(step => step.Says)]);
        await page.HearAsync(steps.Count + 3, "book.done");
        await PressUntilFocusedAsync(page, "Shift+Tab", page.Page.GetByRole(AriaRole.Link, new() { Name = "Add to calendar" }));
        Assert.StartsWith("BEGIN:VCALENDAR", await page.DownloadAsync(_ => page.Page.Keyboard.PressAsync("Enter")), StringComparison.Ordinal);
        Assert.Equal(await page.Heard.AllTextContentsAsync(), await page.AnnouncedAsync());
        surfer.AssertNothingWrong(host.Http.BaseAddress!);
    }

    // Each is sent once its predecessor is answered, as somebody who reads the answers does.
    private static async Task TypeAsync(ChatPage page, params string[] texts)
    {
        var heard = await page.Heard.CountAsync();
        foreach (var text in texts)
        {
            await page.Page.Keyboard.TypeAsync(text);
            await page.Page.Keyboard.PressAsync("Enter");
            await Expect(page.Heard).ToHaveCountAsync(++heard);
        }
    }

    private static async Task PressUntilFocusedAsync(ChatPage page, string key, ILocator wanted)
    {
        for (var presses = 0; !await wanted.EvaluateAsync<bool>("node => node.getRootNode().activeElement === node"); presses++)
        {
            Assert.True(presses < 40, $"{key} does not lead to {wanted}.");
            await page.Page.Keyboard.PressAsync(key);
        }
    }
}
