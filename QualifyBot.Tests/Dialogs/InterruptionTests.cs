using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Dialogs;

/// <summary>What visitors may say at any time, in the middle of whatever they are asked.</summary>
public sealed class InterruptionTests(SharedHost shared) : IClassFixture<SharedHost>
{
    /// <summary>The last place whose question must still be answered for the talk to have an outcome.</summary>
    private const int LastUnfinished = 4;

    /// <summary>Places in a talk: the talk, how many of its steps are done, and the question that is open then.</summary>
    private static readonly (string Talk, int Steps, string Open)[] Places =
    [
        ("bant booked", 0, "bant.need.ask"),
        ("bant booked", 3, "bant.authority.ask"),
        ("bant booked", 5, "book.contact"),
        ("bant booked", 6, "book.offer"),
        ("bant nurture yes", 5, "nurture.consent"),
        ("bant nurture yes", 6, "nurture.email"),
        ("bant hand-off decided", 2, "hand_off.contact"),
    ];

    public static TheoryData<int> AllPlaces => [.. Enumerable.Range(0, Places.Length)];

    [Fact]
    public async Task Who_asked_for_a_human_can_leave_a_phone_number()
    {
        var visitor = shared.NewVisitor();
        await visitor.SayAllAsync("We copy invoices by hand", "human please");
        (await visitor.SayAsync("+49 30 1234567")).EndsWith("hand_off.done");
    }

    [Theory]
    [MemberData(nameof(AllPlaces))]
    public async Task A_digression_is_answered_and_the_open_question_is_put_again(int place)
    {
        foreach (var (words, said) in ((string, string?)[])
            [("help", "talk.help"), ("are you a bot?", "talk.bot"), ("say that again please", null), ("how much does it cost?", "talk.price"), ("thanks", "talk.welcome"), ("tell me a joke", "talk.smalltalk")])
        {
            var (visitor, open) = await AtAsync(place);
            var reply = await visitor.SayAsync(words);
            Assert.True(said is null || reply.Has(said), $"To '{words}' heard {reply}");
            reply.EndsWith(open == "book.offer" ? "book.which" : open);
        }
    }

    [Theory]
    [MemberData(nameof(AllPlaces))]
    public async Task Why_a_question_is_asked_is_told_and_it_is_put_again(int place)
    {
        var (visitor, open) = await AtAsync(place);
        var reply = await visitor.SayAsync("Why do you ask?");
        var why = open.EndsWith(".ask", StringComparison.Ordinal) ? open[..^"ask".Length] + "why" : "talk.why";
        Assert.True(reply.Has(why), $"Wanted {why} but heard {reply}");
        reply.EndsWith(open == "book.offer" ? "book.which" : open);
    }

    [Theory]
    [MemberData(nameof(AllPlaces))]
    public async Task A_human_is_called_at_once(int place)
    {
        var (visitor, _) = await AtAsync(place);
        var reply = await visitor.SayAsync("I want to talk to a human");
        Assert.True(reply.Has("hand_off.asked") || reply.Has("hand_off.decided"), reply.ToString());
        Assert.Equal("handed_off", (await shared.LeadAsync(visitor)).GetProperty("status").GetString());
        Assert.True(reply.Has("hand_off.contact") || reply.Has("hand_off.done"), reply.ToString());
    }

    [Theory]
    [MemberData(nameof(AllPlaces))]
    public async Task Who_stops_is_let_go_and_may_go_on_later(int place)
    {
        var (visitor, open) = await AtAsync(place);
        var reply = await visitor.SayAsync("stop");
        Assert.True(reply.Has("farewell.open") || reply.Has("farewell.done"), reply.ToString());
        if (place <= LastUnfinished)
        {
            Assert.Equal("abandoned", (await shared.LeadAsync(visitor)).GetProperty("status").GetString());
            (await visitor.SayAsync("hello again")).EndsWith(open);
        }
    }

    [Theory]
    [MemberData(nameof(AllPlaces))]
    public async Task A_restart_forgets_the_answers_and_begins_anew(int place)
    {
        var (visitor, _) = await AtAsync(place);
        (await visitor.SayAsync("restart")).Says("restart.done", "bant.need.ask");
        Assert.Empty((await shared.LeadAsync(visitor)).GetProperty("answers").EnumerateArray());
        (await visitor.SayAsync("We copy and paste by hand")).EndsWith("bant.headcount.ask");
    }

    [Theory]
    [MemberData(nameof(AllPlaces))]
    public async Task Data_are_erased_after_a_yes_and_kept_after_a_no(int place)
    {
        var (visitor, open) = await AtAsync(place);
        (await visitor.SayAsync("Delete my data")).Says("erase.confirm");
        var kept = await visitor.SayAsync("no");
        Assert.True(kept.Has("erase.kept"), kept.ToString());
        if (place <= LastUnfinished)
        {
            kept.EndsWith(open);
        }

        await visitor.SayAsync("Delete my data");
        (await visitor.SayAsync("yes")).Says("erase.done");
        using var gone = await shared.Host.Http.GetAsync("/api/leads/" + visitor.Key.LeadId);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, gone.StatusCode);
        (await visitor.SayAsync("hello")).EndsWith("bant.need.ask");
    }

    [Fact]
    public async Task A_question_that_only_a_human_can_answer_is_noted()
    {
        var (visitor, open) = await AtAsync(1);
        (await visitor.SayAsync("Do you integrate with FooBarSoft?")).EndsWith(open);
        Assert.Equal("Do you integrate with FooBarSoft?", (await shared.LeadAsync(visitor)).GetProperty("questions")[0].GetString());
    }

    private async Task<(Visitor Visitor, string Open)> AtAsync(int place)
    {
        var (talk, steps, open) = Places[place];
        var visitor = shared.NewVisitor();
        await visitor.JoinAsync();
        foreach (var step in Talks.Of(talk).Take(steps))
        {
            (await visitor.SayAsync(step.Says)).EndsWith(step.EndsWith);
        }

        return (visitor, open);
    }
}
