using System.Net;
using System.Text.Json;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Desk;

public sealed class DeskTests
{
    private const string Key = "a key of many characters";

    [Theory]
    [InlineData(null, null, 401)]
    [InlineData("X-Api-Key", "wrong", 401)]
    [InlineData("X-Api-Key", "a key of many character", 401)]
    [InlineData("Authorization", "Bearer wrong", 401)]
    [InlineData("Authorization", "Basic " + Key, 401)]
    [InlineData("X-Api-Key", Key, 200)]
    [InlineData("Authorization", "Bearer " + Key, 200)]
    public async Task With_an_admin_key_only_who_shows_it_may_look(string? header, string? value, int status)
    {
        await using var host = await TestHost.StartAsync(["--Desk:AdminKey", Key]);
        foreach (var path in (string[])["/api/leads", "/api/leads/0123456789abcdef0123"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (header is not null)
            {
                request.Headers.TryAddWithoutValidation(header, value);
            }

            using var response = await host.Http.SendAsync(request);
            Assert.Equal(status == 200 && path != "/api/leads" ? 404 : status, (int)response.StatusCode);
            Assert.True(response.Headers.CacheControl?.NoStore);
        }
    }

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("Origin", "https://evil.example")]
    public async Task Without_a_key_only_this_machine_may_look(string header, string value)
    {
        await using var host = await TestHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/leads");
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await host.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync("/api/leads")).StatusCode);
    }

    [Theory]
    [InlineData("bant booked")]
    [InlineData("champ hand-off decided")]
    [InlineData("bant nurture yes")]
    public async Task Receipts_sum_to_the_score_and_each_names_words_that_stand_in_the_transcript(string talk)
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await TestHost.StartAsync(["--Talk:Playbook", Talks.PlaybookOf(talk)]);
        var visitor = new Visitor(channel, host.Http);
        await visitor.SayAllAsync([.. Talks.Of(talk).Select(step => step.Says)]);
        var lead = await host.LeadAsync(visitor);
        var score = lead.GetProperty("score");
        var receipts = score.GetProperty("receipts").EnumerateArray().ToArray();
        Assert.NotEmpty(receipts);
        Assert.Equal(score.GetProperty("total").GetInt32(), receipts.Sum(receipt => receipt.GetProperty("points").GetInt32()));
        Assert.Equal(score.GetProperty("fit").GetInt32() + score.GetProperty("intent").GetInt32(), score.GetProperty("total").GetInt32());
        var lines = lead.GetProperty("transcript").EnumerateArray().Where(line => line.TryGetProperty("id", out _))
            .ToDictionary(line => line.GetProperty("id").GetString()!, line => line.GetProperty("text").GetString()!, StringComparer.Ordinal);
        var evidence = receipts.SelectMany(receipt => receipt.GetProperty("evidence").EnumerateArray())
            .Concat(lead.GetProperty("answers").EnumerateArray().Select(answer => answer.GetProperty("evidence")));
        Assert.All(evidence, words => Assert.Equal(
            words.GetProperty("quote").GetString(),
            lines[words.GetProperty("messageId").GetString()!].Substring(words.GetProperty("start").GetInt32(), words.GetProperty("length").GetInt32())));
        Assert.All(receipts, receipt => Assert.Contains($", {receipt.GetProperty("rule").GetString()} (", receipt.GetProperty("words").GetString(), StringComparison.Ordinal));
        Assert.All(receipts.Where(receipt => receipt.GetProperty("evidence").GetArrayLength() == 1), receipt => Assert.Contains(
            receipt.GetProperty("evidence")[0].GetProperty("quote").GetString()!, receipt.GetProperty("words").GetString(), StringComparison.Ordinal));
        Assert.Matches("^[0-9a-f]{16,}$", lead.GetProperty("decisionHash").GetString());
    }

    [Theory]
    [MemberData(nameof(StoreBox.Kinds), MemberType = typeof(StoreBox))]
    public async Task Who_leaves_midway_is_listed_with_what_is_known(string store)
    {
        using var box = new StoreBox(store);
        await using var channel = await FakeChannel.StartAsync();
        var clock = new TestClock();
        await using var host = await TestHost.StartAsync(box.Settings, clock);
        var visitor = new Visitor(channel, host.Http);
        await visitor.SayAllAsync("We copy and paste by hand", "300 people");
        Assert.Equal("open", Assert.Single((await host.LeadsAsync()).EnumerateArray()).GetProperty("status").GetString());
        clock.Advance(TimeSpan.FromMinutes(31));
        var lead = Assert.Single((await host.LeadsAsync()).EnumerateArray());
        Assert.Equal("abandoned", lead.GetProperty("status").GetString());
        Assert.Equal(["headcount", "need"], lead.GetProperty("answers").EnumerateArray().Select(answer => answer.GetProperty("slot").GetString()!).Order(StringComparer.Ordinal));
        Assert.True(lead.GetProperty("score").GetProperty("total").GetInt32() > 0);
        Assert.False(lead.TryGetProperty("transcript", out _));
        (await visitor.SayAsync("next month")).EndsWith("bant.authority.ask");
        Assert.Equal("open", Assert.Single((await host.LeadsAsync()).EnumerateArray()).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Who_only_opens_the_page_is_no_lead()
    {
        await using var host = await TestHost.StartAsync();
        await using var visitor = await DirectLineVisitor.StartAsync(host.Http);
        await visitor.NextAsync();
        Assert.Empty((await host.LeadsAsync()).EnumerateArray());
        await visitor.SayAsync("hi");
        Assert.Equal("directline", Assert.Single((await host.LeadsAsync()).EnumerateArray()).GetProperty("channel").GetString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_show_each_lead_once_and_the_newest_first(bool atOneMoment)
    {
        await using var channel = await FakeChannel.StartAsync();
        var clock = new TestClock();
        await using var host = await TestHost.StartAsync(clock: clock);
        for (var i = 0; i < 7; i++)
        {
            await new Visitor(channel, host.Http, $"v{i}").SayAsync("hi");
            clock.Advance(atOneMoment ? TimeSpan.Zero : TimeSpan.FromMilliseconds(0.4));
        }

        var (seen, next) = (new List<string>(), "");
        while (seen.Count <= 7)
        {
            var page = await host.GetAsync("/api/leads?limit=3" + next);
            seen.AddRange(page.GetProperty("leads").EnumerateArray().Select(lead => lead.GetProperty("conversation").GetString()!));
            if (!page.TryGetProperty("next", out var cursor) || cursor.ValueKind == JsonValueKind.Null)
            {
                break;
            }

            next = "&before=" + Uri.EscapeDataString(cursor.GetString()!);
        }

        Assert.Equal(["v0", "v1", "v2", "v3", "v4", "v5", "v6"], seen.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/api/leads?limit=0", 400)]
    [InlineData("/api/leads?limit=501", 400)]
    [InlineData("/api/leads?limit=x", 400)]
    [InlineData("/api/leads?before=yesterday", 400)]
    [InlineData("/api/leads/0123456789abcdef0123", 404)]
    [InlineData("/api/leads/nonsense", 404)]
    [InlineData("/api/leads/%00", 400)]
    [InlineData("/demo/0123456789abcdef0123/x/demo.ics", 404)]
    public async Task What_is_not_there_or_not_right_is_told(string path, int status)
    {
        await using var host = await TestHost.StartAsync();
        using var response = await host.Http.GetAsync(path);
        Assert.Equal(status, (int)response.StatusCode);
    }
}
