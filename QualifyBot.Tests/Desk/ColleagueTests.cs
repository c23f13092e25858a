using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using QualifyBot.Bot.Turns;
using QualifyBot.BotFramework.Schema;
using QualifyBot.BotFramework.Turns;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Desk;

/// <summary>A colleague answers from the desk, in the visitor's own conversation.</summary>
public sealed class ColleagueTests : ClockedHostTests
{
    [Fact]
    public async Task The_visitor_hears_it_and_the_bot_leaves_the_talk_to_them_for_a_while()
    {
        var visitor = NewVisitor();
        await visitor.SayAllAsync("We copy and paste by hand", "I want to talk to a human");
        Assert.Equal("sent", Text(await WriteAsync(visitor.Key, """{"text":"Hello!\nHow can I help?","name":"Ines Berg"}"""), "state"));
        var heard = (await visitor.NextAsync()).Says("colleague.says_as");
        Assert.Contains("Ines Berg", heard.Text, StringComparison.Ordinal);
        Assert.Contains("Hello!\nHow can I help?", heard.Text, StringComparison.Ordinal);
        Assert.Null(Channel.Taken(visitor.Conversation)[^1].ReplyToId);

        Assert.Equal(HttpStatusCode.OK, await visitor.PostAsync(visitor.Message("What does it cost for 300 of us?")));
        Assert.Equal(3, visitor.Replies);
        var lines = (await Host.LeadAsync(visitor)).GetProperty("transcript").EnumerateArray().Select(line => Text(line, "from"));
        Assert.Equal(["visitor", "bot", "visitor", "bot", "colleague", "visitor"], lines);

        Clock.Advance(TimeSpan.FromMinutes(31));
        (await visitor.SayAsync("anna@acme.example")).EndsWith("hand_off.done");
    }

    [Fact]
    public async Task What_a_visitor_may_always_ask_for_is_answered_all_the_same()
    {
        var visitor = NewVisitor();
        await visitor.SayAsync("We copy and paste by hand");
        await WriteAsync(visitor.Key, """{"text":"Hello!"}""");
        (await visitor.NextAsync()).Says("colleague.says");
        (await visitor.SayAsync("delete my data")).EndsWith("erase.confirm");
        (await visitor.SayAsync("yes")).Says("erase.done");
        Assert.Equal("NotFound", Text((await WriteAsync(visitor.Key, """{"text":"Hello?"}""")).GetProperty("error"), "code"));
    }

    [Fact]
    public async Task Who_hands_back_lets_the_bot_go_on_at_once()
    {
        var visitor = NewVisitor();
        await visitor.SayAsync("We copy and paste by hand");
        await WriteAsync(visitor.Key, """{"text":"The assistant goes on.","hand_back":true}""");
        (await visitor.NextAsync()).Says("colleague.says");
        (await visitor.SayAsync("300 people")).EndsWith("bant.timeline.ask");
    }

    [Fact]
    public async Task A_message_with_an_id_is_said_once()
    {
        var visitor = NewVisitor();
        await visitor.SayAsync("We copy and paste by hand");
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => WriteAsync(visitor.Key, """{"text":"Hello!","id":"m1"}""")));
        Assert.All(answers, answer => Assert.Equal("sent", Text(answer, "state")));
        Assert.Equal(2, visitor.Replies);
    }

    [Fact]
    public async Task It_reaches_the_open_page_of_a_web_visitor()
    {
        await using var visitor = await DirectLineVisitor.StartAsync(Host.Http);
        _ = await visitor.NextAsync();
        await visitor.SayAsync("We copy and paste by hand");
        Assert.Equal("sent", Text(await WriteAsync(visitor.Key, """{"text":"Hello!","name":"Ines"}"""), "state"));
        (await visitor.NextAsync()).Says("colleague.says_as");
    }

    [Fact]
    public async Task Who_asked_not_to_be_written_to_is_not_until_they_write_again()
    {
        var visitor = NewVisitor();
        await visitor.SayAllAsync("We copy and paste by hand", "please stop writing to me");
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("AskedToStop", Text((await WriteAsync(visitor.Key, """{"text":"Hello!"}""")).GetProperty("error"), "code"));
        await visitor.SayAsync("Is anybody there?");
        Assert.Equal("sent", Text(await WriteAsync(visitor.Key, """{"text":"Hello!"}"""), "state"));
    }

    [Fact]
    public async Task What_the_channel_does_not_take_is_told_and_stands_in_the_outbox()
    {
        var visitor = NewVisitor();
        await visitor.SayAsync("We copy and paste by hand");
        Channel.Answer = (_, _) => Task.FromResult(403);
        var answer = await WriteAsync(visitor.Key, """{"text":"Hello!"}""");
        Assert.Equal("undelivered", Text(answer, "state"));
        Assert.Contains("403", Text(answer, "reason"), StringComparison.Ordinal);
        Assert.Equal(Text(answer, "place"), Text((await Host.GetAsync("/api/outbox")).GetProperty("undelivered")[0], "id"));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"text":""}""")]
    [InlineData("""{"text":"  "}""")]
    [InlineData("""{"text":7}""")]
    [InlineData("""{"text":"a\u0007b"}""")]
    [InlineData("""{"text":"a","name":7}""")]
    [InlineData("""{"text":"a","hand_back":"yes"}""")]
    [InlineData("""{"text":"a","txet":"b"}""")]
    [InlineData("""[]""")]
    [InlineData("""{"text":"\ud800"}""")]
    public async Task What_is_no_message_is_refused_with_the_remedy(string body)
    {
        var visitor = NewVisitor();
        await visitor.SayAsync("We copy and paste by hand");
        Assert.Equal("BadArgument", Text((await WriteAsync(visitor.Key, body)).GetProperty("error"), "code"));
        Assert.Equal(1, visitor.Replies);
    }

    [Fact]
    public async Task The_adapter_continues_a_conversation_by_its_reference()
    {
        var visitor = NewVisitor();
        await visitor.SayAsync("We copy and paste by hand");
        Assert.True(ActivityParser.TryParse(System.Text.Encoding.UTF8.GetBytes(visitor.Message("hi").ToJsonString()), out var activity, out _));
        await Host.Get<BotAdapter>().ContinueConversationAsync(activity.GetConversationReference(), (context, stop) => context.SendActivityAsync("Said unasked.", cancellationToken: stop));
        Assert.Equal("Said unasked.", (await visitor.NextAsync()).Text);
        activity.Conversation!.Id = "unknown";
        await Assert.ThrowsAsync<InvalidOperationException>(() => Host.Get<BotAdapter>().ContinueConversationAsync(activity.GetConversationReference(), (_, _) => Task.CompletedTask));
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private async Task<JsonElement> WriteAsync(ConversationKey key, string body)
    {
        using var answer = await Host.Http.PostAsync($"/api/leads/{key.LeadId}/messages", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync());
    }
}
