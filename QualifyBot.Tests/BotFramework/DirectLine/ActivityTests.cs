using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using QualifyBot.BotFramework.DirectLine;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Tests.BotFramework.DirectLine;

public sealed class ActivityTests
{
    private const string ChannelData = """{"clientActivityID":"nz52ful1c8","n":1.00,"date":"2026-11-22T05:37:26.022+01:00","u":"\u00e9"}""";

    [Fact]
    public async Task Who_and_where_come_from_the_token_and_never_from_the_client()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, token, _) = await host.BeginAsync();

        var (status, body, _) = await host.CallAsync("POST", $"conversations/{id}/activities", token, $$"""
            {"type":"message","id":"mine","text":"hi","channelId":"webchat","serviceUrl":"https://evil.example","callerId":"x","deliveryMode":"expectReplies",
             "from":{"id":"admin","name":"Ann","role":"bot","aadObjectId":"x"},"conversation":{"id":"other","tenantId":"t"},"recipient":{"id":"x"},"channelData":{{ChannelData}}}
            """);

        Assert.Equal(200, status);
        var got = Assert.Single(host.Conversations.Posted);
        var user = Assert.Single(host.Conversations.Started).From!.Id;
        Assert.Equal(((string)body["id"]!, "directline", null, null, null), (got.Id, got.ChannelId, got.ServiceUrl, got.CallerId, got.DeliveryMode));
        Assert.Equal((user, "Ann", "user", null), (got.From!.Id, got.From.Name, got.From.Role, got.From.AadObjectId));
        Assert.Equal((id, null, "bot"), (got.Conversation!.Id, got.Conversation.TenantId, got.Recipient!.Id));
        Assert.Equal((host.Clock.GetUtcNow(), ChannelData), (got.Timestamp, got.ChannelData!.Value.GetRawText()));
    }

    [Fact]
    public async Task The_echo_comes_before_the_reply_with_the_same_id_and_untouched_channelData()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, token, _) = await host.BeginAsync();
        var posted = await PostAsync(host, id, token, $$"""{"type":"message","text":"hi","channelData":{{ChannelData}}}""");

        using var response = await host.Http.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"conversations/{id}/activities?watermark=") { Headers = { { "Authorization", "Bearer " + token } } });
        var text = await response.Content.ReadAsStringAsync();
        var set = JsonNode.Parse(text)!;

        Assert.Equal(["Welcome", "hi", "You said: hi"], set["activities"]!.AsArray().Select(activity => (string?)activity!["text"]));
        Assert.Equal((posted, posted), ((string?)set["activities"]![1]!["id"], (string?)set["activities"]![2]!["replyToId"]));
        Assert.Contains(ChannelData, text, StringComparison.Ordinal);
        Assert.Equal("4", (string?)set["watermark"]);
        Assert.All(set["activities"]!.AsArray(), activity => Assert.Equal((null, null), (activity!["recipient"], activity["serviceUrl"])));
    }

    [Theory]
    [InlineData("", 3, "4")]
    [InlineData("0", 3, "4")]
    [InlineData("3", 1, "4")]
    [InlineData("4", 0, "4")]
    [InlineData("99", 0, "4")]
    [InlineData("9223372036854775807", 0, "4")]
    [InlineData("garbage", 3, "4")]
    [InlineData("-1", 3, "4")]
    [InlineData("99999999999999999999999", 3, "4")]
    public async Task A_poll_gets_what_is_behind_its_watermark(string watermark, int count, string next)
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, token, _) = await host.BeginAsync();
        await PostAsync(host, id, token, """{"type":"message","text":"hi"}""");

        var (status, body, _) = await host.CallAsync("GET", $"conversations/{id}/activities?watermark={watermark}", token);

        Assert.Equal((200, count, next), (status, body["activities"]!.AsArray().Count, (string?)body["watermark"]));
    }

    [Fact]
    public async Task A_poll_does_not_fail_when_the_store_does()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, token, _) = await host.BeginAsync();
        host.Conversations.Down = true;
        var (status, body, _) = await host.CallAsync("GET", $"conversations/{id}/activities?watermark=1", token);
        Assert.Equal((200, "1", 0), (status, (string?)body["watermark"], body["activities"]!.AsArray().Count));
    }

    [Fact]
    public async Task A_client_does_not_see_what_is_between_host_and_bot()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, token, _) = await host.BeginAsync();
        foreach (var type in new[] { "trace", "invokeResponse", "typing", "event", "endOfConversation", "custom" })
        {
            host.Conversations.Append(new Activity { Type = type, Conversation = new ConversationAccount { Id = id }, CallerId = "urn:x" });
        }

        var (_, body, _) = await host.CallAsync("GET", $"conversations/{id}/activities", token);

        Assert.Equal(["message", "event", "endOfConversation", "custom"], body["activities"]!.AsArray().Select(activity => (string?)activity!["type"]));
        Assert.DoesNotContain("callerId", body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_sent_again_gets_the_same_id_and_is_heard_once()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, token, _) = await host.BeginAsync();
        var first = await PostAsync(host, id, token, """{"type":"message","text":"a","channelData":{"clientActivityID":"1"}}""");
        var again = await PostAsync(host, id, token, """{"type":"message","text":"a","channelData":{"clientActivityID":"1"}}""");
        var other = await PostAsync(host, id, token, """{"type":"message","text":"a","channelData":{"clientActivityID":"2"}}""");
        var none = await PostAsync(host, id, token, """{"type":"message","text":"a","channelData":{"clientActivityID":""}}""");
        var odd = await PostAsync(host, id, token, """{"type":"message","text":"a","channelData":{"clientActivityID":"\ud800"}}""");

        Assert.Equal(first, again);
        Assert.Equal(4, new[] { first, other, none, odd }.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(4, host.Conversations.Posted.Count);
    }

    public static TheoryData<string, int> Bad() => new()
    {
        { "", 400 }, { "{", 400 }, { "[]", 400 }, { "{}", 400 },
        { """{"type":"conversationUpdate"}""", 400 }, { """{"type":"invoke"}""", 400 }, { """{"type":"installationUpdate"}""", 400 },
        { """{"type":"message","text":5}""", 400 },
        { """{"type":"message","text":"x""" + new string('x', 40_000) + "\"}", 413 },
        { """{"type":"message","value":"x""" + new string('x', 1_000_000) + "\"}", 413 },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task An_activity_that_is_no_good_is_refused_with_a_reason_and_never_seen_by_the_bot(string body, int expected)
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, token, _) = await host.BeginAsync();
        var refused = await host.CallAsync("POST", $"conversations/{id}/activities", token, body);
        Assert.Equal(expected, refused.Status);
        Assert.NotEmpty((string)refused.Body["error"]!["message"]!);
        Assert.Empty(host.Conversations.Posted);
    }

    [Fact]
    public async Task A_wrong_content_type_an_upload_and_an_unknown_call_are_refused_clearly()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, token, _) = await host.BeginAsync();
        var path = $"conversations/{id}/activities";
        Assert.Equal(415, (await host.CallAsync("POST", path, token, change: request => request.Content = new StringContent("{}", Encoding.UTF8, "text/plain"))).Status);
        Assert.Equal(405, (await host.CallAsync("PUT", path, token, "{}")).Status);
        Assert.Equal(415, (await host.CallAsync("POST", $"conversations/{id}/upload?userId=x", token, "{}")).Status);
        Assert.Equal(404, (await host.CallAsync("GET", "no/such/call", token)).Status);
        Assert.Equal(400, (await host.CallAsync("GET", (await host.BeginAsync()).Stream.PathAndQuery)).Status);
    }

    [Fact]
    public async Task A_busy_host_asks_to_send_it_again()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, token, _) = await host.BeginAsync();
        host.Conversations.Result = PostResult.Busy;
        Assert.Equal(503, (await host.CallAsync("POST", $"conversations/{id}/activities", token, """{"type":"message"}""")).Status);
    }

    [Fact]
    public async Task A_site_with_the_secret_speaks_for_its_users()
    {
        await using var host = await DirectLineHost.StartAsync(("DirectLine:Secret", "s3cret"));
        var id = (string)(await host.CallAsync("POST", "conversations", "s3cret")).Body["conversationId"]!;
        await PostAsync(host, id, "s3cret", """{"type":"message","text":"hi","from":{"id":"user1"}}""");
        Assert.Equal("user1", Assert.Single(host.Conversations.Posted).From!.Id);
        Assert.Equal(400, (await host.CallAsync("POST", $"conversations/{id}/activities", "s3cret", """{"type":"message"}""")).Status);
    }

    private static async Task<string> PostAsync(DirectLineHost host, string conversation, string token, string activity)
    {
        var (status, body, _) = await host.CallAsync("POST", $"conversations/{conversation}/activities", token, activity);
        Assert.True(status == (int)HttpStatusCode.OK, body.ToJsonString());
        return (string)body["id"]!;
    }
}
