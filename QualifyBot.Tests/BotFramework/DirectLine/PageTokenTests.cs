namespace QualifyBot.Tests.BotFramework.DirectLine;

public sealed class PageTokenTests
{
    [Fact]
    public async Task A_token_that_the_site_fetches_for_a_page_speaks_for_that_visitor_alone()
    {
        await using var host = await DirectLineHost.StartAsync(("DirectLine:Secret", "s3cret"));
        var (id, token, _) = await host.BeginAsync();
        await host.CallAsync("POST", $"conversations/{id}/activities", token, """{"type":"message","text":"mine"}""");
        var visitor = host.Conversations.Posted.Single().From!.Id;
        var fetched = (string)(await host.CallAsync("GET", $"conversations/{id}?watermark=", "s3cret")).Body["token"]!;
        await host.CallAsync("POST", $"conversations/{id}/activities", fetched, """{"type":"message","text":"whose?","from":{"id":"somebody-else"}}""");
        Assert.Equal([visitor, visitor], host.Conversations.Posted.Select(activity => activity.From!.Id));
        Assert.Equal(403, (await host.CallAsync("POST", "tokens/generate", fetched)).Status);
    }

    [Fact]
    public async Task A_session_id_is_given_to_whom_a_token_belongs_with_cookies_allowed()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (_, token, _) = await host.BeginAsync();
        var own = host.Http.BaseAddress!.GetLeftPart(UriPartial.Authority);
        var answer = await host.CallAsync("GET", "session/getsessionid", token, change: request => request.Headers.Add("Origin", own));
        Assert.Equal((200, "true"), (answer.Status, answer.Header("Access-Control-Allow-Credentials")));
        Assert.NotEmpty((string)answer.Body["sessionId"]!);
        Assert.Equal(403, (await host.CallAsync("GET", "session/getsessionid")).Status);
    }
}
