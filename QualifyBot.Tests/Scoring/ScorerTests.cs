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

    [Theory]
    [InlineData(0, 40)]
    [InlineData(10, 40)]
    [InlineData(30, 20)]
    [InlineData(49, 1)]
    [InlineData(50, 0)]
    public void Points_fade_in_a_straight_line_with_the_age_of_the_signal(int age, int points)
    {
        var rule = new ScoreRule("demo", Axis.Intent, null, 40, new Condition.Happened(["demo"], 1, null)) { Decay = new Decay(10, 50) };
        Assert.Equal(points, Scorer.Score(Lead.Empty.With(SignalOf("a", "demo", age)), Drafts.With(rule), Today).Intent);
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(3, 10)]
    public void A_rule_may_count_each_signal_up_to_its_number(int signals, int points)
    {
        var rule = new ScoreRule("mail", Axis.Intent, null, 5, new Condition.Happened(["email"], 1, null)) { Each = 2 };
        var lead = Enumerable.Range(0, signals).Aggregate(Lead.Empty, (rest, index) => rest.With(SignalOf($"m{index}", "email", index)));
        Assert.Equal(points, Scorer.Score(lead.With(SignalOf("m0", "email", 0)), Drafts.With(rule), Today).Intent);
    }

    [Theory]
    [InlineData(6, 2)]
    [InlineData(7, 0)]
    public void A_signal_counts_within_its_days_and_never_before_it_happened(int age, int points)
    {
        var rule = new ScoreRule("week", Axis.Intent, null, 2, new Condition.Happened(["demo"], 1, 7));
        Assert.Equal(points, Scorer.Score(Lead.Empty.With(SignalOf("a", "demo", age)), Drafts.With(rule), Today).Intent);
        Assert.Equal(0, Scorer.Score(Lead.Empty.With(SignalOf("a", "demo", -1)), Drafts.With(rule), Today).Intent);
    }

    [Theory]
    [InlineData(null, 10, 50, Standing.SelfReported)]
    [InlineData(60L, 15, 50, Standing.Confirmed)]
    [InlineData(9L, 0, 50, Standing.Contradicted)]
    [InlineData(60L, 15, null, Standing.Enriched)]
    public void What_a_signal_tells_confirms_contradicts_or_completes_an_answer(long? told, int points, int? said, Standing standing)
    {
        var rule = new ScoreRule("size", Axis.Fit, null, 10, new Condition.CountWithin("headcount", 50, null));
        var playbook = Playbook.From(Drafts.Plain with { Rules = [rule], Weights = new EvidenceWeights(100, 150) });
        var lead = said is { } least ? Of(("headcount", new AnswerValue.Headcount(least, 100))) : Lead.Empty;
        lead = told is { } count ? lead.With(SignalOf("crm", "demo", 0) with { Slot = "headcount", Value = People(count) }) : lead;
        var score = Scorer.Score(lead, playbook, Today);
        Assert.Equal(points, score.Fit);
        Assert.All(score.Receipts.SelectMany(receipt => receipt.Citations), citation =>
            Assert.Equal(standing, citation is Citation.Words words ? words.Standing : Standing.Enriched));
    }

    [Fact]
    public void Product_signals_make_a_lead_product_qualified_short_of_sales_qualified()
    {
        var rule = new ScoreRule("need", Axis.Fit, null, 30, new Condition.NeedPresent("need", true));
        var playbook = Playbook.From(Drafts.Plain with { Rules = [rule], ProductQualified = new Condition.Happened(["demo"], 1, null) });
        var lead = Lead.Empty.With(SignalOf("a", "demo", 0));
        Assert.Equal(Stage.Pql, Scorer.Score(lead, playbook, Today).Stage);
        Assert.Equal(Stage.Unqualified, Scorer.Score(Lead.Empty, playbook, Today).Stage);
        Assert.Equal(Stage.Sql, Scorer.Score(lead.With(AnswerFor("need", Need())), playbook, Today).Stage);
    }

    private static Signal SignalOf(string id, string kind, int age) => new(id, kind, Today.AddDays(-age), "test");
}
