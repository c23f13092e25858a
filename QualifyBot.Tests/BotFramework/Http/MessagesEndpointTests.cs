using System.Net;
using System.Text.Json;
using QualifyBot.BotFramework.Authentication;
using QualifyBot.BotFramework.Http;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Tests.BotFramework.Http;

public sealed class MessagesEndpointTests
{
    [Fact]
    public async Task An_activity_of_this_machine_reaches_the_bot_and_is_answered_with_an_empty_200()
    {
        await using var host = await BotHost.StartAsync();

        using var response = await host.PostAsync(BotHost.Message.Replace("\"text\"", "\"callerId\":\"urn:botframework:azure\",\"text\"", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
        var (activity, caller) = Assert.Single(host.Received);
        Assert.IsType<CallerIdentity.Local>(caller);
        Assert.Equal(("hi", null), (activity.Text, activity.CallerId));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON;charset=\"UTF-8\"")]
    [InlineData("application/vnd.microsoft.activity+json")]
    public async Task JSON_is_taken_under_any_of_its_names(string contentType)
    {
        await using var host = await BotHost.StartAsync();
        using var response = await host.PostAsync(BotHost.Message, change: request => request.SetType(contentType));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("http://127.0.0.1:4000/")]
    [InlineData("http://127.9.9.9")]
    [InlineData("http://[::1]:4000/base")]
    [InlineData("https://LOCALHOST")]
    public async Task Replies_may_go_to_any_address_of_this_machine(string serviceUrl)
    {
        await using var host = await BotHost.StartAsync();
        using var response = await host.PostAsync(BotHost.Message.Replace("http://localhost:1234", serviceUrl, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Each_result_has_its_status_and_body()
    {
        using var invoked = JsonDocument.Parse("""{"card":"é"}""");
        await using var host = await BotHost.StartAsync();
        foreach (var (result, status, body) in new (ReceiveResult, int, string)[]
        {
            (ReceiveResult.Accepted, 202, ""),
            (ReceiveResult.Invoked(new InvokeResponse { Status = 409, Body = invoked.RootElement }), 409, """{"card":"é"}"""),
            (ReceiveResult.Invoked(new InvokeResponse { Status = 204 }), 200, ""),
            (ReceiveResult.Replies(["{\"type\":\"message\"}"u8.ToArray(), "{\"type\":\"typing\"}"u8.ToArray()]), 200, """{"activities":[{"type":"message"},{"type":"typing"}]}"""),
            (ReceiveResult.NotImplemented, 501, """{"error":{"code":"NotImplemented","message":"The bot has no answer to this invoke activity."}}"""),
        })
        {
            host.Answer = _ => result;
            using var response = await host.PostAsync(BotHost.Message);
            Assert.Equal((status, body), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
        }
    }

    [Fact]
    public async Task A_busy_bot_says_when_to_come_back()
    {
        await using var host = await BotHost.StartAsync();
        host.Answer = _ => ReceiveResult.Refused(new ProtocolError(503, "Busy", "Later.", TimeSpan.FromMilliseconds(1200)));
        using var response = await host.PostAsync(BotHost.Message);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "2"), (response.StatusCode, response.Headers.RetryAfter!.ToString()));
    }

    [Fact]
    public async Task An_activity_whose_replies_go_into_the_answer_needs_no_serviceUrl()
    {
        await using var host = await BotHost.StartAsync();
        using var response = await host.PostAsync("""{"type":"message","deliveryMode":"expectReplies","channelId":"x","from":{"id":"u"},"conversation":{"id":"c"}}""");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
