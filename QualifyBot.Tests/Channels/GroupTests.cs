using System.Net;
using System.Text.Json.Nodes;
using QualifyBot.Bot.Turns;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Channels;

/// <summary>Group chats and channels: people talk with each other there, and the bot with whoever addresses it.</summary>
public sealed class GroupTests(SharedHost shared) : IClassFixture<SharedHost>
{
    [Theory]
    [InlineData("groupChat")]
    [InlineData("channel")]
    [InlineData(null)]
    public async Task What_is_not_meant_for_the_bot_is_neither_answered_nor_kept(string? type)
    {
        var visitor = shared.NewVisitor();
        Assert.Equal(HttpStatusCode.OK, await visitor.PostAsync(From(visitor, "ann", "We copy and paste by hand", type, mentions: false)));
        Assert.Equal(0, visitor.Replies);
        using var nothing = await shared.Host.Http.GetAsync("/api/leads/" + KeyOf(visitor, "ann").LeadId);
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await visitor.PostAsync(From(visitor, "ann", "We copy and paste by hand", type)));
        (await visitor.NextAsync()).EndsWith("bant.headcount.ask");
    }

    [Fact]
    public async Task Each_person_has_a_talk_and_a_lead_of_their_own()
    {
        var visitor = shared.NewVisitor();
        await SayAsync(visitor, "ann", "We copy and paste by hand", "bant.headcount.ask");
        await SayAsync(visitor, "ben", "Our onboarding takes too long", "bant.headcount.ask");
        await SayAsync(visitor, "ann", "300 people", "bant.timeline.ask");
        await SayAsync(visitor, "ben", "40 people", "bant.timeline.ask");
        foreach (var (person, count) in (IEnumerable<(string, int)>)[("ann", 300), ("ben", 40)])
        {
            var lead = await shared.Host.GetAsync("/api/leads/" + KeyOf(visitor, person).LeadId);
            Assert.Contains(lead.GetProperty("answers").EnumerateArray(), answer => answer.ToString().Contains($"{count}", StringComparison.Ordinal));
            Assert.Equal(visitor.Conversation, lead.GetProperty("conversation").GetString());
        }
    }

    [Fact]
    public async Task Each_thread_of_a_channel_is_a_talk_of_its_own()
    {
        var thread = "19:a@thread.tacv2;messageid=" + Guid.NewGuid();
        var (first, second) = (shared.NewVisitor(thread + "1"), shared.NewVisitor(thread + "2"));
        await SayAsync(first, "ann", "We copy and paste by hand", "bant.headcount.ask");
        await SayAsync(second, "ann", "We copy and paste by hand", "bant.headcount.ask");
        await SayAsync(first, "ann", "300 people", "bant.timeline.ask");
    }

    [Fact]
    public async Task Who_joins_a_group_is_not_talked_to()
    {
        var visitor = shared.NewVisitor();
        var joins = visitor.Joins();
        joins["conversation"]!["isGroup"] = true;
        Assert.Equal(HttpStatusCode.OK, await visitor.PostAsync(joins));
        Assert.Equal(0, visitor.Replies);
    }

    [Fact]
    public async Task A_name_behind_an_at_addresses_the_bot_where_the_channel_marks_no_mentions()
    {
        var visitor = shared.NewVisitor();
        Assert.Equal(HttpStatusCode.OK, await visitor.PostAsync(From(visitor, "ann", "@bot we copy and paste by hand", null, mentions: false)));
        (await visitor.NextAsync()).EndsWith("bant.headcount.ask");
    }

    private static ConversationKey KeyOf(Visitor visitor, string person) => new("emulator", $"{visitor.Conversation}\n{person}");

    private static JsonObject From(Visitor visitor, string person, string text, string? type, bool mentions = true)
    {
        var message = visitor.Message(mentions ? "<at>Bot</at> " + text : text);
        message["from"] = new JsonObject { ["id"] = person };
        message["conversation"]!["isGroup"] = type is null ? true : null;
        message["conversation"]!["conversationType"] = type;
        message["entities"] = mentions ? JsonNode.Parse("""[{"type":"mention","mentioned":{"id":"bot","name":"Bot"},"text":"<at>Bot</at>"}]""") : null;
        return message;
    }

    private static async Task SayAsync(Visitor visitor, string person, string text, string endsWith)
    {
        Assert.Equal(HttpStatusCode.OK, await visitor.PostAsync(From(visitor, person, text, "channel")));
        (await visitor.NextAsync()).EndsWith(endsWith);
    }
}
