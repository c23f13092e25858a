using System.Net;
using System.Text.Json.Nodes;
using QualifyBot.Bot.Turns;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Channels;

/// <summary>What Microsoft Teams sends besides plain messages.</summary>
public sealed class TeamsTests(SharedHost shared) : IClassFixture<SharedHost>
{
    [Theory]
    [InlineData("<at>Bot</at> We copy and paste by hand", "<at>Bot</at>")]
    [InlineData("We copy and paste<at>bot</at>&nbsp;by hand\n", "<at>Bot</at>")]
    [InlineData("@Bot, we copy and paste by hand", "@Bot,")]
    public async Task The_bots_own_name_is_no_part_of_what_is_said_in_a_group(string text, string mention)
    {
        var visitor = shared.NewVisitor();
        var message = visitor.Message(text);
        message["conversation"]!["isGroup"] = true;
        message["entities"] = new JsonArray(MentionOf("bot", mention));
        Assert.Equal(HttpStatusCode.OK, await visitor.PostAsync(message));
        (await visitor.NextAsync()).EndsWith("bant.headcount.ask");
        var key = new ConversationKey("emulator", visitor.Conversation + "\nvisitor");
        Assert.DoesNotContain("bot", (await shared.Host.GetAsync("/api/leads/" + key.LeadId)).GetProperty("transcript")[0].GetProperty("text").GetString()!, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("""{"type":"mention","mentioned":{"id":"somebody"},"text":"<at>Ann</at>"}""")]
    [InlineData("""{"type":"mention"}""")]
    [InlineData("""{"type":"mention","mentioned":[],"text":7}""")]
    [InlineData("""{"type":"mention","mentioned":{"id":"bot"},"text":""}""")]
    [InlineData("""{"type":"mention","mentioned":{"id":"bot"},"text":null}""")]
    public async Task Mentions_of_others_and_broken_ones_leave_the_words_alone(string entity)
    {
        var visitor = shared.NewVisitor();
        var message = visitor.Message("<at>Ann</at> and I copy and paste by hand");
        message["entities"] = new JsonArray(JsonNode.Parse(entity));
        Assert.Equal(HttpStatusCode.OK, await visitor.PostAsync(message));
        _ = await visitor.NextAsync();
        Assert.Contains("<at>Ann</at>", (await shared.LeadAsync(visitor)).GetProperty("transcript")[0].GetProperty("text").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_adds_the_bot_is_greeted_once_and_who_removes_it_has_left()
    {
        var visitor = shared.NewVisitor();
        (await InstallAsync(visitor, "add")).Says("talk.open", "bant.need.ask");
        Assert.Equal(HttpStatusCode.OK, await visitor.PostAsync(visitor.Joins()));
        Assert.Equal(1, visitor.Replies);
        Assert.Equal(HttpStatusCode.OK, await visitor.PostAsync(Installation(visitor, "remove")));
        Assert.Equal(1, visitor.Replies);
    }

    [Fact]
    public async Task A_click_on_a_card_that_waits_is_answered_and_opens_the_line_that_was_clicked()
    {
        var visitor = shared.NewVisitor();
        await visitor.SayAllAsync([.. Talks.Of("bant booked").SkipLast(1).Select(step => step.Says)]);
        var click = visitor.Activity("invoke");
        click["name"] = "adaptiveCard/action";
        click["value"] = JsonNode.Parse("""{"action":{"type":"Action.Execute","verb":"change","data":{"change":"budget"}},"trigger":"manual"}""");
        using var answer = await visitor.SendAsync(click.ToJsonString());
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal((200, 200, "application/vnd.microsoft.activity.message"), ((int)answer.StatusCode, (int)body["statusCode"]!, (string)body["type"]!));
        (await visitor.NextAsync()).EndsWith("bant.budget.ask");
        Assert.Equal(HttpStatusCode.OK, await visitor.PostAsync(click));
        Assert.Equal(Talks.Of("bant booked").Count, visitor.Replies);
    }

    [Theory]
    [InlineData("adaptiveCard/action", """{"action":{"data":"x"}}""")]
    [InlineData("adaptiveCard/action", "[]")]
    [InlineData("adaptiveCard/action", "null")]
    [InlineData("composeExtension/query", "{}")]
    public async Task An_invoke_that_nothing_answers_is_refused_and_changes_nothing(string name, string value)
    {
        var visitor = shared.NewVisitor();
        await visitor.SayAsync("We copy and paste by hand");
        var invoke = visitor.Activity("invoke");
        invoke["name"] = name;
        invoke["value"] = JsonNode.Parse(value);
        Assert.Equal(HttpStatusCode.NotImplemented, await visitor.PostAsync(invoke));
        (await visitor.SayAsync("300 people")).EndsWith("bant.timeline.ask");
        shared.AssertNothingBroke();
    }

    private static JsonObject MentionOf(string id, string text) =>
        new() { ["type"] = "mention", ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = "Bot" }, ["text"] = text };

    private static JsonObject Installation(Visitor visitor, string action)
    {
        var update = visitor.Activity("installationUpdate");
        update["action"] = action;
        return update;
    }

    private static async Task<Reply> InstallAsync(Visitor visitor, string action)
    {
        Assert.Equal(HttpStatusCode.OK, await visitor.PostAsync(Installation(visitor, action)));
        return await visitor.NextAsync();
    }
}
