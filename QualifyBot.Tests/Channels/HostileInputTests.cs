using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using QualifyBot.Bot.Storage;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Channels;

public sealed class HostileInputTests(SharedHost shared) : IClassFixture<SharedHost>
{
    [Theory]
    [InlineData("{", 400)]
    [InlineData("", 400)]
    [InlineData("null", 400)]
    [InlineData("[]", 400)]
    [InlineData("\"hi\"", 400)]
    [InlineData("{}", 400)]
    [InlineData("""{"type":"message"}""", 400)]
    [InlineData("""{"type":7}""", 400)]
    [InlineData("no conversation", 400)]
    [InlineData("no from", 400)]
    [InlineData("no channelId", 400)]
    [InlineData("no serviceUrl", 400)]
    [InlineData("empty conversation", 400)]
    [InlineData("long conversation", 400)]
    [InlineData("foreign serviceUrl", 403)]
    [InlineData("file serviceUrl", 400)]
    [InlineData("metadata serviceUrl", 403)]
    [InlineData("deep", 400)]
    [InlineData("long text", 413)]
    [InlineData("1 MB", 413)]
    [InlineData("plain text", 415)]
    [InlineData("latin 1", 415)]
    [InlineData("foreign Host", 403)]
    [InlineData("forwarded", 403)]
    [InlineData("foreign Origin", 403)]
    [InlineData("GET", 405)]
    public async Task What_is_no_activity_for_this_bot_is_refused_and_changes_nothing(string input, int status)
    {
        var (host, visitor) = (shared.Host, shared.NewVisitor());
        await visitor.SayAsync("We copy and paste by hand");
        var (before, leads) = (await StoredAsync(host, visitor), (await host.LeadsAsync("?limit=500")).GetArrayLength());
        using var request = RequestFor(input, visitor);
        using var response = await host.Http.SendAsync(request);
        Assert.Equal(status, (int)response.StatusCode);
        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["error"]!;
        Assert.NotEmpty((string)error["code"]!);
        Assert.True(((string)error["message"]!).Length > 20, "The message says what is wrong and how to mend it.");
        Assert.Equal(before, await StoredAsync(host, visitor));
        Assert.Equal(leads, (await host.LeadsAsync("?limit=500")).GetArrayLength());
        Assert.Equal(1, visitor.Replies);
        (await visitor.SayAsync("300 people")).EndsWith("bant.timeline.ask");
    }

    private static HttpRequestMessage RequestFor(string input, Visitor visitor)
    {
        var message = visitor.Message("next month");
        var request = new HttpRequestMessage(input == "GET" ? HttpMethod.Get : HttpMethod.Post, "/api/messages");
        var body = Broken(input, message) ?? input;
        var isActivity = Broken(input, message) is not null;
        request.Content = new StringContent(body, Encoding.UTF8, input == "plain text" ? "text/plain" : "application/json");
        if (input == "latin 1")
        {
            request.Content.Headers.ContentType!.CharSet = "iso-8859-1";
        }

        if (isActivity)
        {
            _ = input switch
            {
                "foreign Host" => request.Headers.TryAddWithoutValidation("Host", "evil.example"),
                "forwarded" => request.Headers.TryAddWithoutValidation("X-Forwarded-For", "203.0.113.9"),
                "foreign Origin" => request.Headers.TryAddWithoutValidation("Origin", "https://evil.example"),
                _ => false,
            };
        }

        return request;
    }

    private static string? Broken(string input, JsonObject message)
    {
        switch (input)
        {
            case "no conversation": message.Remove("conversation"); break;
            case "no from": message.Remove("from"); break;
            case "no channelId": message.Remove("channelId"); break;
            case "no serviceUrl": message.Remove("serviceUrl"); break;
            case "empty conversation": message["conversation"]!["id"] = " "; break;
            case "long conversation": message["conversation"]!["id"] = new string('c', 2000); break;
            case "foreign serviceUrl": message["serviceUrl"] = "https://evil.example/"; break;
            case "file serviceUrl": message["serviceUrl"] = "file:///etc/passwd"; break;
            case "metadata serviceUrl": message["serviceUrl"] = "http://169.254.169.254/"; break;
            case "deep": message["channelData"] = JsonNode.Parse(new string('[', 60) + new string(']', 60)); return Deep(message);
            case "long text": message["text"] = new string('a', 40_000); break;
            case "1 MB": message["text"] = new string('a', 1024 * 1024); break;
            case "plain text" or "latin 1" or "foreign Host" or "forwarded" or "foreign Origin" or "GET": break;
            default: return null;
        }

        return message.ToJsonString();
    }

    private static string Deep(JsonObject message) =>
        message.ToJsonString().Replace(new string('[', 60), new string('[', 10_000), StringComparison.Ordinal).Replace(new string(']', 60), new string(']', 10_000), StringComparison.Ordinal);

    private static async Task<string> StoredAsync(TestHost host, Visitor visitor)
    {
        var key = visitor.Key;
        var documents = await host.Store.GetAsync([new(key.Partition, key.State), new(key.Partition, key.Lead)], default);
        var log = await host.Store.ReadAsync(new StoreKey(key.Partition, key.Log), 0, 100, default);
        return string.Join('\n', documents.Select(document => $"{document!.Version} {Encoding.UTF8.GetString(document.Data.Span)}")
            .Concat(log.Select(entry => Encoding.UTF8.GetString(entry.Data.Span))));
    }
}
