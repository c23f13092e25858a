using Microsoft.Playwright;
using QualifyBot.Tests.Outcomes.Booking;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Browser;

[Collection(Chromium.Collection)]
public sealed class WholeTalkPageTests(Chromium chromium)
{
    [Theory]
    [InlineData("bant booked", "sqlite", "desktop")]
    [InlineData("champ booked", "redis", "phone")]
    [InlineData("bant nurture yes", "redis", "phone")]
    [InlineData("champ nurture no", "sqlite", "desktop")]
    [InlineData("bant hand-off decided", "sqlite", "phone")]
    [InlineData("champ hand-off asked", "redis", "desktop")]
    [InlineData("bant disqualified", "redis", "desktop")]
    [InlineData("champ disqualified", "sqlite", "phone")]
    public async Task A_whole_talk_ends_as_it_should_and_calls_nobody_but_the_host(string talk, string store, string width)
    {
        using var box = new StoreBox(store);
        await using var host = await TestHost.StartAsync(box.Settings);
        await using var surfer = await chromium.NewSurferAsync(width);
        var page = await surfer.VisitAsync(host.Http.BaseAddress!, Talks.PlaybookOf(talk));
        await page.GreetedAsync();
        await page.TalkAsync(Talks.Of(talk));
        await page.AssertNothingTwiceAsync(heard: Talks.Of(talk).Count + 1, said: Talks.Of(talk).Count);
        Assert.Equal(Talks.StatusOf(talk), Assert.Single((await host.LeadsAsync()).EnumerateArray()).GetProperty("status").GetString());
        if (talk.EndsWith("booked", StringComparison.Ordinal))
        {
            var properties = CalendarParser.Read(await page.DownloadAsync(link => link.ClickAsync()));
            Assert.Equal("VCALENDAR", properties[0].Value);
        }

        surfer.AssertNothingWrong(host.Http.BaseAddress!);
    }

    [Fact]
    public async Task A_first_message_that_says_everything_is_asked_only_what_is_missing()
    {
        await using var host = await TestHost.StartAsync();
        await using var surfer = await chromium.NewSurferAsync();
        var page = await surfer.VisitAsync(host.Http.BaseAddress!);
        await page.GreetedAsync();
        await page.TalkAsync(
        [
            new("I'm head of IT at Acme, 300 people, our onboarding is a mess, we have 40k and want to start in March, it@acme.example", "bant.authority.ask"),
            new("I decide that myself", "book.offer"),
            new("the second one", "book.done"),
        ]);
        await page.KeepLookAsync("page");
        surfer.AssertNothingWrong(host.Http.BaseAddress!);
    }
}
