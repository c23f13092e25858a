using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using QualifyBot.BotFramework.Authentication;
using QualifyBot.BotFramework.Connector;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.BotFramework.Connector;

public sealed class ConnectorClientTests : IAsyncLifetime, IDisposable
{
    private const string Reply = """{"type":"message","text":"grüße 😀"}""";

    private readonly TestClock _clock = new();
    private readonly ConnectorHttp _http = new();
    private readonly ConnectorClient _client;
    private ChannelServer _channel = null!;

    public ConnectorClientTests()
    {
        var settings = new BotFrameworkAuthentication();
        _client = new ConnectorClient(_http, new OutgoingTokens(settings, _http, _clock), new ServiceUrls(settings), _clock);
    }

    public async Task InitializeAsync() => _channel = await ChannelServer.StartAsync();

    public async Task DisposeAsync() => await _channel.DisposeAsync();

    public void Dispose() => _http.Dispose();

    [Theory]
    [InlineData("", "c1", null, "/v3/conversations/c1/activities")]
    [InlineData("/", "c1", "", "/v3/conversations/c1/activities")]
    [InlineData("", "c1", "a1", "/v3/conversations/c1/activities/a1")]
    [InlineData("/amer/", "c1", "a1", "/amer/v3/conversations/c1/activities/a1")]
    [InlineData("/amer", "c1", "a1", "/amer/v3/conversations/c1/activities/a1")]
    [InlineData("/", "6f1d|livechat", "6f1d|0000001", "/v3/conversations/6f1d%7Clivechat/activities/6f1d%7C0000001")]
    [InlineData("/", "19:a-b@thread.tacv2;messageid=17", "1:x", "/v3/conversations/19%3Aa-b%40thread.tacv2%3Bmessageid%3D17/activities/1%3Ax")]
    [InlineData("/", "...", "%2e%2E", "/v3/conversations/.../activities/%252e%252E")]
    [InlineData("/", "a/b?c#d%2F e", "é\r\n", "/v3/conversations/a%2Fb%3Fc%23d%252F%20e/activities/%C3%A9%0D%0A")]
    public async Task Every_id_is_one_segment_of_the_address(string path, string conversation, string? replyTo, string expected)
    {
        Assert.IsType<SendResult.Sent>(await SendAsync(new ReplyAddress(_channel.Url + path, conversation, replyTo)));
        Assert.Equal("POST " + expected, Assert.Single(_channel.Requests).Line);
    }

    [Fact]
    public async Task The_activity_goes_out_as_it_is_without_a_token()
    {
        var sent = Assert.IsType<SendResult.Sent>(await SendAsync());
        Assert.Equal("r1", sent.Id);
        Assert.Equal((Reply, "application/json; charset=utf-8", null), Assert.Single(_channel.Requests) is var request ? (request.Body, request.ContentType, request.Authorization) : default);
    }

    [Theory]
    [InlineData("127.0.0.1"), InlineData("::1")]
    public async Task A_channel_on_localhost_is_found_whichever_family_it_listens_on(string listens)
    {
        await using var channel = await ChannelServer.StartAsync(IPAddress.Parse(listens));
        Assert.IsType<SendResult.Sent>(await SendAsync(new ReplyAddress($"http://localhost:{channel.Port}", "c1", null)));
    }

    [Theory]
    [InlineData(200, "", null)]
    [InlineData(200, "{}", null)]
    [InlineData(201, """{"id":"x"}""", "x")]
    [InlineData(202, """{"other":{"id":"no"},"id":"x"}""", "x")]
    [InlineData(200, """{"id":17}""", null)]
    [InlineData(200, "no json", null)]
    [InlineData(200, """{"id":"\ud800"}""", null)]
    public async Task What_a_channel_took_is_sent_whatever_it_says(int status, string body, string? id)
    {
        AnswerWith(status, body);
        Assert.Equal(new SendResult.Sent(id), await SendAsync());
    }

    [Fact]
    public async Task A_long_answer_is_still_one_and_the_next_reply_goes_through()
    {
        AnswerWith(200, new string(' ', 3_000_000));
        Assert.IsType<SendResult.Sent>(await SendAsync());
        AnswerWith(200, """{"id":"x"}""");
        Assert.Equal(new SendResult.Sent("x"), await SendAsync());
    }

    [Fact]
    public async Task A_reply_that_was_taken_is_not_sent_again_because_the_answer_broke_off()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var sending = SendAsync(new ReplyAddress($"http://{listener.LocalEndpoint}", "c1", null)).AsTask();
        using (var connection = await listener.AcceptSocketAsync())
        {
            var buffer = new byte[4096];
            for (var length = 0; !Encoding.UTF8.GetString(buffer, 0, length).EndsWith(Reply, StringComparison.Ordinal);)
            {
                length += await connection.ReceiveAsync(buffer.AsMemory(length));
            }

            await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"u8.ToArray());
            connection.Shutdown(SocketShutdown.Both);
        }

        Assert.Equal(new SendResult.Sent(null), await sending);
    }

    [Theory]
    [InlineData(400), InlineData(403), InlineData(404), InlineData(413), InlineData(302)]
    public async Task What_will_never_be_taken_is_refused_with_the_channels_reason(int status)
    {
        AnswerWith(status, """{"error":{"code":"BadArgument","message":"Unknown activity"}}""");
        var refused = Assert.IsType<SendResult.Refused>(await SendAsync());
        Assert.Contains(status.ToString(CultureInfo.InvariantCulture), refused.Reason, StringComparison.Ordinal);
        Assert.Contains("Unknown activity", refused.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401), InlineData(408), InlineData(412), InlineData(429), InlineData(500), InlineData(502), InlineData(503), InlineData(504)]
    public async Task What_may_be_taken_later_failed_this_time(int status)
    {
        AnswerWith(status, "");
        Assert.Null(Assert.IsType<SendResult.Failed>(await SendAsync()).RetryAfter);
        Assert.Single(_channel.Requests);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("Mon, 02 Mar 2026 09:00:42 GMT", 42)]
    [InlineData("Mon, 02 Mar 2026 08:00:00 GMT", null)]
    [InlineData("soon", null)]
    public async Task A_throttling_channel_says_when_to_come_back(string retryAfter, int? seconds)
    {
        _channel.Answer = context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = retryAfter;
            return Task.CompletedTask;
        };
        var failed = Assert.IsType<SendResult.Failed>(await SendAsync());
        Assert.Equal(seconds is { } s ? TimeSpan.FromSeconds(s) : null, failed.RetryAfter);
    }

    [Fact]
    public async Task A_channel_that_never_answers_is_given_up()
    {
        _channel.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        var sending = SendAsync().AsTask();
        await _channel.Arrived.WaitAsync();
        _clock.Advance(TimeSpan.FromSeconds(14));
        Assert.False(sending.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.IsType<SendResult.Failed>(await sending);
    }

    [Fact]
    public async Task Only_the_callers_own_cancellation_throws()
    {
        _channel.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        using var cancellation = new CancellationTokenSource();
        var sending = _client.SendAsync(new ReplyAddress(_channel.Url, "c1", null), Encoding.UTF8.GetBytes(Reply), cancellation.Token).AsTask();
        await _channel.Arrived.WaitAsync();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task A_channel_that_is_gone_failed_this_time()
    {
        var url = _channel.Url;
        await _channel.DisposeAsync();
        Assert.IsType<SendResult.Failed>(await SendAsync(new ReplyAddress(url, "c1", null)));
        _channel = await ChannelServer.StartAsync();
    }

    [Theory]
    [InlineData("http://example.com"), InlineData("garbage"), InlineData("")]
    public async Task Nothing_goes_to_an_address_that_is_not_allowed(string serviceUrl) =>
        Assert.IsType<SendResult.Refused>(await SendAsync(new ReplyAddress(serviceUrl, "c1", null)));

    [Theory]
    [InlineData("..", null), InlineData(".", "a1"), InlineData("c1", "..")]
    public async Task An_id_that_would_lead_elsewhere_is_refused(string conversation, string? replyTo)
    {
        Assert.IsType<SendResult.Refused>(await SendAsync(new ReplyAddress(_channel.Url, conversation, replyTo)));
        Assert.Empty(_channel.Requests);
    }

    private void AnswerWith(int status, string body) => _channel.Answer = context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = status == 302 ? _channel.Url : default;
        return context.Response.WriteAsync(body);
    };

    private ValueTask<SendResult> SendAsync(ReplyAddress? to = null) =>
        _client.SendAsync(to ?? new ReplyAddress(_channel.Url, "c1", "a1"), Encoding.UTF8.GetBytes(Reply), CancellationToken.None);
}
