using System.Net;
using System.Text;
using System.Text.Json;

namespace QualifyBot.Tests.BotFramework.Http;

public sealed class RefusalTests
{
    public static TheoryData<string, int, string> BadBodies() => new()
    {
        { "", 400, "body" },
        { "{", 400, "line 1" },
        { "[]", 400, "$" },
        { "null", 400, "null" },
        { "{}", 400, "type" },
        { "\"x\"", 400, "$" },
        { Without("\"type\":\"message\","), 400, "type" },
        { Without("\"conversation\":{\"id\":\"c1\"},"), 400, "conversation.id" },
        { Without("\"from\":{\"id\":\"u1\"},"), 400, "from.id" },
        { Without("\"channelId\":\"emulator\","), 400, "channelId" },
        { Without("\"serviceUrl\":\"http://localhost:1234\","), 400, "serviceUrl" },
        { BotHost.Message.Replace("\"c1\"", "\" \"", StringComparison.Ordinal), 400, "conversation.id" },
        { BotHost.Message.Replace("c1", "..", StringComparison.Ordinal), 400, "conversation.id" },
        { BotHost.Message.Replace("c1", new string('c', 2000), StringComparison.Ordinal), 400, "conversation.id" },
        { BotHost.Message.Replace("\"hi\"", "17", StringComparison.Ordinal), 400, "$.text" },
        { BotHost.Message.Replace("\"hi\"", string.Concat(Enumerable.Repeat("[", 1000)), StringComparison.Ordinal), 400, "$.text" },
        { BotHost.Message.Replace("\"hi\"", "\"\",\"channelData\":" + new string('[', 1000) + new string(']', 1000), StringComparison.Ordinal), 400, "channelData" },
        { BotHost.Message.Replace("hi", new string('x', 40_000), StringComparison.Ordinal), 413, "$.text" },
        { BotHost.Message.Replace("hi", new string('x', 1_000_000), StringComparison.Ordinal), 413, "262144" },
        { Url("http://example.com"), 403, "MicrosoftAppId" },
        { Url("http://localhost.example.com"), 403, "MicrosoftAppId" },
        { Url("http://10.0.0.1"), 403, "MicrosoftAppId" },
        { Url("https://smba.trafficmanager.net/teams/"), 403, "MicrosoftAppId" },
        { Url("http://user:pass@localhost"), 400, "user name" },
        { Url("file:///etc/passwd"), 400, "http" },
        { Url("/relative"), 400, "absolute" },
        { Url("http://localhost/?a=b"), 400, "query" },
        { Url(""), 400, "absolute" },
    };

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task A_body_that_is_no_good_is_refused_with_a_reason_and_never_seen_by_the_bot(string body, int status, string mentions)
    {
        await using var host = await BotHost.StartAsync();
        using var response = await host.PostAsync(body);
        await AssertRefusedAsync(host, response, status, mentions);
    }

    [Theory]
    [InlineData("Content-Type", "text/plain", 415)]
    [InlineData("Content-Type", "application/json; charset=utf-16", 415)]
    [InlineData("Content-Type", "application/x-www-form-urlencoded", 415)]
    [InlineData("Content-Type", "garbage", 415)]
    [InlineData("Content-Type", null, 415)]
    [InlineData("Host", "evil.example", 403)]
    [InlineData("Host", "localhost.evil.example", 403)]
    [InlineData("X-Forwarded-For", "127.0.0.1", 403)]
    [InlineData("Forwarded", "for=127.0.0.1", 403)]
    [InlineData("Origin", "https://evil.example", 403)]
    [InlineData("Origin", "null", 403)]
    public async Task A_request_that_is_no_good_is_refused_with_a_reason_and_never_seen_by_the_bot(string header, string? value, int status)
    {
        await using var host = await BotHost.StartAsync();
        using var response = await host.PostAsync(BotHost.Message, change: request =>
        {
            if (header is "Content-Type")
            {
                request.SetType(value);
            }
            else
            {
                request.Headers.TryAddWithoutValidation(header, value);
            }
        });
        await AssertRefusedAsync(host, response, status, status == 415 ? "application/json" : "MicrosoftAppId");
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_are_refused()
    {
        await using var host = await BotHost.StartAsync();
        using var response = await host.PostAsync("", change: request =>
        {
            request.Content = new ByteArrayContent([.. Encoding.UTF8.GetBytes(BotHost.Message.TrimEnd()[..^3]), 0xC3, 0x28, (byte)'"', (byte)'}']);
            request.SetType("application/json");
        });
        await AssertRefusedAsync(host, response, 400, "UTF-8");
    }

    [Fact]
    public async Task A_chunked_body_is_measured_as_it_comes()
    {
        await using var host = await BotHost.StartAsync();
        using var small = await host.PostAsync(BotHost.Message, change: request => request.Headers.TransferEncodingChunked = true);
        Assert.Equal(HttpStatusCode.OK, small.StatusCode);
        host.Received.Clear();

        using var large = await host.PostAsync(
            BotHost.Message.Replace("\"hi\"", "\"hi\",\"value\":\"" + new string('x', 300_000) + "\"", StringComparison.Ordinal),
            change: request => request.Headers.TransferEncodingChunked = true);
        await AssertRefusedAsync(host, large, 413, "262144");
    }

    [Fact]
    public async Task The_limits_can_be_set()
    {
        await using var host = await BotHost.StartAsync(("Messages:LargestBody", "2000"), ("Messages:LongestText", "10"));
        using var longText = await host.PostAsync(BotHost.Message.Replace("hi", "more than ten", StringComparison.Ordinal));
        await AssertRefusedAsync(host, longText, 413, "10 characters");
        using var large = await host.PostAsync(BotHost.Message.Replace("hi", new string('x', 3000), StringComparison.Ordinal));
        await AssertRefusedAsync(host, large, 413, "2000 bytes");
    }

    [Theory]
    [InlineData("Messages:LargestBody", "5")]
    [InlineData("Messages:LongestText", "many")]
    [InlineData("Messages:LongestTxt", "100")]
    public async Task A_limit_that_makes_no_sense_stops_the_start(string name, string value)
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => BotHost.StartAsync((name, value)));
        Assert.Contains(name.Split(':')[1], failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Other_methods_are_told_to_use_POST(string method)
    {
        await using var host = await BotHost.StartAsync();
        using var response = await host.PostAsync(BotHost.Message, change: request => request.Method = new HttpMethod(method));
        await AssertRefusedAsync(host, response, 405, "POST");
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    private static string Without(string member) => BotHost.Message.Replace(member, "", StringComparison.Ordinal);

    private static string Url(string url) => BotHost.Message.Replace("http://localhost:1234", url, StringComparison.Ordinal);

    private static async Task AssertRefusedAsync(BotHost host, HttpResponseMessage response, int status, string mentions)
    {
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, $"{(int)response.StatusCode} {body}");
        using var error = JsonDocument.Parse(body);
        Assert.NotEmpty(error.RootElement.GetProperty("error").GetProperty("code").GetString()!);
        Assert.Contains(mentions, error.RootElement.GetProperty("error").GetProperty("message").GetString()!, StringComparison.Ordinal);
        Assert.Empty(host.Received);
    }
}
