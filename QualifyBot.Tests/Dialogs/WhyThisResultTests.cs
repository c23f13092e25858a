using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Dialogs;

/// <summary>A visitor asks how the result came about.</summary>
public sealed class WhyThisResultTests(SharedHost shared) : IClassFixture<SharedHost>
{
    [Theory]
    [InlineData("bant booked", "why.book_demo", "Our onboarding of new hires takes too long", "300 people")]
    [InlineData("bant nurture yes", "why.nurture", "no rush", "others decide")]
    [InlineData("bant hand-off decided", "why.hand_off", "4,000 people", "4,000")]
    [InlineData("bant disqualified", "why.disqualify", "", "student")]
    public async Task The_explanation_names_what_they_said_themselves(string talk, string opening, string words, string otherWords)
    {
        var visitor = await AfterAsync(talk);
        foreach (var (question, isFirst) in new[] { ("How did you decide?", true), ("why that result?", false) })
        {
            var reply = await visitor.SayAsync(question);
            Assert.True(isFirst ? reply.Has(opening) && reply.Has("why.correct") : reply.Has("why.again"), reply.ToString());
            Assert.Contains(isFirst ? $"You said \"{words}" : words, reply.Text, StringComparison.Ordinal);
            Assert.Contains(otherWords, reply.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(Shipped.Bant.Rules, rule => reply.Text.Contains(rule.Id, StringComparison.Ordinal));
            Assert.DoesNotContain("point", reply.Text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("anna@", reply.Text, StringComparison.Ordinal);
        }

        Assert.True((await visitor.SayAsync("why?")).Has("why.again"));
    }

    [Fact]
    public async Task Before_anything_is_decided_that_is_said_and_the_question_is_put_again()
    {
        var visitor = shared.NewVisitor();
        await visitor.SayAllAsync("We copy and paste by hand");
        (await visitor.SayAsync("How did you decide?")).Says("why.open", "bant.headcount.ask");
        Assert.True((await visitor.SayAsync("why?")).Has("bant.headcount.why"));
    }

    [Fact]
    public async Task Who_asked_for_a_human_is_told_that_no_rule_decided()
    {
        var visitor = await AfterAsync("bant hand-off asked");
        (await visitor.SayAsync("why that decision?")).Says("why.asked");
    }

    [Fact]
    public async Task While_a_question_is_open_why_asks_for_its_reason()
    {
        var visitor = shared.NewVisitor();
        await visitor.SayAllAsync([.. Talks.Of("bant booked").SkipLast(2).Select(step => step.Says)]);
        Assert.True((await visitor.SayAsync("why?")).Has("talk.why"));
        var reply = await visitor.SayAsync("how did you decide?");
        Assert.True(reply.Has("why.book_demo"), reply.ToString());
        reply.EndsWith("book.contact");
    }

    private async Task<Visitor> AfterAsync(string talk)
    {
        var visitor = shared.NewVisitor();
        await visitor.SayAllAsync([.. Talks.Of(talk).Select(step => step.Says)]);
        return visitor;
    }
}
