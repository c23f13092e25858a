using System.Text.Json;
using System.Text.Json.Nodes;
using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Dialogs;

/// <summary>What was understood is said back with the outcome, and can be corrected.</summary>
public sealed class SummaryTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private static readonly string[] UntilTheEnd = [.. Talks.Of("bant booked").Take(5).Select(step => step.Says)];

    public static TheoryData<string> TalksThatEnd =>
        ["bant booked", "champ booked", "meddic booked", "faint booked", "gpct booked", "bant nurture no", "champ nurture no", "gpct nurture yes", "faint hand-off decided"];

    [Theory]
    [MemberData(nameof(TalksThatEnd))]
    public async Task A_talk_that_comes_to_an_outcome_says_once_what_it_understood_in_the_visitors_words(string talk)
    {
        var visitor = shared.NewVisitor();
        var (cards, said) = (new List<JsonElement>(), new List<string>());
        await visitor.JoinAsync(Talks.PlaybookOf(talk));
        foreach (var step in Talks.Of(talk))
        {
            said.Add(step.Says);
            var reply = await visitor.SayAsync(step.Says);
            cards.AddRange(reply.Files.Where(file => file.ContentType == "application/vnd.microsoft.card.adaptive").Select(file => file.Content!.Value));
            Assert.Equal(reply.Has("summary.card"), reply.Files.Any(file => file.Name == "summary"));
        }

        var lines = LinesOf(Assert.Single(cards));
        Assert.InRange(lines.Length, 2, 8);
        var buttons = Shipped.Catalog.Texts["en"].Ids.Where(id => id.Contains(".choice.", StringComparison.Ordinal)).Select(id => Shipped.Catalog.Texts["en"].Get(id));
        Assert.All(lines, line => Assert.Contains(said.Concat(buttons), words => words.Contains(line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..], StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task A_correction_in_words_is_taken_and_the_outcome_goes_on()
    {
        var visitor = shared.NewVisitor();
        (await visitor.SayAllAsync(UntilTheEnd)).Says("talk.thanks", "summary.card", "book.fit", "book.contact");
        (await visitor.SayAsync("no, the budget is 20k")).Says("talk.changed", "book.contact");
        Assert.Equal("20k", await QuoteAsync(visitor, "budget"));
    }

    [Fact]
    public async Task A_click_on_a_line_opens_its_question_again_and_the_old_answer_stands_until_the_new_one()
    {
        var visitor = shared.NewVisitor();
        await visitor.SayAllAsync(UntilTheEnd);
        var click = visitor.Message("");
        click["value"] = new JsonObject { ["change"] = "headcount" };
        await visitor.PostAsync(click);
        var asked = await visitor.NextAsync();
        asked.EndsWith("bant.headcount.ask");
        Assert.Contains("50 to 249", asked.Buttons);
        Assert.Equal("300 people", await QuoteAsync(visitor, "headcount"));
        (await visitor.SayAsync("120")).Says("talk.changed", "book.contact");
        Assert.Equal("120", await QuoteAsync(visitor, "headcount"));
        (await visitor.SayAsync("anna@acme.example")).EndsWith("book.offer");
    }

    [Theory]
    [InlineData("Change budget", "bant.budget.ask")]
    [InlineData("I want to change the start", "bant.timeline.ask")]
    [InlineData("change company size", "bant.headcount.ask")]
    public async Task Words_open_a_question_again_as_a_click_does(string words, string question)
    {
        var visitor = shared.NewVisitor();
        await visitor.SayAllAsync(UntilTheEnd);
        (await visitor.SayAsync(words)).EndsWith(question);
        (await visitor.SayAsync("never mind")).EndsWith("book.contact");
    }

    [Fact]
    public async Task The_same_answer_again_changes_nothing_and_is_not_called_misunderstood()
    {
        var visitor = shared.NewVisitor();
        await visitor.SayAllAsync([.. UntilTheEnd, "Change budget"]);
        var reply = await visitor.SayAsync("about $40k a year");
        Assert.True(reply.Has("reopen.kept"), reply.ToString());
        reply.EndsWith("book.contact");
    }

    [Fact]
    public async Task A_corrected_answer_that_changes_the_outcome_leads_to_the_other_outcome()
    {
        var visitor = shared.NewVisitor();
        await visitor.SayAllAsync(UntilTheEnd);
        await visitor.SayAsync("Change start");
        var reply = await visitor.SayAsync("no rush at all, maybe in two years");
        reply.EndsWith("nurture.consent");
        Assert.True(reply.Has("talk.changed") && reply.Has("summary.card"), reply.ToString());
    }

    [Theory]
    [InlineData("sms", "1. your problem")]
    [InlineData("email", "1. your problem")]
    [InlineData("someday", "1. your problem")]
    [InlineData("slack", null)]
    [InlineData("telegram", null)]
    [InlineData("msteams", null)]
    [InlineData("directline", null)]
    public async Task Each_channel_gets_the_best_that_it_can_show(string channel, string? text)
    {
        var conversation = $"{channel}-{Guid.NewGuid():N}";
        var (visitor, said) = (shared.NewVisitor(conversation), new JsonArray());
        foreach (var words in UntilTheEnd)
        {
            var message = visitor.Message(words);
            message["channelId"] = channel;
            said = await visitor.ExpectRepliesAsync(message);
        }

        var reply = said.Single()!;
        var cards = reply["attachments"]?.AsArray().Select(card => (string)card!["contentType"]!).ToArray() ?? [];
        Assert.Equal(text is null ? 1 : 0, cards.Length);
        Assert.Equal(text is not null, ((string)reply["text"]!).Contains(text ?? "1. your problem", StringComparison.Ordinal));
        Assert.Equal(text is null, cards.Any(card => card == (channel is "slack" or "telegram" ? "application/vnd.microsoft.card.hero" : "application/vnd.microsoft.card.adaptive")));
    }

    private static string[] LinesOf(JsonElement card) =>
        [.. card.GetProperty("body").EnumerateArray().Where(item => item.TryGetProperty("items", out _)).Select(item => item.GetProperty("items")[0].GetProperty("text").GetString()!)];

    private async Task<string> QuoteAsync(Visitor visitor, string slot) => (await shared.LeadAsync(visitor)).GetProperty("answers").EnumerateArray()
        .Single(answer => answer.GetProperty("slot").GetString() == slot).GetProperty("evidence").GetProperty("quote").GetString()!;
}
