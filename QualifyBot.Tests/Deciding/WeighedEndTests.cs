using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;
using QualifyBot.Tests.Playbooks;
using static QualifyBot.Tests.Scoring.Leads;

namespace QualifyBot.Tests.Deciding;

/// <summary>Where the weight of an answer hangs on what it rests on, one goes on asking as long as any weight that it may get can change the outcome.</summary>
public sealed class WeighedEndTests
{
    [Theory]
    [InlineData(50, 150, 5, true)]
    [InlineData(50, 150, 6, false)]
    [InlineData(120, 150, 12, true)]
    [InlineData(120, 150, 13, false)]
    [InlineData(120, 120, 12, true)]
    [InlineData(120, 120, 13, false)]
    [InlineData(80, 80, 8, true)]
    [InlineData(80, 80, 9, false)]
    public void A_question_is_asked_while_the_visitors_word_alone_can_reach_the_stage(int selfReported, int evidenced, int threshold, bool asked)
    {
        var playbook = Playbook(new ScoreRule("need", Axis.Intent, null, 10, IsNeeded), new EvidenceWeights(selfReported, evidenced), threshold);
        Assert.Equal(asked, Asks(Lead.Empty, playbook));
        Assert.Equal(asked, Asks(Lead.Empty.With(Opened), playbook));
    }

    [Theory]
    [InlineData(50, 150, 65, true)]
    [InlineData(50, 150, 66, false)]
    [InlineData(80, 100, 48, true)]
    [InlineData(80, 100, 49, false)]
    public void What_a_signal_tells_weighs_as_evidence_beside_what_is_still_asked(int selfReported, int evidenced, int threshold, bool asked)
    {
        var told = Lead.Empty.With(Opened with { Slot = "headcount", Value = People(80) });
        Assert.Equal(asked, Asks(told, Playbook(IsLarge with { Points = 40 }, new EvidenceWeights(selfReported, evidenced), threshold, new ScoreRule("need", Axis.Intent, null, 10, IsNeeded))));
    }

    [Theory]
    [InlineData(50, 150, 5, false)]
    [InlineData(50, 150, 6, true)]
    [InlineData(120, 150, 12, false)]
    [InlineData(120, 150, 13, true)]
    [InlineData(80, 80, 8, false)]
    [InlineData(80, 80, 9, true)]
    public void Points_that_are_earned_count_as_they_weigh(int selfReported, int evidenced, int threshold, bool asked) =>
        Assert.Equal(asked, Asks(Of(("need", Need())), Playbook(new ScoreRule("need", Axis.Intent, null, 10, IsNeeded), new EvidenceWeights(selfReported, evidenced), threshold, IsLarge)));

    [Fact]
    public void What_costs_points_weighs_the_same_whatever_it_rests_on()
    {
        var playbook = Playbook(new ScoreRule("need", Axis.Intent, null, -10, IsNeeded), new EvidenceWeights(50, 150), 10, new ScoreRule("demo", Axis.Intent, null, 20, new Condition.Happened(["demo"], 1, null)));
        var lead = Lead.Empty.With(Opened with { Kind = "demo" });
        Assert.False(Asks(lead, playbook));
        Assert.True(Asks(lead, Playbook(playbook.Rules[0], playbook.Weights, 11, playbook.Rules[1])));
    }

    [Theory]
    [InlineData(0, 22, true)]
    [InlineData(0, 23, false)]
    [InlineData(5, 16, true)]
    [InlineData(5, 17, false)]
    public void Signals_count_as_much_as_they_are_worth_today(int age, int threshold, bool asked)
    {
        var mails = new ScoreRule("mail", Axis.Intent, null, 6, new Condition.Happened(["email"], 1, null)) { Each = 3, Decay = new Decay(0, 10) };
        var lead = Enumerable.Range(0, 2).Aggregate(Lead.Empty, (rest, index) => rest.With(Opened with { Id = $"m{index}", On = Today.AddDays(-age) }));
        Assert.Equal(asked, Asks(lead, Playbook(mails, EvidenceWeights.Even, threshold, new ScoreRule("need", Axis.Intent, null, 10, IsNeeded))));
    }

    private static readonly Condition IsNeeded = new Condition.NeedPresent("need", true);

    private static readonly ScoreRule IsLarge = new("size", Axis.Intent, null, 20, new Condition.CountWithin("headcount", 50, null));

    private static readonly Signal Opened = new("s", "email", Today, "mail");

    private static bool Asks(Lead lead, Playbook playbook) => Decider.Next(lead, playbook, Today) is NextStep.Ask;

    // "Ready" is whoever reaches the first stage, all others are nurtured: nothing else hangs on the points.
    private static Playbook Playbook(ScoreRule rule, EvidenceWeights weights, int threshold, params ReadOnlySpan<ScoreRule> more) => Qualification.Playbooks.Playbook.From(Drafts.Plain with
    {
        Rules = [rule, .. more],
        Weights = weights,
        Stages = new StageThresholds(threshold, 1000, 2000),
        Routes = [new RouteRule("ready", Outcome.BookDemo, new Condition.StageIs([Stage.Iql])), new RouteRule("rest", Outcome.Nurture, null)],
    });
}
