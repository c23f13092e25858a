using System.Text.Json.Nodes;
using QualifyBot.BotFramework.Schema;
using QualifyBot.Bot.Turns;
using QualifyBot.Tests.Channels.Uploads;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Browser.Clients;

/// <summary>The real botframework-directlinejs holds talks with the host.</summary>
public sealed class DirectLineJsTests
{
    private const int ExpiredToken = 3;
    private static readonly IReadOnlyList<Step> Steps = Talks.Of("bant booked");

    [Theory]
    [InlineData("bant booked", "sqlite", true)]
    [InlineData("champ booked", "redis", true)]
    [InlineData("meddic booked", "sqlite", false)]
    [InlineData("faint booked", "redis", false)]
    [InlineData("bant nurture yes", "redis", true)]
    [InlineData("gpct disqualified", "sqlite", false)]
    public async Task A_whole_talk_by_socket_or_by_polling_is_shown_once_and_in_order(string talk, string store, bool webSocket)
    {
        using var box = new StoreBox(store);
        await using var host = await TestHost.StartAsync([.. box.Settings, "--Talk:Playbook", Talks.PlaybookOf(talk)]);
        using var client = DirectLineJs.Start(host.Http.BaseAddress!, webSocket);
        (await client.NextReplyAsync()).Says("talk.open", Talks.FirstQuestionOf(talk));
        await TalkAsync(client, Talks.Of(talk));
        AssertOnceAndInOrder(client, Talks.Of(talk));
        Assert.Equal(Talks.StatusOf(talk), await StatusAsync(host.Http, client));
    }

    [Theory]
    [MemberData(nameof(StoreBox.Kinds), MemberType = typeof(StoreBox))]
    public async Task A_dropped_socket_is_taken_up_where_it_was(string store)
    {
        using var box = new StoreBox(store);
        await using var host = await TestHost.StartAsync(box.Settings);
        using var network = new RoundRobin(host.Http.BaseAddress!);
        using var client = DirectLineJs.Start(network.Address, webSocket: true);
        _ = await client.NextReplyAsync();
        await TalkAsync(client, Steps.Take(2));
        network.Drop();
        await TalkAsync(client, Steps.Skip(2));
        AssertOnceAndInOrder(client, Steps);
        Assert.Equal("booked", await StatusAsync(host.Http, client));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_two_hosts_behind_a_plain_balancer_any_serves_any_call_and_one_may_die(bool webSocket)
    {
        using var box = new StoreBox("redis");
        using var killed = await HostProcess.ServeAsync(box.Settings);
        await using var host = await TestHost.StartAsync(box.Settings, TimeProvider.System);
        using var balancer = new RoundRobin(killed.Http.BaseAddress!, host.Http.BaseAddress!);
        var start = await House.BeginAsync(host.Http);
        using var client = House.Load(balancer.Address, start, webSocket);
        await TalkAsync(client, Steps.Take(3));
        killed.Kill();
        // One poll that fails ends the client's polling for good: who polls loads the page again.
        using var after = webSocket ? null : House.Load(balancer.Address, start, webSocket);
        await TalkAsync(after ?? client, Steps.Skip(3));
        AssertOnceAndInOrder(after ?? client, Steps);
        Assert.Equal("booked", await StatusAsync(host.Http, after ?? client));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_that_is_loaded_again_shows_the_whole_talk_and_goes_on(bool webSocket)
    {
        await using var host = await TestHost.StartAsync();
        var start = await House.BeginAsync(host.Http);
        using (var before = House.Load(host.Http.BaseAddress!, start, webSocket))
        {
            _ = await before.NextReplyAsync();
            await TalkAsync(before, Steps.Take(2));
        }

        using var after = House.Load(host.Http.BaseAddress!, start, webSocket);
        await TalkAsync(after, Steps.Skip(2));
        AssertOnceAndInOrder(after, Steps);
    }

    [Fact]
    public async Task An_expired_token_is_told_as_such_and_the_site_gets_the_visitor_a_new_one()
    {
        var clock = new TestClock();
        await using var host = await TestHost.StartAsync(["--DirectLine:Secret", "a secret of the site"], clock);
        using var client = DirectLineJs.Start(host.Http.BaseAddress!, webSocket: true);
        _ = await client.NextReplyAsync();
        await TalkAsync(client, Steps.Take(2));
        clock.Advance(TimeSpan.FromHours(1));
        await client.FailAsync("said too late");
        Assert.Contains(ExpiredToken, client.Statuses);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v3/directline/conversations/{ConversationOf(client)}?watermark=0");
        request.Headers.Authorization = new("Bearer", "a secret of the site");
        using var renewed = await host.Http.SendAsync(request);
        using var after = House.Load(host.Http.BaseAddress!, JsonNode.Parse(await renewed.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!, webSocket: true);
        await TalkAsync(after, Steps.Skip(2));
        AssertOnceAndInOrder(after, Steps);
    }

    [Theory]
    [InlineData("sqlite", true)]
    [InlineData("redis", false)]
    public async Task Files_are_sent_and_shown_with_an_address_that_opens(string store, bool webSocket)
    {
        using var box = new StoreBox(store);
        await using var host = await TestHost.StartAsync(box.Settings);
        using var client = DirectLineJs.Start(host.Http.BaseAddress!, webSocket);
        _ = await client.NextReplyAsync();
        var pdf = Form.Pdf(200_000);
        var id = await client.SendAsync(null, ("plan.pdf", "application/pdf", pdf), ("shot.png", "image/png", Form.Png));
        Assert.Contains("plan.pdf, shot.png", (await client.RepliesToAsync(id!)).Text, StringComparison.Ordinal);
        var files = client.Shown.Single(activity => (string?)activity["id"] == id)["attachments"]!.AsArray();
        Assert.Equal(pdf, await host.Http.GetByteArrayAsync((string)files[0]!["contentUrl"]!));
        Assert.Equal(Form.Png, await host.Http.GetByteArrayAsync((string)files[1]!["contentUrl"]!));
        Assert.Null(await client.SendAsync("and this", ("a.exe", "application/x-msdownload", [1, 2])));
        await TalkAsync(client, Steps);
        Assert.Equal("booked", await StatusAsync(host.Http, client));
    }

    internal static async Task TalkAsync(DirectLineJs client, IEnumerable<Step> steps)
    {
        foreach (var step in steps)
        {
            (await client.SayAsync(step.Says)).EndsWith(step.EndsWith);
        }
    }

    // The client shows a set of activities bit by bit, beside the next set: pages order them by timestamp, as Web Chat does.
    internal static void AssertOnceAndInOrder(DirectLineJs client, IReadOnlyList<Step> steps)
    {
        var shown = client.Shown.OrderBy(static activity => (DateTimeOffset)activity["timestamp"]!).ToList();
        Assert.Equal((steps.Count * 2) + 1, shown.Count);
        Assert.Equal(steps.Select(static step => step.Says), shown.Where(static (_, place) => place % 2 == 1).Select(static activity => (string?)activity["text"]));
        Assert.Equal(shown.Count, shown.DistinctBy(static activity => (string?)activity["id"]).Count());
        Assert.All(shown.Index(), static pair => Assert.Equal(pair.Index % 2 == 1 ? "user" : "bot", (string?)pair.Item["from"]!["role"]));
    }

    private static string ConversationOf(DirectLineJs client) => (string)client.Shown[0]["conversation"]!["id"]!;

    private static async Task<string?> StatusAsync(HttpClient host, DirectLineJs client)
    {
        var lead = JsonNode.Parse(await host.GetStringAsync("/api/leads/" + new ConversationKey(ChannelIds.Directline, ConversationOf(client)).LeadId))!;
        return (string?)lead["status"];
    }
}
