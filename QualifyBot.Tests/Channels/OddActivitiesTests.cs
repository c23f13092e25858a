using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Channels;

public sealed class OddActivitiesTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private static readonly string[] OddIds =
    [
        "a|b;c,d", "19:abc@thread.tacv2;messageid=1700000000", "../../../etc/passwd", "{p1}:d:lead/1", "a/b?c=d#e%2F", "Gespräch 会話 🙂", "tab\tnewline\n", "constructor", "%00",
    ];

    public static TheoryData<string> OddTexts =>
    [
        "", " ", "\n\n\n", "\0", "a\0b", "👍👍👍🏽", "שלום, אני צריך עזרה", "مرحبا", new string('x', 10_000), string.Concat(Enumerable.Repeat("next month ", 900)),
        "{facts} {times} {0} %s", "<script>alert(1)</script>", "'; DROP TABLE document; --", "\u202Egnp.exe", "\uD83D", "e\u0301\u0301\u0301", "٣٠٠", "1e999999", "-1", "$" + new string('9', 400),
        "99999999999999999999 people", "in 999999999999 years", "31.02.2026", "@@@@", "a@b", "http://evil.example/?q=1", "\r\nX-Injected: 1", "😀@😀.example",
    ];

    [Theory]
    [MemberData(nameof(OddTexts))]
    public async Task Whatever_is_written_is_answered_and_the_talk_goes_on(string text)
    {
        var visitor = shared.NewVisitor();
        await visitor.JoinAsync();
        for (var time = 0; time < 8; time++)
        {
            Assert.NotEmpty((await visitor.SayAsync(text)).Text);
        }

        await visitor.SayAsync("restart");
        (await visitor.SayAsync("We copy and paste by hand")).EndsWith("bant.headcount.ask");
        shared.AssertNothingBroke();
        Assert.Equal(visitor.Conversation, (await shared.LeadAsync(visitor)).GetProperty("conversation").GetString());
    }

    [Theory]
    [InlineData("typing", 200)]
    [InlineData("messageReaction", 200)]
    [InlineData("messageUpdate", 200)]
    [InlineData("event", 200)]
    [InlineData("installationUpdate", 200)]
    [InlineData("handoff", 200)]
    [InlineData("somethingNew", 200)]
    [InlineData("trace", 200)]
    [InlineData("endOfConversation", 200)]
    [InlineData("invoke", 501)]
    public async Task Activities_of_other_types_are_taken_without_a_word(string type, int status)
    {
        var visitor = shared.NewVisitor();
        await visitor.SayAsync("We copy and paste by hand");
        var activity = visitor.Activity(type);
        activity["reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = "like" });
        Assert.Equal(status, (int)await visitor.PostAsync(activity));
        (await visitor.SayAsync("300 people")).EndsWith("bant.timeline.ask");
        Assert.Equal(2, visitor.Replies);
        shared.AssertNothingBroke();
    }

    [Fact]
    public async Task A_message_of_attachments_alone_is_answered()
    {
        var visitor = shared.NewVisitor();
        await visitor.JoinAsync();
        var message = visitor.Activity("message");
        message["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "image/png", ["contentUrl"] = "http://127.0.0.1:1/a.png" });
        Assert.Equal(HttpStatusCode.OK, await visitor.PostAsync(message));
        (await visitor.NextAsync()).Says("talk.files", "bant.need.ask");
        shared.AssertNothingBroke();
    }

    [Fact]
    public async Task Who_leaves_the_conversation_counts_as_gone_and_may_come_back()
    {
        var visitor = shared.NewVisitor();
        await visitor.SayAsync("We copy and paste by hand");
        await visitor.PostAsync(visitor.Activity("endOfConversation"));
        Assert.Equal("abandoned", (await shared.LeadAsync(visitor)).GetProperty("status").GetString());
        (await visitor.SayAsync("300 people")).EndsWith("bant.timeline.ask");
        Assert.Equal("open", (await shared.LeadAsync(visitor)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task The_bot_greets_people_once_and_never_itself()
    {
        var visitor = shared.NewVisitor();
        var bot = visitor.Activity("conversationUpdate");
        bot["membersAdded"] = new JsonArray(bot["recipient"]!.DeepClone());
        Assert.Equal(HttpStatusCode.OK, await visitor.PostAsync(bot));
        Assert.Equal(0, visitor.Replies);
        (await visitor.JoinAsync()).Says("talk.open", "bant.need.ask");
        Assert.Equal(HttpStatusCode.OK, await visitor.PostAsync(visitor.Joins()));
        (await visitor.SayAsync("We copy and paste by hand")).Says("talk.thanks", "bant.headcount.ask");
        Assert.Equal(2, visitor.Replies);
    }

    [Theory]
    [MemberData(nameof(StoreBox.Kinds), MemberType = typeof(StoreBox))]
    public async Task A_conversation_may_have_any_id(string store)
    {
        using var box = new StoreBox(store);
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await TestHost.StartAsync(box.Settings);
        foreach (var id in OddIds)
        {
            var visitor = new Visitor(channel, host.Http, id);
            (await visitor.SayAsync("We copy and paste by hand")).EndsWith("bant.headcount.ask");
            (await visitor.SayAsync("300 people")).EndsWith("bant.timeline.ask");
            Assert.Equal(id, (await host.LeadAsync(visitor)).GetProperty("conversation").GetString());
        }

        Assert.DoesNotContain(host.Log.Lines, line => line.Level >= LogLevel.Error);
    }
}
