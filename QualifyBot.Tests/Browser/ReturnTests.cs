using System.Text.Json;
using Microsoft.Playwright;
using QualifyBot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace QualifyBot.Tests.Browser;

[Collection(Chromium.Collection)]
public sealed class ReturnTests(Chromium chromium)
{
    private static readonly IReadOnlyList<Step> Steps = Talks.Of("bant booked");

    [Theory]
    [InlineData("desktop")]
    [InlineData("phone")]
    public async Task A_reload_restores_the_talk_once_and_silently_and_it_goes_on(string width)
    {
        await using var host = await TestHost.StartAsync();
        await using var surfer = await chromium.NewSurferAsync(width);
        var page = await surfer.VisitAsync(host.Http.BaseAddress!);
        await page.GreetedAsync();
        await page.TalkAsync(Steps.Take(2));
        await page.Field.FillAsync("half a thou");
        await page.Page.ReloadAsync();
        await page.HearAsync(3, Steps[1].EndsWith);
        await page.AssertNothingTwiceAsync(heard: 3, said: 2);
        await Expect(page.Field).ToHaveValueAsync("half a thou");
        Assert.Empty(await page.AnnouncedAsync());
        await page.TalkAsync(Steps.Skip(2), heard: 3);
        await page.AssertNothingTwiceAsync(heard: Steps.Count + 1, said: Steps.Count);
        Assert.Equal(Steps.Count - 2, (await page.AnnouncedAsync()).Length);
        surfer.AssertNothingWrong(host.Http.BaseAddress!);
    }

    [Fact]
    public async Task A_second_tab_shows_the_same_talk_and_both_go_on_with_it()
    {
        await using var host = await TestHost.StartAsync();
        await using var surfer = await chromium.NewSurferAsync();
        var first = await surfer.VisitAsync(host.Http.BaseAddress!);
        await first.GreetedAsync();
        await first.TalkAsync(Steps.Take(1));
        var second = await surfer.VisitAsync(host.Http.BaseAddress!);
        await second.HearAsync(2, Steps[0].EndsWith);
        await second.TalkAsync(Steps.Skip(1).Take(1), heard: 2);
        await first.HearAsync(3, Steps[1].EndsWith);
        await first.TalkAsync(Steps.Skip(2), heard: 3);
        await second.HearAsync(Steps.Count + 1, "book.done");
        foreach (var page in (ChatPage[])[first, second])
        {
            await page.AssertNothingTwiceAsync(heard: Steps.Count + 1, said: Steps.Count);
        }

        surfer.AssertNothingWrong(host.Http.BaseAddress!);
    }

    [Theory]
    [MemberData(nameof(StoreBox.Kinds), MemberType = typeof(StoreBox))]
    public async Task A_killed_host_that_starts_again_is_found_by_the_page_itself_and_asks_nothing_twice(string store)
    {
        using var box = new StoreBox(store);
        await using var surfer = await chromium.NewSurferAsync();
        using var killed = await HostProcess.ServeAsync(box.Settings);
        var address = killed.Http.BaseAddress!;
        var page = await surfer.VisitAsync(address);
        await page.GreetedAsync();
        await page.TalkAsync(Steps.Take(2));
        killed.Kill();
        await page.SayAsync(Steps[2].Says);
        await Expect(page.Page.GetByText("Connection lost. Trying again.")).ToBeVisibleAsync();
        await Expect(page.Page.GetByText("Waiting for the connection")).ToBeVisibleAsync();
        using var host = await HostProcess.ServeAsync([.. box.Settings, "--urls", address.ToString()]);
        await page.HearAsync(4, Steps[2].EndsWith);
        await Expect(page.Page.GetByText("Connection lost. Trying again.")).ToBeHiddenAsync();
        await page.TalkAsync(Steps.Skip(3), heard: 4);
        await page.AssertNothingTwiceAsync(heard: Steps.Count + 1, said: Steps.Count);
        Assert.Equal(Steps.Count, Count(await TranscriptAsync(host.Http), Steps.Select(step => step.Says)));
    }

    [Fact]
    public async Task What_is_written_offline_is_sent_once_when_the_page_is_online_again()
    {
        await using var host = await TestHost.StartAsync();
        await using var surfer = await chromium.NewSurferAsync("phone");
        var page = await surfer.VisitAsync(host.Http.BaseAddress!);
        await page.GreetedAsync();
        await surfer.Context.SetOfflineAsync(true);
        await page.SayAsync(Steps[0].Says);
        await Expect(page.Page.GetByText("You are offline.")).ToBeVisibleAsync();
        await Expect(page.Said).ToHaveCountAsync(1);
        await surfer.Context.SetOfflineAsync(false);
        await page.HearAsync(2, Steps[0].EndsWith);
        await Expect(page.Page.GetByText("You are offline.")).ToBeHiddenAsync();
        await page.AssertNothingTwiceAsync(heard: 2, said: 1);
        Assert.Equal(1, Count(await TranscriptAsync(host.Http), [Steps[0].Says]));
    }

    private static int Count(IEnumerable<string> lines, IEnumerable<string> wanted) => lines.Count(line => wanted.Contains(line, StringComparer.Ordinal));

    private static async Task<IReadOnlyList<string>> TranscriptAsync(HttpClient http)
    {
        var leads = JsonElement.Parse(await http.GetStringAsync("/api/leads")).GetProperty("leads").EnumerateArray();
        var lead = JsonElement.Parse(await http.GetStringAsync($"/api/leads/{Assert.Single(leads).GetProperty("id").GetString()}"));
        return [.. lead.GetProperty("transcript").EnumerateArray().Select(line => line.GetProperty("text").GetString()!)];
    }
}
