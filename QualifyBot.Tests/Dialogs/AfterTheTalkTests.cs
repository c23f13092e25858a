using System.Text.Json;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Dialogs;

public sealed class AfterTheTalkTests(SharedHost shared) : IClassFixture<SharedHost>
{
    [Theory]
    [InlineData("Can we move the demo to Thursday at 4pm?", "Thursday 15 January, 16:00-16:30")]
    [InlineData("Friday at 10am would be better", "Friday 16 January, 10:00-10:30")]
    public async Task A_booked_demo_moves_to_the_time_that_is_named(string words, string time)
    {
        var visitor = await AfterAsync("bant booked");
        var before = await DemoAsync(visitor);
        var moved = await visitor.SayAsync(words);
        moved.Says("book.moved");
        Assert.Contains(time, moved.Text, StringComparison.Ordinal);
        Assert.NotEqual(before, await DemoAsync(visitor));
        Assert.Contains("SEQUENCE:1", await shared.Host.Http.GetStringAsync(Assert.Single(moved.Files).ContentUrl), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Can we move the demo to Thursday at 6am PST?", "Thursday 15 January, 06:00-06:30 (America/Los_Angeles)")]
    [InlineData("Friday 9:30 London time would be better", "Friday 16 January, 09:30-10:00 (Europe/London)")]
    public async Task A_time_is_meant_by_the_zone_that_is_said_with_it(string words, string time)
    {
        var visitor = await AfterAsync("bant booked");
        var moved = await visitor.SayAsync(words);
        moved.Says("book.moved");
        Assert.Contains(time, moved.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I want to change my demo")]
    [InlineData("Can we reschedule?")]
    public async Task A_demo_is_moved_by_an_offer_where_no_time_is_named(string words)
    {
        var visitor = await AfterAsync("bant booked");
        (await visitor.SayAsync(words)).EndsWith("book.offer");
        (await visitor.SayAsync("the third one")).Says("book.moved");
    }

    [Theory]
    [InlineData("cancel", "yes")]
    [InlineData("Cancel the demo", "cancel")]
    public async Task A_booked_demo_is_called_off_after_one_question_and_its_slot_is_free_again(string words, string agreement)
    {
        var visitor = await AfterAsync("bant booked");
        var start = await DemoAsync(visitor);
        (await visitor.SayAsync(words)).Says("book.cancel");
        Assert.Equal(start, await DemoAsync(visitor));
        (await visitor.SayAsync(agreement)).Says("book.cancelled");
        Assert.Null(await DemoAsync(visitor));
        await Eventually.TrueAsync(async () =>
        {
            var other = shared.NewVisitor();
            var offer = await other.SayAllAsync([.. Talks.Of("bant booked").SkipLast(1).Select(step => step.Says)]);
            await other.SayAsync(offer.Buttons[1]);
            return await DemoAsync(other) == start;
        }, "the slot is given back");
    }

    [Fact]
    public async Task After_a_cancellation_a_new_time_can_be_named()
    {
        var visitor = await AfterAsync("bant booked");
        await visitor.SayAllAsync("cancel", "yes");
        (await visitor.SayAsync("Thursday at 2pm")).EndsWith("book.done");
        Assert.NotNull(await DemoAsync(visitor));
    }

    [Theory]
    [InlineData("no")]
    [InlineData("hm hm")]
    public async Task Without_a_yes_a_demo_stays(string words)
    {
        var visitor = await AfterAsync("bant booked");
        var start = await DemoAsync(visitor);
        await visitor.SayAsync("stop");
        await visitor.SayAllAsync(words, "no");
        Assert.Equal(start, await DemoAsync(visitor));
    }

    [Fact]
    public async Task Who_writes_again_after_booking_is_told_the_time()
    {
        var visitor = await AfterAsync("bant booked");
        (await visitor.SayAsync("We are looking forward to it a lot")).Says("after.booked");
        (await visitor.SayAsync("thanks")).Says("talk.welcome");
    }

    [Fact]
    public async Task News_after_the_talk_can_change_its_outcome()
    {
        var visitor = await AfterAsync("bant nurture no");
        (await visitor.SayAsync("Correction: our budget is $150k")).EndsWith("hand_off.contact");
    }

    [Theory]
    [InlineData("bant nurture yes")]
    [InlineData("bant hand-off decided")]
    [InlineData("bant disqualified")]
    public async Task Whatever_else_is_written_is_kept_for_the_colleagues(string talk)
    {
        var visitor = await AfterAsync(talk);
        (await visitor.SayAsync("Our building is painted green")).Says("after.done");
        var last = (await shared.LeadAsync(visitor)).GetProperty("transcript").EnumerateArray().Last(line => line.GetProperty("from").GetString() == "visitor");
        Assert.Equal("Our building is painted green", last.GetProperty("text").GetString());
    }

    private async Task<Visitor> AfterAsync(string talk)
    {
        var visitor = shared.NewVisitor();
        await visitor.JoinAsync();
        foreach (var step in Talks.Of(talk))
        {
            (await visitor.SayAsync(step.Says)).EndsWith(step.EndsWith);
        }

        return visitor;
    }

    private async Task<string?> DemoAsync(Visitor visitor) =>
        (await shared.LeadAsync(visitor)).TryGetProperty("demo", out var demo) && demo.ValueKind is JsonValueKind.Object ? demo.GetProperty("start").GetString() : null;
}
