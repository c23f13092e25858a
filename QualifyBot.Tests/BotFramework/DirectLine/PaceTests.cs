namespace QualifyBot.Tests.BotFramework.DirectLine;

public sealed class PaceTests
{
    private const string Hello = """{"type":"message","text":"hello","from":{"id":"u"}}""";

    [Fact]
    public async Task Who_sends_too_much_is_told_when_to_go_on_and_others_are_not_held_up()
    {
        await using var host = await DirectLineHost.StartAsync(("DirectLine:ActivitiesPerMinute", "3"));
        var (hasty, calm) = (await host.BeginAsync(), await host.BeginAsync());
        Assert.Equal("200 200 200 429", await PostAsync(host, hasty, 4));
        Assert.Equal("200 200", await PostAsync(host, calm, 2));
        host.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal("200 429", await PostAsync(host, hasty, 2));
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("200 200 200 429", await PostAsync(host, hasty, 4));
        var (status, body, response) = await host.CallAsync("POST", $"conversations/{hasty.Id}/activities", hasty.Token, Hello);
        Assert.Equal((429, "TooManyRequests"), (status, (string)body["error"]!["code"]!));
        Assert.Equal(TimeSpan.FromSeconds(20), response.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task What_clients_fetch_is_never_refused_for_its_number()
    {
        await using var host = await DirectLineHost.StartAsync(("DirectLine:ActivitiesPerMinute", "1"), ("DirectLine:ConversationsPerMinute", "1"));
        var (id, token, _) = await host.BeginAsync();
        for (var times = 0; times < 100; times++)
        {
            Assert.Equal(200, (await host.CallAsync("GET", $"conversations/{id}/activities?watermark=", token)).Status);
        }

        Assert.Equal(200, (await host.CallAsync("GET", $"conversations/{id}?watermark=0", token)).Status);
        Assert.Equal(200, (await host.CallAsync("POST", "tokens/refresh", token)).Status);
    }

    [Theory]
    [InlineData("203.0.113.7", "198.51.100.1", 201)]
    [InlineData("203.0.113.7", "203.0.113.7", 429)]
    [InlineData("203.0.113.7", "198.51.100.1, 203.0.113.7", 429)]
    [InlineData("2001:db8::1", "2001:db8::ffff", 429)]
    [InlineData("2001:db8::1", "2001:db8:0:1::1", 201)]
    [InlineData("nonsense", "nonsense", 201)]
    [InlineData(null, null, 201)]
    public async Task One_address_behind_the_proxy_cannot_take_all_conversations(string? first, string? second, int status)
    {
        await using var host = await DirectLineHost.StartAsync(("DirectLine:ConversationsPerMinute", "1"), ("DirectLine:Proxies", "1"));
        Assert.Equal(201, await StartAsync(host, "conversations", first));
        Assert.Equal(status, await StartAsync(host, "conversations", second));
    }

    [Fact]
    public async Task A_header_that_nobody_vouches_for_is_not_believed()
    {
        await using var host = await DirectLineHost.StartAsync(("DirectLine:ConversationsPerMinute", "1"));
        Assert.Equal(201, await StartAsync(host, "conversations", "203.0.113.7"));
        Assert.Equal(201, await StartAsync(host, "conversations", "203.0.113.7"));
    }

    [Fact]
    public async Task The_site_itself_is_not_counted()
    {
        await using var host = await DirectLineHost.StartAsync(("DirectLine:ConversationsPerMinute", "1"), ("DirectLine:Proxies", "1"), ("DirectLine:Secret", "s"));
        for (var times = 0; times < 5; times++)
        {
            Assert.Equal(200, (await host.CallAsync("POST", "tokens/generate", "s", change: request => request.Headers.Add("X-Forwarded-For", "203.0.113.7"))).Status);
        }
    }

    private static async Task<string> PostAsync(DirectLineHost host, (string Id, string Token, Uri Stream) conversation, int times)
    {
        var codes = new int[times];
        for (var time = 0; time < times; time++)
        {
            codes[time] = (await host.CallAsync("POST", $"conversations/{conversation.Id}/activities", conversation.Token, Hello)).Status;
        }

        return string.Join(' ', codes);
    }

    private static async Task<int> StartAsync(DirectLineHost host, string path, string? address) => (await host.CallAsync("POST", path, change: request =>
    {
        if (address is not null)
        {
            request.Headers.Add("X-Forwarded-For", address);
        }
    })).Status;
}
