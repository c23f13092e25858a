using System.Text.Json;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Dialogs;

public sealed class FirstMessageTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Everything =
        "I'm head of IT at Acme, 300 people, our onboarding is a mess, we have 40k and want to start in March, it@acme.example";

    [Fact]
    public async Task What_the_first_message_says_is_not_asked_again()
    {
        var visitor = shared.NewVisitor();
        (await visitor.SayAsync(Everything)).Says("talk.open", "talk.noted", "bant.authority.ask");
        (await visitor.SayAsync("I do")).EndsWith("book.offer");
        (await visitor.SayAsync("1")).Says("book.done");
        var answers = (await shared.LeadAsync(visitor)).GetProperty("answers").EnumerateArray().ToDictionary(
            answer => answer.GetProperty("slot").GetString()!, answer => answer.GetProperty("evidence").GetProperty("quote").GetString()!, StringComparer.Ordinal);
        Assert.Equal("300 people", answers["headcount"]);
        Assert.Contains("onboarding", answers["need"], StringComparison.Ordinal);
        Assert.Contains("40k", answers["budget"], StringComparison.Ordinal);
        Assert.Contains("March", answers["timeline"], StringComparison.Ordinal);
        Assert.Equal("it@acme.example", answers["email"]);
        Assert.Contains("head of IT", answers["title"], StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Acme", answers["company"]);
    }

    [Fact]
    public async Task The_same_holds_where_the_first_question_was_asked_already()
    {
        var visitor = shared.NewVisitor();
        await visitor.JoinAsync();
        (await visitor.SayAsync(Everything)).Says("talk.noted", "progress.one", "bant.authority.ask");
    }

    [Fact]
    public async Task The_same_holds_for_the_other_playbook()
    {
        var visitor = shared.NewVisitor();
        (await visitor.SayAsync(Everything, "champ")).Says("talk.open", "talk.noted", "champ.authority.ask");
        (await visitor.SayAsync("the decision is mine")).EndsWith("champ.priority.ask");
    }

    [Theory]
    [InlineData("Hi", "bant.need.ask")]
    [InlineData("I want a demo", "bant.need.ask")]
    [InlineData("We need a tool because everything is done by hand", "bant.headcount.ask")]
    [InlineData("We have a budget of $20k", "bant.need.ask")]
    [InlineData("Our reporting is a mess. We would like to start next week", "bant.headcount.ask")]
    [InlineData("We are a company of 120 people", "bant.need.ask")]
    [InlineData("We want to start in March, have $50,000, I sign this myself, 200 employees, and we waste time on spreadsheets", "book.contact")]
    public async Task The_first_question_is_one_that_is_open(string text, string question)
    {
        var visitor = shared.NewVisitor();
        var reply = await visitor.SayAsync(text);
        Assert.True(reply.Has("talk.open"), reply.ToString());
        reply.EndsWith(question);
    }

    [Theory]
    [InlineData("need", "We copy and paste by hand")]
    [InlineData("timeline", "we would like to start in March")]
    [InlineData("authority", "I sign off on purchases like this")]
    [InlineData("budget", "about $40k a year")]
    [InlineData("headcount", "we are 300 people")]
    public async Task Whatever_is_told_before_it_is_asked_is_not_asked(string told, string words)
    {
        var visitor = shared.NewVisitor();
        var answers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["need"] = "We copy and paste by hand", ["timeline"] = "next month", ["authority"] = "I decide that myself", ["budget"] = "about $40k a year", ["headcount"] = "we are 300 people",
        };
        var heard = new List<Reply> { await visitor.SayAsync(words) };
        while (answers.Keys.FirstOrDefault(slot => heard[^1].Has($"bant.{slot}.ask")) is { } asked)
        {
            Assert.True(answers.Remove(asked, out var answer), $"Asked again: {heard[^1]}");
            heard.Add(await visitor.SayAsync(answer));
        }

        Assert.Equal([told], answers.Keys);
        heard[^1].EndsWith("book.contact");
        Assert.DoesNotContain(heard, reply => reply.Has($"bant.{told}.ask"));
    }

    [Fact]
    public async Task Every_message_says_at_first_that_this_is_a_bot()
    {
        (await shared.NewVisitor().JoinAsync()).Says("talk.open", "bant.need.ask");
        Assert.Contains("automated", (await shared.NewVisitor().SayAsync("hello")).Text, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Undefined, (await shared.Host.LeadsAsync()).EnumerateArray().FirstOrDefault(lead => lead.GetProperty("channel").GetString() != "emulator").ValueKind);
    }
}
