using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using QualifyBot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace QualifyBot.Tests.Browser;

[Collection(Chromium.Collection)]
public sealed class HostileTextTests(Chromium chromium)
{
    private static readonly string[] Texts =
    [
        "<img src=x onerror=alert(1)>",
        "[click me](javascript:alert(1))",
        "<script>alert(1)</script>",
        "**bold** <svg onload=alert(1)> &lt;b&gt;",
        "\u202Eevil\u202C {{7*7}} ${alert(1)}",
    ];

    [Fact]
    public async Task Hostile_text_shows_as_text_when_typed_and_when_it_comes_back_from_the_host()
    {
        await using var host = await TestHost.StartAsync();
        await using var surfer = await chromium.NewSurferAsync();
        var page = await surfer.VisitAsync(host.Http.BaseAddress!);
        await page.GreetedAsync();
        for (var index = 0; index < Texts.Length; index++)
        {
            await page.SayAsync(Texts[index]);
            await Expect(page.Heard).ToHaveCountAsync(index + 2);
        }

        await AssertAreTextAsync(page);
        await page.Page.ReloadAsync();
        await Expect(page.Heard).ToHaveCountAsync(Texts.Length + 1);
        await AssertAreTextAsync(page);
        surfer.AssertNothingWrong(host.Http.BaseAddress!);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("markdown")]
    public async Task Hostile_text_in_the_bots_words_shows_as_text(string format)
    {
        await using var host = await TestHost.StartAsync();
        await using var surfer = await chromium.NewSurferAsync();
        var page = await surfer.VisitAsync(host.Http.BaseAddress!);
        await page.GreetedAsync();
        await page.Page.RouteAsync("**/activities?*", async route =>
        {
            var answer = JsonNode.Parse(await (await route.FetchAsync()).TextAsync())!;
            (answer["activities"]![0]!["text"], answer["activities"]![0]!["textFormat"]) = (string.Join(' ', Texts), format);
            await route.FulfillAsync(new() { Body = answer.ToJsonString(), ContentType = "application/json" });
        });
        await page.Page.ReloadAsync();
        await Expect(page.Heard).ToHaveTextAsync(format == "plain" ? string.Join(' ', Texts) : string.Join(' ', Texts).Replace("**", "", StringComparison.Ordinal));
        await Expect(page.Heard.Locator("img, a, script, svg")).ToHaveCountAsync(0);
        surfer.AssertNothingWrong(host.Http.BaseAddress!);
    }

    [Fact]
    public async Task The_bots_formatted_text_lets_no_markup_and_no_dangerous_link_through()
    {
        await using var host = await TestHost.StartAsync();
        await using var surfer = await chromium.NewSurferAsync();
        var page = await surfer.VisitAsync(host.Http.BaseAddress!);
        await page.GreetedAsync();
        var tags = await page.Page.EvaluateAsync<JsonElement>(
            """
            async (texts) => {
              const { richText } = await import('/widget/richtext.js');
              const box = document.createElement('div');
              box.append(...texts.map((text) => richText(text)));
              document.body.append(box);
              return [...box.querySelectorAll('*')].map((node) => node.localName);
            }
            """,
            (string[])[.. Texts, "[x](data:text/html,hi)", "[x](vbscript:x)", "[x]( javascript:alert(1))"]);
        Assert.Equal(["p", "strong"], tags.EnumerateArray().Select(tag => tag.GetString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        surfer.AssertNothingWrong(host.Http.BaseAddress!);
    }

    private static async Task AssertAreTextAsync(ChatPage page)
    {
        Assert.Equal(Texts, await page.Said.AllTextContentsAsync());
        await Expect(page.Said.Locator("> div > :not(p), p > *")).ToHaveCountAsync(0);
        await Expect(page.Heard.Locator("img, a, script, svg")).ToHaveCountAsync(0);
    }
}
