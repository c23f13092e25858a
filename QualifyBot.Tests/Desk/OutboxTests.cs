using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Desk;

/// <summary>Replies that no channel took, as the desk shows them.</summary>
public sealed class OutboxTests : ClockedHostTests
{
    [Fact]
    public async Task After_the_last_try_a_reply_stands_there_with_the_reason_and_goes_out_when_it_is_tried_again()
    {
        var visitor = await StuckAsync(503);
        var stuck = Assert.Single(await ListAsync());
        Assert.Equal((visitor.Key.LeadId, "emulator", visitor.Conversation, 8), (Text(stuck, "lead"), Text(stuck, "channel"), Text(stuck, "conversation"), stuck.GetProperty("tries").GetInt32()));
        Assert.Contains("503", Text(stuck, "reason"), StringComparison.Ordinal);

        Channel.Answer = (_, _) => Task.FromResult(200);
        using var answer = await Host.Http.PostAsync($"/api/outbox/{Text(stuck, "id")}/retry", null);
        Assert.Equal("sent", Text(await answer.Content.ReadFromJsonAsync<JsonElement>(), "state"));
        Assert.Equal(Text(stuck, "text"), (await visitor.NextAsync()).Text);
        Assert.Empty(await ListAsync());
        using var again = await Host.Http.PostAsync($"/api/outbox/{Text(stuck, "id")}/retry", null);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Equal(1, visitor.Replies);
    }

    [Fact]
    public async Task One_that_is_refused_again_stands_there_again()
    {
        await StuckAsync(403);
        var id = Text(Assert.Single(await ListAsync()), "id");
        using var answer = await Host.Http.PostAsync($"/api/outbox/{id}/retry", null);
        var told = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("undelivered", Text(told, "state"));
        Assert.Contains("403", Text(told, "reason"), StringComparison.Ordinal);
        Assert.Equal(id, Text(Assert.Single(await ListAsync()), "id"));
    }

    [Fact]
    public async Task One_can_be_dropped_and_is_not_sent_any_more()
    {
        var visitor = await StuckAsync(403);
        var id = Text(Assert.Single(await ListAsync()), "id");
        Assert.Equal(HttpStatusCode.OK, (await Host.Http.DeleteAsync("/api/outbox/" + id)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Host.Http.DeleteAsync("/api/outbox/" + id)).StatusCode);
        Assert.Empty(await ListAsync());
        Channel.Answer = (_, _) => Task.FromResult(200);
        (await visitor.SayAsync("We copy and paste by hand")).EndsWith("bant.headcount.ask");
        Assert.Equal(1, visitor.Replies);
    }

    [Fact]
    public async Task What_was_erased_meanwhile_is_not_shown_and_never_sent()
    {
        var visitor = await StuckAsync(403);
        Channel.Answer = (_, _) => Task.FromResult(200);
        await visitor.SayAllAsync("We copy and paste by hand", "delete my data", "yes");
        var stuck = Assert.Single(await ListAsync());
        Assert.False(stuck.TryGetProperty("text", out _));
        using var answer = await Host.Http.PostAsync($"/api/outbox/{Text(stuck, "id")}/retry", null);
        Assert.Equal("sent", Text(await answer.Content.ReadFromJsonAsync<JsonElement>(), "state"));
        Assert.Equal(3, visitor.Replies);
    }

    [Fact]
    public async Task A_channel_that_wants_to_be_left_alone_for_an_hour_does_not_hold_up_the_talk()
    {
        var visitor = NewVisitor();
        Channel.Answer = (_, context) =>
        {
            context.Response.Headers.RetryAfter = "3600";
            return Task.FromResult(429);
        };
        Assert.Equal(HttpStatusCode.OK, await visitor.PostAsync(visitor.Joins()));
        Assert.Equal(1, Assert.Single(await ListAsync()).GetProperty("tries").GetInt32());
    }

    [Theory]
    [InlineData("GET", "/api/outbox")]
    [InlineData("POST", "/api/outbox/0123456789abcdef0123-1/retry")]
    [InlineData("DELETE", "/api/outbox/0123456789abcdef0123-1")]
    [InlineData("POST", "/api/leads/0123456789abcdef0123/messages")]
    public async Task Only_who_has_the_key_gets_in(string method, string path)
    {
        await using var locked = await TestHost.StartAsync(["--Desk:AdminKey", "a key of many characters"]);
        using var refused = await locked.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/api/outbox?limit=0", 400)]
    [InlineData("GET", "/api/outbox?limit=501", 400)]
    [InlineData("POST", "/api/outbox/nothing/retry", 404)]
    [InlineData("POST", "/api/outbox/0123456789abcdef0123-1/retry", 404)]
    [InlineData("DELETE", "/api/outbox/0123456789abcdef0123--1", 404)]
    public async Task What_is_not_there_is_told(string method, string path, int status)
    {
        using var answer = await Host.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        Assert.Equal(status, (int)answer.StatusCode);
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private async Task<Visitor> StuckAsync(int status)
    {
        var visitor = NewVisitor();
        Channel.Answer = (_, _) => Task.FromResult(status);
        var posted = visitor.PostAsync(visitor.Joins());
        await Eventually.TrueAsync(async () =>
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            return (await ListAsync()).Count > 0;
        }, "a reply that is given up");
        Assert.Contains(await posted, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.Accepted]);
        return visitor;
    }

    private async Task<IReadOnlyList<JsonElement>> ListAsync() => [.. (await Host.GetAsync("/api/outbox")).GetProperty("undelivered").EnumerateArray()];
}
