using System.Net;
using System.Text.Json.Nodes;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Channels;

/// <summary>What the Bot Framework Emulator sends and expects, as it was seen on the wire.</summary>
public sealed class EmulatorTests(SharedHost shared) : IClassFixture<SharedHost>
{
    // Anything else than these it shows as a message that failed; at 204 it loses the message.
    private static readonly HttpStatusCode[] Taken = [HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.Accepted];

    [Fact]
    public async Task A_whole_talk_goes_through_and_every_reply_says_from_whom_and_to_what()
    {
        var visitor = shared.NewVisitor(Guid.NewGuid() + "|livechat");
        Assert.Contains(await visitor.PostAsync(visitor.Joins()), Taken);
        (await visitor.NextAsync()).Says("talk.open", "bant.need.ask");
        foreach (var step in Talks.Of("bant booked"))
        {
            Assert.Contains(await visitor.PostAsync(visitor.Message(step.Says)), Taken);
            (await visitor.NextAsync()).EndsWith(step.EndsWith);
        }

        Assert.All(shared.Channel.Taken(visitor.Conversation), reply =>
        {
            Assert.Equal(("bot", "visitor", visitor.Conversation), (reply.From?.Id, reply.Recipient?.Id, reply.Conversation?.Id));
            Assert.Null(reply.Id);
            Assert.StartsWith(visitor.Conversation, reply.ReplyToId, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Bot_and_user_join_together_or_one_by_one_and_are_greeted_once()
    {
        var visitor = shared.NewVisitor(Guid.NewGuid() + "|livechat");
        foreach (var member in (string[])["bot", "visitor", "visitor"])
        {
            var update = visitor.Activity("conversationUpdate");
            update["membersAdded"] = new JsonArray(new JsonObject { ["id"] = member });
            update["membersRemoved"] = new JsonArray();
            Assert.Contains(await visitor.PostAsync(update), Taken);
        }

        Assert.Equal(1, visitor.Replies);
    }

    [Theory]
    [InlineData("""{"type":"event","name":"SetTestOptions","value":{"randomSeed":1}}""")]
    [InlineData("""{"type":"typing"}""")]
    [InlineData("""{"type":"messageReaction","reactionsAdded":[{"type":"like"}]}""")]
    [InlineData("""{"type":"endOfConversation","code":"userCancelled"}""")]
    [InlineData("""{"type":"contactRelationUpdate","action":"add"}""")]
    [InlineData("""{"type":"somethingNew"}""")]
    public async Task What_asks_for_no_answer_gets_none_and_is_taken(string activity)
    {
        var visitor = shared.NewVisitor(Guid.NewGuid() + "|livechat");
        var sent = JsonNode.Parse(activity)!.AsObject();
        foreach (var (name, value) in visitor.Activity((string)sent["type"]!))
        {
            sent[name] = value?.DeepClone();
        }

        Assert.Contains(await visitor.PostAsync(sent), Taken);
        Assert.Equal(0, visitor.Replies);
        shared.AssertNothingBroke();
    }

    [Theory]
    [InlineData("2026-11-22T04:41:22.315Z", "2026-11-22T04:41:22+00:00")]
    [InlineData("2026-11-22T04:41:22.3154321+05:45", "2026-11-22T04:41:22-11:00")]
    public async Task Its_times_are_read_in_any_form_of_ISO_8601(string timestamp, string local)
    {
        var visitor = shared.NewVisitor(Guid.NewGuid() + "|livechat");
        var message = visitor.Message("We copy and paste by hand");
        (message["timestamp"], message["localTimestamp"], message["locale"]) = (timestamp, local, "en-US");
        Assert.Contains(await visitor.PostAsync(message), Taken);
        (await visitor.NextAsync()).EndsWith("bant.headcount.ask");
    }
}
