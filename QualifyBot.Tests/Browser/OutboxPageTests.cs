using System.Net;
using Microsoft.Playwright;
using QualifyBot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace QualifyBot.Tests.Browser;

/// <summary>The desk's page of replies that did not go out.</summary>
[Collection(Chromium.Collection)]
public sealed class OutboxPageTests(Chromium chromium)
{
    private const string Key = "a key of many characters";

    [Theory]
    [InlineData("desktop", ColorScheme.Light)]
    [InlineData("phone", ColorScheme.Dark)]
    public async Task Who_has_the_key_sees_them_and_has_them_tried_again_or_dropped(string width, ColorScheme scheme)
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await TestHost.StartAsync(["--Desk:AdminKey", Key]);
        channel.Answer = (_, _) => Task.FromResult(403);
        var (first, second) = (new Visitor(channel, host.Http), new Visitor(channel, host.Http));
        Assert.Equal(HttpStatusCode.OK, await first.PostAsync(first.Joins()));
        Assert.Equal(HttpStatusCode.OK, await second.PostAsync(second.Joins()));

        await using var surfer = await chromium.NewSurferAsync(width, scheme);
        var page = await surfer.Context.NewPageAsync();
        await page.GotoAsync(new Uri(host.Http.BaseAddress!, "/outbox.html").ToString());
        await page.GetByLabel("Admin key").FillAsync(Key);
        await page.GetByRole(AriaRole.Button, new() { Name = "Open" }).ClickAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
        await Expect(page.Locator("tbody tr").First).ToContainTextAsync("The channel answered 403");
        await page.EvaluateAsync(AccessibilityTests.Axe.Value);
        var faults = await page.EvaluateAsync<string[]>("async () => (await axe.run()).violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`))");
        Assert.True(faults.Length == 0, string.Join('\n', faults));
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "The page is wider than the screen.");

        await page.GetByRole(AriaRole.Button, new() { Name = "Drop" }).First.ClickAsync();
        await Expect(page.GetByText("The reply is dropped.")).ToBeVisibleAsync();
        channel.Answer = (_, _) => Task.FromResult(200);
        await page.GetByRole(AriaRole.Button, new() { Name = "Try" }).First.ClickAsync();
        await Expect(page.GetByText("The reply went out.")).ToBeVisibleAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(0);
        Assert.Equal(1, first.Replies + second.Replies);
        Assert.StartsWith("QualifyBot", await page.TitleAsync(), StringComparison.Ordinal);
    }
}
