using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Explaining;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;
using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Scoring;
using Any = QualifyBot.Tests.Scoring.Any;
using Outcome = QualifyBot.Qualification.Playbooks.Outcome;

namespace QualifyBot.Tests.Explaining;

/// <summary>Receipts as sellers read them, and reasons as visitors do.</summary>
public sealed class ReceiptWordsTests
{
    private static readonly Condition Rich = new Condition.MoneyWithin("money", 20_000, null);
    private static readonly Answer Said = new("money", new AnswerValue.Money(MoneyStatus.Amount, 15_000, 30_000, "USD"), new Evidence("m3", 7, 20, "around 15k, maybe 30", "money.range"), Leads.AnswerFor("money", Leads.NoNeed).At);

    [Fact]
    public void A_receipt_leads_from_the_points_to_the_characters()
    {
        var playbook = Drafts.With(new ScoreRule("budget_20k", Axis.Fit, null, 10, Rich));
        Assert.Equal(
            "+10 fit, budget_20k (small 1): money of at least 20,000 USD a year <- money 15,000-30,000 USD <- 'around 15k, maybe 30' (message m3, characters 7-27)",
            Assert.Single(LinesOf(Lead.Empty.With(Said), playbook)));
    }

    [Fact]
    public void What_a_cap_took_is_told()
    {
        var playbook = Playbook.From(Drafts.Plain with
        {
            Rules = [new ScoreRule("first", Axis.Fit, "size", 8, Rich), new ScoreRule("second", Axis.Fit, "size", 8, Rich)],
            Caps = [new GroupCap("size", 12)],
        });
        var lines = LinesOf(Lead.Empty.With(Said), playbook);
        Assert.StartsWith("+8 fit, first", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("+4 fit (4 cut by the cap of 12 for size), second", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Signals_tell_when_and_where_they_came_from_and_how_far_they_faded()
    {
        var playbook = Playbook.From(Drafts.Plain with
        {
            Signals = [new SignalKind("pricing_page", "Pricing page seen")],
            Rules = [new ScoreRule("pricing", Axis.Intent, null, 10, new Condition.Happened(["pricing_page"], 1, null)) { Each = 2, Decay = new Decay(10, 30) }],
        });
        var lead = Lead.Empty.With(new Signal("a", "pricing_page", Leads.Today.AddDays(-20), "website")).With(new Signal("b", "pricing_page", Leads.Today, "website"));
        Assert.Equal(
            "+15 intent (+10 for each of 2 signals, +20 faded to +15 with age), pricing (small 1): pricing page seen <- pricing page seen (website, 2 November 2026); pricing page seen (website, 22 November 2026)",
            Assert.Single(LinesOf(lead, playbook)));
    }

    [Theory]
    [InlineData(25_000, "+12 fit (+10 weighed as evidenced, 120 %), rich (small 1): money of at least 20,000 USD a year <- money 15,000-30,000 USD <- 'around 15k, maybe 30' (message m3, characters 7-27), confirmed by demo (crm, 22 November 2026)")]
    [InlineData(90_000, "+12 fit (+10 weighed as evidenced, 120 %), rich (small 1): money of at least 20,000 USD a year <- money 90,000 <- told by demo (crm, 22 November 2026), against money 15,000-30,000 USD <- 'around 15k, maybe 30' (message m3, characters 7-27)")]
    public void A_signal_that_confirms_or_contradicts_is_told_with_its_source_and_day(int told, string line)
    {
        var playbook = Playbook.From(Drafts.Plain with { Rules = [new ScoreRule("rich", Axis.Fit, null, 10, Rich)], Weights = new EvidenceWeights(80, 120) });
        Assert.StartsWith("+8 fit (+10 weighed as self-reported, 80 %)", Assert.Single(LinesOf(Lead.Empty.With(Said), playbook)), StringComparison.Ordinal);
        var signal = new Signal("s", "demo", Leads.Today, "crm", "money", Leads.Money(told));
        Assert.Equal(line, Assert.Single(LinesOf(Lead.Empty.With(Said).With(signal), playbook)));
    }

    [Fact]
    public void Words_that_are_control_characters_or_long_stay_on_one_line()
    {
        var answer = new Answer("money", Said.Value, new Evidence("m\n1", 0, 300, "\u001b[31m\r\n\u202e" + new string('x', 295), "money"), Said.At);
        var line = Assert.Single(LinesOf(Lead.Empty.With(answer), Drafts.With(new ScoreRule("rich", Axis.Fit, null, 10, Rich))));
        Assert.DoesNotContain(line, char.IsControl);
        Assert.DoesNotContain('\u202e', line);
        Assert.Contains("…", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_receipt_of_every_lead_has_a_line_that_tells_its_points_and_the_lines_sum_to_the_score() =>
        Any.Check(2_000, any =>
        {
            var playbook = any.Playbook();
            var lead = any.Lead(playbook);
            var score = Scorer.Score(lead, playbook, Leads.Today);
            var lines = score.Receipts.Select(receipt => ReceiptWords.Of(receipt, lead, playbook)).ToArray();
            Assert.Equal(score.Total, lines.Sum(line => int.Parse(line[..line.IndexOf(' ', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture)));
            Assert.All(score.Receipts.Zip(lines), pair => Assert.Contains($", {pair.First.Rule} (small 1): ", pair.Second, StringComparison.Ordinal));
        });

    [Fact]
    public void A_visitor_hears_their_own_words_and_nothing_that_others_told() =>
        Any.Check(3_000, any =>
        {
            var playbook = any.Playbook();
            var lead = any.Lead(playbook);
            var decision = Decider.AsItStands(lead, playbook, Leads.Today);
            var reasons = VisitorReasons.Of(decision, lead, playbook, Leads.Today);
            Assert.True(reasons.Said.Length <= VisitorReasons.Most);
            Assert.All(reasons.Said, reason => Assert.StartsWith(reason.Quote.TrimEnd('…', ' ').Trim('\ufffd'), lead.Find(reason.Slot)!.Evidence.Quote.Trim().TrimStart('\ude00'), StringComparison.Ordinal));
            Assert.All(reasons.Said, reason => Assert.IsNotType<AnswerValue.Withheld>(lead.Find(reason.Slot)!.Value));
            Assert.True(!lead.Signals.IsEmpty || !reasons.FromElsewhere);
        });

    [Fact]
    public void What_a_signal_contradicts_is_not_held_against_the_visitors_words()
    {
        var playbook = Drafts.With(new ScoreRule("rich", Axis.Fit, null, 10, Rich));
        var lead = Lead.Empty.With(Said);
        Assert.Equal("money", Assert.Single(ReasonsOf(lead, playbook).Said).Slot);
        Assert.False(ReasonsOf(lead, playbook).FromElsewhere);
        var contradicted = ReasonsOf(lead.With(new Signal("s", "demo", Leads.Today, "crm", "money", Leads.Money(90_000))), playbook);
        Assert.Empty(contradicted.Said);
        Assert.True(contradicted.FromElsewhere);
    }

    [Fact]
    public void Who_is_disqualified_hears_the_reason_alone()
    {
        var lead = Leads.Of(("need", Leads.Need("not_buying")), ("budget", Leads.Money(90_000)));
        var decision = Decider.AsItStands(lead, Shipped.Bant, Leads.Today);
        Assert.Equal(Outcome.Disqualify, decision.Outcome);
        var reason = Assert.Single(ReasonsOf(lead, Shipped.Bant).Said);
        Assert.Equal(("need", false), (reason.Slot, reason.Favours));
    }

    private static VisitorReasons ReasonsOf(Lead lead, Playbook playbook) => VisitorReasons.Of(Decider.AsItStands(lead, playbook, Leads.Today), lead, playbook, Leads.Today);

    private static string[] LinesOf(Lead lead, Playbook playbook) =>
        [.. Scorer.Score(lead, playbook, Leads.Today).Receipts.Select(receipt => ReceiptWords.Of(receipt, lead, playbook))];
}
