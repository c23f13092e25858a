using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Dialogs;

/// <summary>Somebody who was away for a while comes back to the same conversation.</summary>
public sealed class ReturningVisitorTests : IAsyncLifetime
{
    private readonly TestClock clock = new();
    private FakeChannel channel = null!;
    private TestHost host = null!;

    public static TheoryData<string> Talks => ["bant booked", "champ booked", "meddic booked", "faint booked", "gpct booked"];

    public async Task InitializeAsync()
    {
        channel = await FakeChannel.StartAsync();
        host = await TestHost.StartAsync(["--Retention:ConversationDays", "30", "--Retention:LeadDays", "60"], clock);
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await channel.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Talks))]
    public async Task After_minutes_the_talk_goes_on(string talk)
    {
        var (visitor, steps) = await BeginAsync(talk);
        await AwayAsync(TimeSpan.FromMinutes(50), visitor);
        (await visitor.SayAsync(steps[2].Says)).EndsWith(steps[2].EndsWith);
    }

    [Theory]
    [MemberData(nameof(Talks))]
    public async Task After_days_it_says_what_it_knows_and_goes_on_after_a_yes(string talk)
    {
        var (visitor, steps) = await BeginAsync(talk);
        await AwayAsync(TimeSpan.FromDays(3), visitor);
        var back = await visitor.SayAsync("Hello");
        back.EndsWith("return.holds");
        Assert.Contains(await AnyQuoteAsync(visitor), back.Text, StringComparison.Ordinal);
        var goesOn = await visitor.SayAsync("yes");
        Assert.True(goesOn.Has("return.kept"), goesOn.ToString());
        goesOn.EndsWith(steps[1].EndsWith);
        (await visitor.SayAsync(steps[2].Says)).EndsWith(steps[2].EndsWith);
    }

    [Fact]
    public async Task A_correction_is_taken_at_once()
    {
        var visitor = await AtBudgetAsync();
        await AwayAsync(TimeSpan.FromDays(3), visitor);
        (await visitor.SayAsync("I'm back")).EndsWith("return.holds");
        var reply = await visitor.SayAsync("no, we are 500 people now");
        Assert.True(reply.Has("talk.changed"), reply.ToString());
        reply.EndsWith("bant.budget.ask");
    }

    [Fact]
    public async Task After_a_no_it_asks_what_changed_and_opens_that_question_again()
    {
        var visitor = await AtBudgetAsync();
        await AwayAsync(TimeSpan.FromDays(3), visitor);
        await visitor.SayAsync("Hello");
        var asked = await visitor.SayAsync("no");
        asked.Says("return.changed");
        (await visitor.SayAsync(asked.Buttons.Single(button => button.Contains("size", StringComparison.Ordinal)))).Says("bant.headcount.ask");
        (await visitor.SayAsync("700")).EndsWith("bant.budget.ask");
    }

    [Fact]
    public async Task Who_says_that_everything_changed_starts_over()
    {
        var visitor = await AtBudgetAsync();
        await AwayAsync(TimeSpan.FromDays(3), visitor);
        await visitor.SayAsync("Hello");
        var asked = await visitor.SayAsync("no");
        (await visitor.SayAsync(asked.Buttons[^1])).Says("restart.done", "bant.need.ask");
    }

    [Fact]
    public async Task What_comes_with_the_first_message_is_taken_and_said_back_with_the_rest()
    {
        var visitor = await AtBudgetAsync();
        await AwayAsync(TimeSpan.FromDays(3), visitor);
        var back = await visitor.SayAsync("We now have a budget of 60k");
        Assert.Contains("60k", back.Text, StringComparison.Ordinal);
        back.EndsWith("return.holds");
        (await visitor.SayAsync("yes")).EndsWith("book.contact");
    }

    [Fact]
    public async Task A_human_comes_at_once_also_after_days()
    {
        var visitor = await AtBudgetAsync();
        await AwayAsync(TimeSpan.FromDays(3), visitor);
        (await visitor.SayAsync("I want to talk to a human")).Says("hand_off.asked", "hand_off.contact");
    }

    [Fact]
    public async Task Two_answers_that_are_none_leave_everything_as_it_is()
    {
        var visitor = await AtBudgetAsync();
        await AwayAsync(TimeSpan.FromDays(3), visitor);
        await visitor.SayAsync("Hello");
        (await visitor.SayAsync("blorp")).Says("talk.not_understood", "return.holds");
        (await visitor.SayAsync("blorp")).EndsWith("bant.budget.ask");
    }

    [Fact]
    public async Task Who_was_offered_a_follow_up_is_asked_too_and_a_booked_demo_stands()
    {
        var nurtured = new Visitor(channel, host.Http);
        await nurtured.SayAllAsync([.. Support.Talks.Of("bant nurture no").Select(step => step.Says)]);
        var booked = new Visitor(channel, host.Http);
        await booked.SayAllAsync([.. Support.Talks.Of("bant booked").Select(step => step.Says)]);
        await AwayAsync(TimeSpan.FromHours(26), nurtured, booked);
        (await nurtured.SayAsync("Hello")).EndsWith("return.holds");
        Assert.False((await booked.SayAsync("Hello")).Has("return.holds"));
        var reply = await nurtured.SayAsync("no, we are 80 people, want to start next month, I decide it and have 40k");
        Assert.True(reply.Has("talk.changed"), reply.ToString());
        reply.EndsWith("book.contact");
    }

    [Fact]
    public async Task After_the_retention_period_it_knows_nothing()
    {
        var visitor = await AtBudgetAsync();
        await AwayAsync(TimeSpan.FromDays(61), visitor);
        (await visitor.SayAsync("Hello")).Says("talk.open", "bant.need.ask");
    }

    private async Task<(Visitor Visitor, IReadOnlyList<Step> Steps)> BeginAsync(string talk)
    {
        var (visitor, steps) = (new Visitor(channel, host.Http), Support.Talks.Of(talk));
        await visitor.JoinAsync(Support.Talks.PlaybookOf(talk));
        await visitor.SayAsync(steps[0].Says);
        (await visitor.SayAsync(steps[1].Says)).EndsWith(steps[1].EndsWith);
        return (visitor, steps);
    }

    private async Task AwayAsync(TimeSpan time, params Visitor[] visitors)
    {
        foreach (var visitor in visitors)
        {
            await host.DeliveredAsync(visitor, clock);
        }

        clock.Jump(time);
    }

    private async Task<Visitor> AtBudgetAsync()
    {
        var visitor = new Visitor(channel, host.Http);
        (await visitor.SayAllAsync([.. Support.Talks.Of("bant booked").Take(4).Select(step => step.Says)])).EndsWith("bant.budget.ask");
        return visitor;
    }

    private async Task<string> AnyQuoteAsync(Visitor visitor) =>
        (await host.LeadAsync(visitor)).GetProperty("answers")[0].GetProperty("evidence").GetProperty("quote").GetString()!;
}
