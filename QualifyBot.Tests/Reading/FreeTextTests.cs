using QualifyBot.Bot.Extraction;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;
using QualifyBot.Tests.Playbooks;

namespace QualifyBot.Tests.Reading;

public sealed class FreeTextTests
{
    [Theory]
    [InlineData("fewer errors", "fewer errors")]
    [InlineData("20%", "20%")]
    [InlineData("ROI", "ROI")]
    [InlineData("Hi, cut onboarding from 6 weeks to 2", "cut onboarding from 6 weeks to 2")]
    [InlineData("We want to save 40k a year", "We want to save 40k a year")]
    [InlineData("price", "price")]
    [InlineData("the price, of course", "the price, of course")]
    [InlineData("price, security, and integration with Salesforce", "price, security, and integration with Salesforce")]
    [InlineData("a trial with 5 users. Mail me at anna@acme.example", "a trial with 5 users")]
    [InlineData("mostly ease of use. Budget is about 50k.", "mostly ease of use")]
    [InlineData("no, we just want to go faster", "we just want to go faster")]
    [InlineData("twice the leads by the end of June", "twice the leads by the end of June")]
    public void A_question_for_free_words_takes_any_sentence(string text, string answer) => Assert.Equal(answer, Read.Best(text, SlotType.Text));

    [Theory]
    [InlineData("asdfgh")]
    [InlineData("yes")]
    [InlineData("hello")]
    [InlineData("how much is it?")]
    [InlineData("which criteria do you mean?")]
    [InlineData("why do you want to know that?")]
    [InlineData("I want to talk to a human")]
    [InlineData("rather not say")]
    public void But_not_what_is_no_answer(string text) => Assert.Equal("-", Read.Best(text, SlotType.Text));

    [Fact]
    public void Unasked_there_is_no_free_answer() => Assert.Equal("-", Read.Best("fewer errors", SlotType.Text, asked: false));

    [Theory]
    [InlineData("nothing in particular")]
    [InlineData("none")]
    [InlineData("no")]
    [InlineData("not sure yet")]
    [InlineData("I don't know")]
    [InlineData("whatever")]
    public void Who_has_nothing_to_tell_leaves_the_question_open(string text) =>
        Assert.Equal(new AnswerValue.Withheld(WithheldReason.Unknown), Fill(text).Lead.Find("metrics")?.Value);

    [Fact]
    public void A_sentence_that_answers_something_else_ends_the_need() => Assert.Equal(
        "True | We lose 10 hours a week on manual work and want to halve that",
        Read.Best("We lose 10 hours a week on manual work and want to halve that. I'm VP Ops at Acme, 400 people, we want to choose by March.", SlotType.Need));

    [Fact]
    public void What_says_something_else_alone_answers_the_other_question()
    {
        var filling = Fill("our budget is 50k");
        Assert.Equal("budget", Assert.Single(filling.Added).Slot);
    }

    [Fact]
    public void A_correction_is_no_free_answer()
    {
        var known = Fill("our budget is 50k").Lead;
        var filling = Fill("actually make it 60k", known);
        Assert.Empty(filling.Added);
        Assert.Equal("budget", Assert.Single(filling.Changed).Slot);
    }

    [Fact]
    public void What_the_other_answers_took_already_is_the_free_answer_after_all()
    {
        var known = Fill("our budget is 50k").Lead;
        Assert.Equal(new AnswerValue.Text("50k in the first year"), Fill("50k in the first year", known).Lead.Find("metrics")?.Value);
    }

    private static Filling Fill(string text, Lead? known = null) =>
        new SlotFilling(Shipped.Catalog.Playbooks["meddic"], new IncomingMessage("m1", text, DateTimeOffset.UnixEpoch))
            .Fill(known ?? Lead.Empty, new Heard(Read.All(text, SlotType.Text)), "metrics", insisted: false);
}
