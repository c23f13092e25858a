using System.Text.Json;
using QualifyBot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace QualifyBot.Tests.Browser;

/// <summary>Visitors whom the company's site names, as its pages do it.</summary>
[Collection(Chromium.Collection)]
public sealed class IdentifiedVisitorTests(Chromium chromium)
{
    private const string Key = "0123456789abcdef0123456789abcdef";
    private static readonly IReadOnlyList<Step> Steps = Talks.Of("bant booked");

    [Fact]
    public async Task A_signed_visitor_is_known_on_a_second_device_and_not_after_signing_out()
    {
        await using var site = await CompanySite.StartAsync();
        await using var host = await site.EmbedAsync("--Identity:Key", Key);
        site.Attributes = $"data-identity={Token("u-7")}";
        await using var phone = await chromium.NewSurferAsync("phone");
        await BeginAsync(await site.VisitAsync(phone, "/"));
        Assert.Equal("u-7", await SubjectAsync(host));

        site.Attributes = "";
        await using var surfer = await chromium.NewSurferAsync();
        var page = await site.VisitAsync(surfer, "/");
        await page.Page.EvaluateAsync($"window.QualifyBot.identify('{Token("u-7")}')");
        await page.Button("Open chat").ClickAsync();
        await page.HearAsync(1, "return.holds");
        await Expect(page.Heard.Last).ToContainTextAsync("onboarding");
        await Expect(page.Heard.Last).Not.ToContainTextAsync("Änna");

        await page.Page.EvaluateAsync("window.QualifyBot.identify(null)");
        await page.GreetedAsync();
        await Expect(page.Said).ToHaveCountAsync(0);
        await page.SayAsync("hello");
        await page.HearAsync(2, "bant.need.ask");
        Assert.Equal(0, await page.Log.GetByText("onboarding").CountAsync());
        phone.AssertNothingWrong(site.Address, host.Http.BaseAddress!);
        surfer.AssertNothingWrong(site.Address, host.Http.BaseAddress!);
    }

    [Fact]
    public async Task Who_signs_in_during_a_talk_keeps_it_and_somebody_else_begins_anew()
    {
        await using var site = await CompanySite.StartAsync();
        await using var host = await site.EmbedAsync("--Identity:Key", Key);
        await using var surfer = await chromium.NewSurferAsync();
        var page = await site.VisitAsync(surfer, "/");
        await BeginAsync(page);
        await page.Page.EvaluateAsync($"window.QualifyBot.identify({{ token: '{Token("u-7")}' }})");
        await page.SayAsync(Steps[1].Says);
        await page.HearAsync(3, Steps[1].EndsWith);
        Assert.Equal("u-7", await SubjectAsync(host));
        await page.Page.EvaluateAsync($"window.QualifyBot.identify('{Token("u-7")}')");
        await page.AssertNothingTwiceAsync(heard: 3, said: 2);
        await page.Page.EvaluateAsync($"window.QualifyBot.identify('{Token("u-8")}')");
        await page.GreetedAsync();
        await Expect(page.Said).ToHaveCountAsync(0);
        surfer.AssertNothingWrong(site.Address, host.Http.BaseAddress!);
    }

    [Theory]
    [InlineData("another key, and this one is long", "no JWT signed with HS256 and the key")]
    [InlineData(Key, "has expired")]
    [InlineData("", "takes a token that your server signed")]
    public async Task A_wrong_word_is_refused_on_the_console_and_the_talk_goes_on(string key, string warning)
    {
        await using var site = await CompanySite.StartAsync();
        await using var host = await site.EmbedAsync("--Identity:Key", Key);
        site.Attributes = $"data-identity={(key.Length == 0 ? "anna" : Token("u-7", key, minutes: -9))}";
        await using var surfer = await chromium.NewSurferAsync();
        var page = await site.VisitAsync(surfer, "/");
        await BeginAsync(page);
        Assert.Contains(warning, surfer.Faults.First(), StringComparison.Ordinal);
        Assert.All(surfer.Faults, fault => Assert.StartsWith("warning: QualifyBot", fault, StringComparison.Ordinal));
        Assert.Null(await SubjectAsync(host));
    }

    private static async Task BeginAsync(ChatPage page)
    {
        await page.Button("Open chat").ClickAsync();
        await page.GreetedAsync();
        await page.SayAsync(Steps[0].Says);
        await page.HearAsync(2, Steps[0].EndsWith);
    }

    private static async Task<string?> SubjectAsync(TestHost host) =>
        Assert.Single((await host.LeadsAsync()).EnumerateArray()).TryGetProperty("subject", out var subject) ? subject.GetString() : null;

    private static string Token(string subject, string key = Key, int minutes = 10) => Tokens.Sign(
        key, JsonSerializer.Serialize(new { aud = "qualifybot", sub = subject, name = "Änna", exp = new MovedClock().GetUtcNow().AddMinutes(minutes).ToUnixTimeSeconds() }));
}
