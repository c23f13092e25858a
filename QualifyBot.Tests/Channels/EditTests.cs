using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Channels;

/// <summary>Messages that a visitor edits or deletes in the channel.</summary>
public sealed class EditTests(SharedHost shared) : IClassFixture<SharedHost>
{
    [Fact]
    public async Task An_edited_answer_is_a_correction()
    {
        var (visitor, message) = await TalkAsync("We copy and paste by hand", "30 people");
        var edit = Edit(visitor, "messageUpdate", message, "We are 300 people");
        Assert.Equal(HttpStatusCode.OK, await visitor.PostAsync(edit));
        var reply = await visitor.NextAsync();
        Assert.True(reply.Has("talk.changed"), reply.ToString());
        reply.EndsWith("bant.timeline.ask");
        var lead = await shared.LeadAsync(visitor);
        Assert.Contains("300", Headcount(lead), StringComparison.Ordinal);
        Assert.DoesNotContain("30 people\"", Headcount(lead).Replace("300 people", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("We are 300 people", Lines(lead)[2]);

        Assert.Equal(HttpStatusCode.OK, await visitor.PostAsync(edit));
        Assert.Equal(3, visitor.Replies);
        (await visitor.SayAsync("next month")).EndsWith("bant.authority.ask");
    }

    [Fact]
    public async Task An_edit_that_changes_no_answer_is_noted_without_a_word()
    {
        var (visitor, message) = await TalkAsync("We copy and paste by hand", "300 people");
        Assert.Equal(HttpStatusCode.OK, await visitor.PostAsync(Edit(visitor, "messageUpdate", message, "300 people!")));
        Assert.Equal(2, visitor.Replies);
        Assert.Equal("300 people!", Lines(await shared.LeadAsync(visitor))[2]);
        (await visitor.SayAsync("next month")).EndsWith("bant.authority.ask");
    }

    [Fact]
    public async Task The_last_message_edited_into_an_answer_is_one()
    {
        var (visitor, message) = await TalkAsync("We copy and paste by hand", "xqzt");
        Assert.Equal(HttpStatusCode.OK, await visitor.PostAsync(Edit(visitor, "messageUpdate", message, "300 people")));
        (await visitor.NextAsync()).EndsWith("bant.timeline.ask");
    }

    [Fact]
    public async Task A_deleted_message_is_gone_from_the_transcript_with_what_it_told()
    {
        var (visitor, message) = await TalkAsync("We copy and paste by hand", "300 people");
        Assert.Equal(HttpStatusCode.OK, await visitor.PostAsync(Edit(visitor, "messageDelete", message, null)));
        Assert.Equal(2, visitor.Replies);
        var lead = await shared.LeadAsync(visitor);
        Assert.DoesNotContain("300 people", lead.ToString(), StringComparison.Ordinal);
        Assert.Equal(3, Lines(lead).Count);
        var score = lead.GetProperty("score");
        Assert.DoesNotContain(score.GetProperty("receipts").EnumerateArray(), receipt => receipt.ToString().Contains("headcount", StringComparison.Ordinal));
        Assert.NotEmpty((await visitor.SayAsync("next month")).Text);
    }

    [Theory]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    public async Task Of_a_message_that_is_not_known_nothing_comes(string type)
    {
        var (visitor, _) = await TalkAsync("We copy and paste by hand");
        Assert.Equal(HttpStatusCode.OK, await visitor.PostAsync(Edit(visitor, type, "unknown", "300 people")));
        Assert.Equal(1, visitor.Replies);
        var stranger = shared.NewVisitor();
        Assert.Equal(HttpStatusCode.OK, await stranger.PostAsync(Edit(stranger, type, "unknown", "300 people")));
        Assert.Equal(0, stranger.Replies);
        (await visitor.SayAsync("300 people")).EndsWith("bant.timeline.ask");
        shared.AssertNothingBroke();
    }

    private static JsonObject Edit(Visitor visitor, string type, string id, string? text)
    {
        var edit = visitor.Activity(type);
        (edit["id"], edit["text"]) = (id, text);
        return edit;
    }

    private static string Headcount(JsonElement lead) =>
        lead.GetProperty("answers").EnumerateArray().Single(answer => answer.GetProperty("slot").GetString() == "headcount").ToString();

    private static List<string?> Lines(JsonElement lead) => [.. lead.GetProperty("transcript").EnumerateArray().Select(line => line.GetProperty("text").GetString())];

    // The talk, and the id of its last message.
    private async Task<(Visitor Visitor, string Message)> TalkAsync(params string[] says)
    {
        var visitor = shared.NewVisitor();
        await visitor.SayAllAsync(says);
        return (visitor, $"{visitor.Conversation}-{says.Length}");
    }
}
