using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Dialogs;

public sealed class CorrectionTests(SharedHost shared) : IClassFixture<SharedHost>
{
    [Theory]
    [InlineData("budget", "Correction: our budget is $60k", "60k")]
    [InlineData("budget", "Sorry, I meant $60k, not $40k", "60k")]
    [InlineData("timeline", "Correction: we want to start in June", "June")]
    public async Task A_correction_takes_the_place_of_the_older_answer(string slot, string words, string quote)
    {
        var visitor = shared.NewVisitor();
        (await visitor.SayAllAsync("We copy and paste by hand", "next month", "I decide that myself", "about $40k a year")).EndsWith("bant.headcount.ask");
        var reply = await visitor.SayAsync(words);
        Assert.True(reply.Has("talk.changed"), reply.ToString());
        reply.EndsWith("bant.headcount.ask");
        Assert.Contains(quote, await QuoteAsync(visitor, slot), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_said_later_without_a_correction_changes_no_answer()
    {
        var visitor = shared.NewVisitor();
        await visitor.SayAllAsync("We copy and paste by hand", "next month", "I decide that myself", "about $40k a year");
        await visitor.SayAsync("We are 300 people and last year we paid $5k for coffee");
        Assert.Contains("40k", await QuoteAsync(visitor, "budget"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rather not say")]
    [InlineData("skip")]
    [InlineData("That's confidential")]
    [InlineData("I don't know")]
    public async Task A_refusal_is_taken_and_not_asked_again(string words)
    {
        var visitor = shared.NewVisitor();
        (await visitor.SayAllAsync("We copy and paste by hand", "300 people", "next month", "I decide that myself")).EndsWith("bant.budget.ask");
        (await visitor.SayAsync(words)).Says("talk.withheld", "summary.card", "book.fit", "book.contact");
        Assert.DoesNotContain("budget", (await visitor.SayAllAsync("anna@acme.example")).Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Too much manual work", "bant.headcount.ask")]
    [InlineData("too much MANUAL work", "bant.headcount.ask")]
    [InlineData("No problem right now", "decline.close")]
    public async Task A_click_on_a_choice_is_its_answer(string title, string next)
    {
        var visitor = shared.NewVisitor();
        await visitor.JoinAsync();
        (await visitor.SayAsync(title)).EndsWith(next);
    }

    private async Task<string> QuoteAsync(Visitor visitor, string slot) => (await shared.LeadAsync(visitor)).GetProperty("answers").EnumerateArray()
        .Single(answer => answer.GetProperty("slot").GetString() == slot).GetProperty("evidence").GetProperty("quote").GetString()!;
}
