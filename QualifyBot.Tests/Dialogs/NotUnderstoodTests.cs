using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Dialogs;

public sealed class NotUnderstoodTests(SharedHost shared) : IClassFixture<SharedHost>
{
    [Fact]
    public async Task What_is_not_understood_is_asked_in_other_words_then_with_choices_then_left_open()
    {
        var visitor = shared.NewVisitor();
        var asked = await visitor.SayAsync("We copy and paste by hand");
        var (second, third) = (await visitor.SayAsync("blorp"), await visitor.SayAsync("blorp"));
        second.Says("talk.not_understood", "bant.headcount.ask");
        third.Says("talk.not_understood", "bant.headcount.ask");
        Assert.Equal(3, new[] { asked, second, third }.Select(reply => reply.Text.Split("\n\n")[^1]).Distinct().Count());
        Assert.Empty(asked.Buttons.Concat(second.Buttons));
        Assert.Contains("50 to 249", third.Buttons);
        (await visitor.SayAsync("blorp")).Says("talk.move_on", "bant.authority.ask");
    }

    [Fact]
    public async Task A_choice_by_its_words_is_taken_after_a_miss()
    {
        var visitor = shared.NewVisitor();
        await visitor.SayAllAsync("We copy and paste by hand", "blorp", "blorp");
        (await visitor.SayAsync("50 to 249")).EndsWith("bant.timeline.ask");
    }

    [Fact]
    public async Task A_yes_or_no_that_does_not_come_is_a_no()
    {
        var visitor = shared.NewVisitor();
        await visitor.SayAllAsync([.. Talks.Of("bant nurture no").SkipLast(1).Select(step => step.Says)]);
        (await visitor.SayAsync("blorp")).Says("talk.not_understood", "nurture.consent");
        (await visitor.SayAsync("blorp")).Says("nurture.declined");
        Assert.False((await shared.LeadAsync(visitor)).GetProperty("consent").GetProperty("given").GetBoolean());
    }

    [Fact]
    public async Task A_time_that_is_not_understood_twice_goes_to_a_human()
    {
        var visitor = shared.NewVisitor();
        await visitor.SayAllAsync([.. Talks.Of("bant booked").SkipLast(1).Select(step => step.Says)]);
        (await visitor.SayAsync("blorp")).Says("talk.not_understood", "book.which");
        (await visitor.SayAsync("blorp")).EndsWith("hand_off.done");
    }

    [Fact]
    public async Task A_consent_is_kept_with_the_question_and_the_answer()
    {
        var visitor = shared.NewVisitor();
        var asked = await visitor.SayAllAsync([.. Talks.Of("bant nurture yes").SkipLast(2).Select(step => step.Says)]);
        await visitor.SayAllAsync("yes please", "anna@acme.example");
        var consent = (await shared.LeadAsync(visitor)).GetProperty("consent");
        Assert.True(consent.GetProperty("given").GetBoolean());
        Assert.EndsWith(consent.GetProperty("asked").GetString()!, asked.Text, StringComparison.Ordinal);
        Assert.Equal("yes please", consent.GetProperty("answered").GetString());
        var line = (await shared.LeadAsync(visitor)).GetProperty("transcript").EnumerateArray().Single(line => line.GetProperty("text").GetString() == "yes please");
        Assert.Equal(line.GetProperty("id").GetString(), consent.GetProperty("messageId").GetString());
    }
}
