using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;
using QualifyBot.Tests.Playbooks;
using static QualifyBot.Tests.Scoring.Leads;

namespace QualifyBot.Tests.Scoring;

public sealed class ScorerTests
{
    [Fact]
    public void A_cap_cuts_the_rules_behind_it_and_the_receipts_show_it()
    {
        var rules = new[] { 8, 7, -3, 5, 4 }.Select((points, index) =>
            new ScoreRule($"rule{index}", Axis.Fit, "capped", points, new Condition.NeedPresent("need", true)));
        var playbook = Playbook.From(Drafts.Plain with { Rules = [.. rules], Caps = [new GroupCap("capped", 18)] });

        var score = Scorer.Score(Of(("need", Need())), playbook, Today);

        Assert.Equal([(8, 0), (7, 0), (-3, 0), (3, 2), (0, 4)], score.Receipts.Select(receipt => (receipt.Points, receipt.Cut)));
        Assert.Equal(15, score.Fit);
    }

    [Fact]
    public void A_rule_on_several_answers_cites_each_that_it_rests_on()
    {
        var rule = new ScoreRule("several", Axis.Intent, null, 5, new Condition.All(
        [
            new Condition.NeedPresent("need", true),
            new Condition.Any([new Condition.AuthorityIs("authority", [AuthorityClass.Sole]), new Condition.MoneyWithin("money", 1, null), new Condition.FreeMail("email", true)]),
            new Condition.Not(new Condition.StartsWithin("timeframe", 30)),
        ]));
        var lead = Of(("need", Need()), ("authority", Decides(AuthorityClass.Sole)), ("money", Money(0m)), ("email", Text("a@gmail.com")), ("timeframe", StartsIn(50)), ("company", Text("Acme")));

        var receipt = Assert.Single(Scorer.Score(lead, Drafts.With(rule), Today).Receipts);

        Assert.Equal(["need", "authority", "email", "timeframe"], receipt.Citations.Cast<Citation.Words>().Select(words => words.Slot), StringComparer.Ordinal);
        Assert.All(receipt.Citations.Cast<Citation.Words>(), words => Assert.Same(lead.Find(words.Slot)!.Evidence, words.Evidence));
    }

    [Theory]
    [InlineData(20, 20, Grade.A1, Temperature.Warm)]
    [InlineData(19, 19, Grade.B2, Temperature.Warm)]
    [InlineData(20, 9, Grade.A3, Temperature.Cold)]
    [InlineData(9, 20, Grade.C1, Temperature.Warm)]
    [InlineData(10, 10, Grade.B2, Temperature.Warm)]
    [InlineData(-5, -5, Grade.C3, Temperature.Cold)]
    public void Points_give_a_place_in_the_grid(int fit, int intent, Grade grade, Temperature temperature)
    {
        var playbook = Drafts.With(
            new ScoreRule("fit", Axis.Fit, null, fit, new Condition.NeedPresent("need", true)),
            new ScoreRule("intent", Axis.Intent, null, intent, new Condition.NeedPresent("need", true)));
        var score = Scorer.Score(Of(("need", Need())), playbook, Today);
        Assert.Equal((grade, temperature), (score.Grade, score.Temperature));
    }

    [Theory]
    [InlineData(9, Stage.Unqualified)]
    [InlineData(10, Stage.Iql)]
    [InlineData(19, Stage.Iql)]
    [InlineData(20, Stage.Mql)]
    [InlineData(29, Stage.Mql)]
    [InlineData(30, Stage.Sql)]
    public void The_total_gives_the_stage(int points, Stage stage)
    {
        var playbook = Drafts.With(new ScoreRule("points", Axis.Intent, null, points, new Condition.NeedPresent("need", true)));
        Assert.Equal(stage, Scorer.Score(Of(("need", Need())), playbook, Today).Stage);
    }

    [Fact]
    public void A_lead_of_whom_nothing_is_known_has_no_points()
    {
        var score = Scorer.Score(Lead.Empty, Shipped.Bant, Today);
        Assert.Equal((0, 0, 0), (score.Fit, score.Intent, score.Receipts.Length));
    }
}
