using System.Net.WebSockets;
using System.Text.Json;

namespace QualifyBot.Tests.BotFramework.DirectLine;

/// <summary>Tokens that a site's server makes for some of its pages only.</summary>
public sealed class TrustedOriginTests
{
    private const string Shop = "https://shop.example";
    private const string Blog = "https://blog.example";
    private const string Secret = "s3cret";

    [Fact]
    public async Task A_token_for_some_origins_is_refused_to_all_others_on_every_call_and_after_its_renewal()
    {
        await using var host = await StartAsync();
        var generated = await GenerateAsync(host, "https://SHOP.example:443/", "http://localhost:8080");
        var token = (string)generated.Body["token"]!;
        Assert.Equal((403, Blog), await CallAsync(host, "POST", "conversations", token, Blog));
        Assert.Empty(host.Conversations.Started);
        Assert.Equal(201, (await CallAsync(host, "POST", "conversations", token, Shop)).Status);
        var renewed = (string)(await host.CallAsync("POST", "tokens/refresh", token)).Body["token"]!;
        var path = $"conversations/{generated.Body["conversationId"]}";
        var again = (string)(await host.CallAsync("GET", path, renewed)).Body["token"]!;
        foreach (var (method, address) in new[] { ("POST", "tokens/refresh"), ("GET", path), ("GET", path + "/activities"), ("POST", path + "/activities"), ("POST", path + "/upload"), ("GET", "session/getsessionid") })
        {
            // A page that the host allows may read why it is refused.
            Assert.Equal((403, Blog), await CallAsync(host, method, address, again, Blog));
            Assert.NotEqual(403, (await CallAsync(host, method, address, again, Shop)).Status);
            Assert.NotEqual(403, (await CallAsync(host, method, address, again, null)).Status);
        }
    }

    [Fact]
    public async Task Its_stream_opens_for_the_same_pages_only()
    {
        await using var host = await StartAsync();
        var token = (string)(await GenerateAsync(host, Shop)).Body["token"]!;
        var stream = new Uri((string)(await host.CallAsync("POST", "conversations", token)).Body["streamUrl"]!);
        await Assert.ThrowsAsync<WebSocketException>(() => OpenAsync(stream, Blog));
        using var opened = await OpenAsync(stream, Shop);
        Assert.Equal(WebSocketState.Open, opened.State);
    }

    [Fact]
    public async Task It_opens_no_page_that_the_host_does_not_allow()
    {
        await using var host = await StartAsync();
        var token = (string)(await GenerateAsync(host, "https://evil.example")).Body["token"]!;
        Assert.Equal((403, null), await CallAsync(host, "POST", "conversations", token, "https://evil.example"));
    }

    [Fact]
    public async Task It_speaks_for_its_user_in_a_new_conversation_on_its_own_pages_only()
    {
        await using var host = await StartAsync();
        var body = $$$"""{"user":{"token":"{{{(string)(await GenerateAsync(host, Shop)).Body["token"]!}}}"}}""";
        Assert.Equal(201, (await CallAsync(host, "POST", "conversations", null, Blog, body)).Status);
        Assert.Equal(201, (await CallAsync(host, "POST", "conversations", null, Shop, body)).Status);
        Assert.Equal([false, true], host.Conversations.Started.Select(static update => update.From!.Id == "dl_ann"));
    }

    [Theory]
    [InlineData("""["shop.example"]""")]
    [InlineData("""["*"]""")]
    [InlineData("""["https://*.example"]""")]
    [InlineData("""["https://shop.example/page"]""")]
    [InlineData("""["https://ann@shop.example"]""")]
    [InlineData("""["ftp://shop.example"]""")]
    [InlineData("""["javascript:alert(1)"]""")]
    [InlineData("""["https://shop.example", null]""")]
    [InlineData("""["null"]""")]
    [InlineData("""[5]""")]
    [InlineData("\"https://shop.example\"")]
    [InlineData("""["https://a","https://b","https://c","https://d","https://e","https://f","https://g","https://h","https://i","https://j","https://k"]""")]
    public async Task What_is_no_list_of_a_few_origins_is_refused(string origins)
    {
        await using var host = await StartAsync();
        var refused = await host.CallAsync("POST", "tokens/generate", Secret, $$"""{"trustedOrigins":{{origins}}}""");
        Assert.Equal(400, refused.Status);
        Assert.Contains("trustedOrigins", (string)refused.Body["error"]!["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_many_as_may_be_and_as_long_still_fit_into_a_token()
    {
        await using var host = await StartAsync();
        var longest = Enumerable.Range(10, 10).Select(number => $"https://{new string('a', 60)}.{new string('b', 60)}.{new string('c', 60)}.ex{number}").ToArray();
        var generated = await GenerateAsync(host, longest);
        Assert.Equal(200, (await host.CallAsync("POST", "tokens/refresh", (string)generated.Body["token"]!)).Status);
        var stream = new Uri((string)(await host.CallAsync("POST", "conversations", (string)generated.Body["token"]!)).Body["streamUrl"]!);
        using var opened = await StreamClient.OpenAsync(stream);
        await opened.TextsAsync();
    }

    [Theory]
    [InlineData("www.example.com")]
    [InlineData("https://www.example.com/shop")]
    [InlineData("https://*.example.com")]
    public async Task A_setting_that_no_page_could_fit_does_not_start(string origin)
    {
        var wrong = await Assert.ThrowsAsync<InvalidOperationException>(() => DirectLineHost.StartAsync(("DirectLine:AllowedOrigins:0", origin)));
        Assert.Contains($"DirectLine:AllowedOrigins: '{origin}' is no origin", wrong.Message, StringComparison.Ordinal);
    }

    private static Task<DirectLineHost> StartAsync() =>
        DirectLineHost.StartAsync(("DirectLine:Secret", Secret), ("DirectLine:AllowedOrigins:0", Shop + "/"), ("DirectLine:AllowedOrigins:1", "HTTPS://Blog.example:443"));

    private static Task<DirectLineHost.Answered> GenerateAsync(DirectLineHost host, params string[] origins) =>
        host.CallAsync("POST", "tokens/generate", Secret, $$"""{"user":{"id":"dl_ann"},"trustedOrigins":{{JsonSerializer.Serialize(origins)}}}""");

    private static async Task<(int Status, string? Readable)> CallAsync(DirectLineHost host, string method, string path, string? token, string? origin, string? body = null)
    {
        var answer = await host.CallAsync(method, path, token, body, request => request.Headers.TryAddWithoutValidation("Origin", origin));
        return (answer.Status, answer.Header("Access-Control-Allow-Origin"));
    }

    private static async Task<ClientWebSocket> OpenAsync(Uri address, string origin)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", origin);
        await socket.ConnectAsync(address, CancellationToken.None);
        return socket;
    }
}
