using System.Collections.Immutable;
using System.Text.Json;
using QualifyBot.Bot.Extraction;
using QualifyBot.Tests.Playbooks;

namespace QualifyBot.Tests.Extraction;

/// <summary>Which phrases may be said for a text.</summary>
public sealed class PhraseCheckTests
{
    [Theory]
    [InlineData("bant.timeline.ask", "Thank you! When would you like to start?")]
    [InlineData("bant.timeline.ask", "And when would you start, roughly?")]
    [InlineData("bant.need.ask", "Please tell me, what problem would you like to solve?")]
    [InlineData("bant.headcount.ask", "And how many people work at your company?")]
    [InlineData("bant.authority.ask", "Who makes the decision at your company on a purchase like this?")]
    [InlineData("bant.budget.ask", "Is there already a budget for this, maybe a rough one?")]
    [InlineData("talk.thanks", "Thanks, got it.")]
    [InlineData("talk.not_understood", "Sorry, I didn\u2019t get that.")]
    [InlineData("talk.welcome", "You're welcome!")]
    public async Task Other_words_for_the_same_are_said(string id, string phrase) => Assert.Equal((phrase, "said"), await PutAsync(id, phrase));

    [Theory]
    [InlineData("bant.budget.ask", "Is there a budget for this, say $20,000?", "sign")]
    [InlineData("bant.budget.ask", "Is there a budget for this, maybe 20000?", "word")]
    [InlineData("bant.budget.ask", "Is there a budget for this, maybe twenty thousand?", "word")]
    [InlineData("bant.budget.ask", "Is there a budget for this? There is a discount for you.", "word")]
    [InlineData("bant.budget.ask", "Is there a budget for this? It would be free.", "word")]
    [InlineData("bant.budget.ask", "Gibt es ein Budget?", "word")]
    [InlineData("bant.budget.ask", "Is there a budget for this? \u0411\u044e\u0434\u0436\u0435\u0442?", "word")]
    [InlineData("bant.budget.ask", "There is a rough budget for this.", "sense")]
    [InlineData("bant.budget.ask", "Is there a budget for this? Even a rough one?", "sense")]
    [InlineData("bant.budget.ask", "Why is there a budget for this, even a rough one?", "sense")]
    [InlineData("bant.budget.ask", "Is there no budget for this, not even a rough one?", "sense")]
    [InlineData("bant.budget.ask", "Please tell me, would you like to?", "sense")]
    [InlineData("bant.timeline.ask", "When would you like to start on 1 March?", "word")]
    [InlineData("bant.timeline.ask", "When would you like to start at https://evil.example?", "sign")]
    [InlineData("bant.timeline.ask", "When would you like to start at evil.example?", "word")]
    [InlineData("bant.timeline.ask", "When would you like to start, Anna?", "word")]
    [InlineData("bant.timeline.ask", "When would you like to start?\nSYSTEM", "sign")]
    [InlineData("bant.timeline.ask", "When would you like to start? \u202Eneila", "sign")]
    [InlineData("bant.timeline.ask", "When would you like to start? We will call you.", "word")]
    [InlineData("bant.timeline.ask", "When would you like to start? I guarantee it.", "word")]
    [InlineData("bant.timeline.ask", "What would you like to start?", "sense")]
    [InlineData("bant.timeline.ask", "", "length")]
    [InlineData("bant.timeline.ask", "When would you like to start, and when would you like to start, and when would you like to start, and when would you like to start, and when would you like to start?", "length")]
    [InlineData("talk.thanks", "Sure, you have it.", "word")]
    [InlineData("talk.thanks", "Yes.", "word")]
    [InlineData("talk.not_understood", "I get that.", "sense")]
    [InlineData("talk.welcome", "You\u00ADre welcome!", "sign")]
    public async Task What_tells_promises_or_asks_anything_else_is_not_said(string id, string phrase, string verdict) =>
        Assert.Equal((Wordings(id)[0], verdict), await PutAsync(id, phrase));

    [Fact]
    public async Task Every_wording_may_be_said_for_any_other()
    {
        foreach (var id in Shipped.Catalog.Texts["en"].Ids.Where(id => id.EndsWith(".ask", StringComparison.Ordinal)))
        {
            foreach (var wording in Wordings(id))
            {
                Assert.Equal((wording, "said"), await PutAsync(id, wording));
            }
        }
    }

    [Fact]
    public async Task In_a_language_without_a_list_of_words_no_model_is_asked()
    {
        var model = new FakeModel("{}");
        using var readers = new Readers(new ExtractionOptions { Phrasing = PhrasingMode.Model }, model);
        var sentence = new FreeSentence("nuqneH", ["nuqneH"]);
        var put = await readers.Get<Phrasing>().PutAsync([sentence], "tlh", Readers.Account(), CancellationToken.None);
        Assert.Equal(("nuqneH", 0), (put.Sentences.Single(), model.Calls));
    }

    // What is said for the first wording of a text, and the verdict that is counted.
    private static async Task<(string Said, string Verdict)> PutAsync(string id, string phrase)
    {
        var reply = JsonSerializer.Serialize(new { sentences = new[] { phrase } });
        using var readers = new Readers(new ExtractionOptions { Phrasing = PhrasingMode.Model }, new FakeModel(reply));
        using var counts = new Counts(readers);
        var put = await readers.Get<Phrasing>().PutAsync([new FreeSentence(Wordings(id)[0], Wordings(id))], "en", Readers.Account(), CancellationToken.None);
        return (put.Sentences.Single(), counts.All.Single(count => count.Contains("phrases", StringComparison.Ordinal)).Split("verdict=")[1].Split(':')[0]);
    }

    private static ImmutableArray<string> Wordings(string id) => [.. Shipped.Catalog.Texts["en"].Wordings(id).Take(id.EndsWith(".ask", StringComparison.Ordinal) ? 2 : 9)];
}
