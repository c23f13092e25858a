using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Browser.Clients;

/// <summary>Whatever happens to the page, its token or the host, the real botframework-directlinejs shows each message once and in order.</summary>
public sealed class FaultTests
{
    private static readonly IReadOnlyList<Step> Steps = Talks.Of("bant booked");

    [Theory]
    [InlineData("sqlite", true)]
    [InlineData("sqlite", false)]
    [InlineData("redis", true)]
    [InlineData("redis", false)]
    public async Task Two_tabs_take_turns_one_is_loaded_again_and_each_shows_all(string store, bool webSocket)
    {
        await using var house = await House.StartAsync(store);
        var conversation = await house.BeginAsync();
        using var first = house.Load(conversation, webSocket);
        await DirectLineJsTests.TalkAsync(first, Steps.Take(2));
        using (var second = house.Load(conversation, webSocket))
        {
            await DirectLineJsTests.TalkAsync(second, Steps.Skip(2).Take(1));
        }

        using var again = house.Load(conversation, webSocket);
        await DirectLineJsTests.TalkAsync(again, Steps.Skip(3));
        await again.ShowsAsync((Steps.Count * 2) + 1);
        await first.ShowsAsync((Steps.Count * 2) + 1);
        DirectLineJsTests.AssertOnceAndInOrder(first, Steps);
        DirectLineJsTests.AssertOnceAndInOrder(again, Steps);
    }

    [Theory]
    [InlineData("sqlite", false)]
    [InlineData("redis", true)]
    [InlineData("redis", false)]
    public async Task An_expired_token_takes_nothing_and_the_site_gets_the_visitor_back(string store, bool webSocket)
    {
        await using var house = await House.StartAsync(store);
        var conversation = await house.BeginAsync();
        using (var client = house.Load(conversation, webSocket))
        {
            await DirectLineJsTests.TalkAsync(client, Steps.Take(2));
            house.Clock.Advance(TimeSpan.FromMinutes(31));
            await client.FailAsync("said too late");
        }

        using var after = house.Load(await house.RenewAsync((string)conversation["conversationId"]!), webSocket);
        await DirectLineJsTests.TalkAsync(after, Steps.Skip(2));
        DirectLineJsTests.AssertOnceAndInOrder(after, Steps);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_host_on_a_file_that_is_killed_and_started_again_goes_on_with_the_talk(bool webSocket)
    {
        using var box = new StoreBox("sqlite");
        var killed = await HostProcess.ServeAsync(box.Settings);
        var conversation = await House.BeginAsync(killed.Http);
        using var client = House.Load(killed.Http.BaseAddress!, conversation, webSocket);
        await DirectLineJsTests.TalkAsync(client, Steps.Take(3));
        killed.Kill();
        using var again = await killed.AgainAsync(box.Settings);
        // One poll that fails ends the client's polling for good: who polls loads the page again.
        using var after = webSocket ? null : House.Load(again.Http.BaseAddress!, conversation, webSocket);
        await DirectLineJsTests.TalkAsync(after ?? client, Steps.Skip(3));
        DirectLineJsTests.AssertOnceAndInOrder(after ?? client, Steps);
    }
}
