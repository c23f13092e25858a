using System.Globalization;
using System.Text.RegularExpressions;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Dialogs;

/// <summary>How a talk begins, and how far along it says that it is.</summary>
public sealed partial class OpeningTests(SharedHost shared) : IClassFixture<SharedHost>
{
    public static TheoryData<string> Playbooks => [.. Shipped.Catalog.Playbooks.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Playbooks))]
    public async Task The_opening_says_that_it_is_a_bot_how_many_questions_there_are_and_how_long_they_take(string playbook)
    {
        var playbookItself = Shipped.Catalog.Playbooks[playbook];
        var opening = await shared.NewVisitor().JoinAsync(playbook);
        Assert.True(opening.Has("talk.open"), opening.ToString());
        Assert.Contains("automated assistant, not a person", opening.Text, StringComparison.Ordinal);
        var figures = Figure().Matches(opening.Text).Select(found => int.Parse(found.Value, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(Decider.QuestionsLeft(Lead.Empty, playbookItself, new DateOnly(2026, 1, 12)), figures[0]);
        Assert.InRange(figures[0], 4, playbookItself.Questions.Length);
        Assert.InRange(figures[1], 1, 5);
    }

    [Fact]
    public async Task Who_tells_much_at_once_is_promised_fewer_questions()
    {
        var all = await shared.NewVisitor().SayAsync("Hello");
        var some = await shared.NewVisitor().SayAsync("We copy and paste by hand, we are 300 people and want to start next month");
        Assert.True(int.Parse(Figure().Match(all.Text).Value, CultureInfo.InvariantCulture) > int.Parse(Figure().Match(some.Text).Value, CultureInfo.InvariantCulture), some.Text);
    }

    [Fact]
    public async Task Near_the_end_it_says_how_many_questions_may_follow_and_not_each_time()
    {
        var visitor = shared.NewVisitor();
        await visitor.JoinAsync();
        var replies = new List<Reply>();
        foreach (var step in Talks.Of("bant booked").Take(4))
        {
            replies.Add(await visitor.SayAsync(step.Says));
        }

        Assert.Equal([false, true, false, true], replies.Select(reply => reply.Has("progress.three") || reply.Has("progress.two") || reply.Has("progress.one")));
        Assert.True(replies[^1].Has("progress.one"), replies[^1].ToString());
    }

    [GeneratedRegex("[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Figure();
}
