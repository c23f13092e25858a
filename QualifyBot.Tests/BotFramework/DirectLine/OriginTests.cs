namespace QualifyBot.Tests.BotFramework.DirectLine;

public sealed class OriginTests
{
    [Fact]
    public async Task Pages_of_this_host_and_of_allowed_sites_may_read_every_answer()
    {
        await using var host = await DirectLineHost.StartAsync(("DirectLine:AllowedOrigins:0", "https://www.example.com"));
        var own = host.Http.BaseAddress!.GetLeftPart(UriPartial.Authority);
        foreach (var origin in new[] { own, "https://www.example.com" })
        {
            foreach (var (method, path, status) in new[] { ("OPTIONS", "conversations", 200), ("OPTIONS", "conversations/x/files/y", 200), ("OPTIONS", "conversations/x/stream", 200), ("POST", "conversations", 201), ("POST", "tokens/refresh", 403), ("GET", "nothing/here", 404), ("PUT", "conversations", 405) })
            {
                var answer = await host.CallAsync(method, path, change: request => request.Headers.Add("Origin", origin));
                Assert.Equal((status, origin, path), (answer.Status, answer.Header("Access-Control-Allow-Origin"), path));
                Assert.Contains("authorization", answer.Header("Access-Control-Allow-Headers"), StringComparison.Ordinal);
                Assert.Contains("x-requested-with", answer.Header("Access-Control-Allow-Headers"), StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("https://www.example.com.evil.example")]
    [InlineData("null")]
    public async Task Other_pages_may_not_talk(string origin)
    {
        await using var host = await DirectLineHost.StartAsync(("DirectLine:AllowedOrigins:0", "https://www.example.com"));
        var answer = await host.CallAsync("POST", "conversations", change: request => request.Headers.Add("Origin", origin));
        Assert.Equal((403, null), (answer.Status, answer.Header("Access-Control-Allow-Origin")));
        Assert.Empty(host.Conversations.Started);
    }
}
