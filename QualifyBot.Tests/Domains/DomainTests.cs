using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Domains;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;
using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Scoring;
using static QualifyBot.Tests.Scoring.Leads;

namespace QualifyBot.Tests.Domains;

public sealed class DomainTests
{
    [Fact]
    public void Every_answer_has_one_that_stands_for_it() => Any.Check(3000, any =>
    {
        var playbook = any.Chance(30) ? any.One([Shipped.Bant, Shipped.Champ]) : any.Playbook();
        var today = any.One(Today, Today.AddDays(400));
        foreach (var domain in AnswerDomains.Of(playbook).Slots)
        {
            var value = any.Value(domain.Slot.Type);
            var found = domain.Of(value, today);
            Assert.True(found is not null, $"{domain.Slot.Id}: {value}");
            Assert.Equal(domain.Truths(value, today).AsEnumerable(), domain.Truths(found.Meaning.On(today), today));
            Assert.True(domain.IsExhaustive);
        }
    });

    [Fact]
    public void What_stands_for_an_answer_earns_the_same_points_by_the_same_rules() => Any.Check(2000, any =>
    {
        var playbook = any.Chance(30) ? any.One([Shipped.Bant, Shipped.Champ]) : any.Playbook();
        var domains = AnswerDomains.Of(playbook);
        var lead = any.Lead(playbook) with { Signals = [] };
        var other = lead.Answers.Aggregate(Lead.Empty, (rest, answer) =>
            rest.With(answer with { Value = domains[answer.Slot].Of(answer.Value, Today)!.Meaning.On(Today) }));
        var (one, two) = (Scorer.Score(lead, playbook, Today), Scorer.Score(other, playbook, Today));
        Assert.Equal((one.Fit, one.Intent, one.Stage), (two.Fit, two.Intent, two.Stage));
        Assert.Equal(one.Receipts.Select(receipt => (receipt.Rule, receipt.Points)), two.Receipts.Select(receipt => (receipt.Rule, receipt.Points)));
    });

    [Fact]
    public void No_two_answers_of_a_domain_are_the_same_to_the_playbook_and_each_fits_its_slot() => Any.Check(500, any =>
    {
        var playbook = any.Chance(30) ? any.One([Shipped.Bant, Shipped.Champ]) : any.Playbook();
        foreach (var domain in AnswerDomains.Of(playbook).Slots)
        {
            Assert.NotEmpty(domain.Values);
            Assert.Equal(domain.Values.Length, domain.Values.Select(value => string.Join(',', value.Truths)).Distinct(StringComparer.Ordinal).Count());
            Assert.All(domain.Values, value => Assert.True(AnswerTypes.Fits(value.Meaning.On(Today), domain.Slot.Type)));
            Assert.All(domain.Values, value => Assert.Equal(value.Truths.AsEnumerable(), domain.Truths(value.Meaning.On(Today), Today)));
        }
    });

    [Fact]
    public void Bounds_are_met_from_both_sides()
    {
        var domain = AnswerDomains.Of(Shipped.Bant)["budget"];
        var amounts = domain.Values.Select(value => value.Meaning.On(Today)).OfType<AnswerValue.Money>().Where(money => money.Status == MoneyStatus.Amount && money.Currency is null);
        Assert.Equal([500m, 1_000, 5_000, 20_000, 50_000, 100_000], amounts.Select(money => money.Min));
        var starts = AnswerDomains.Of(Shipped.Bant)["timeline"].Values.Select(value => value.Meaning).OfType<ChoiceValue.DaysAhead>();
        Assert.Equal([185, 184, 92, 31], starts.Select(start => start.From));
    }

    [Fact]
    public void Better_answers_stand_higher()
    {
        var authority = AnswerDomains.Of(Shipped.Bant)["authority"].Values.Where(value => value.Place is not null).OrderBy(value => value.Place!.Value.Height);
        Assert.Equal(
            [AuthorityClass.None, AuthorityClass.Influencer, AuthorityClass.NeedsApproval, AuthorityClass.Joint, AuthorityClass.Sole],
            authority.Select(value => ((AnswerValue.Authority)value.Meaning.On(Today)).Class));
        var timeline = AnswerDomains.Of(Shipped.Bant)["timeline"].Values.Where(value => value.Place is not null).OrderBy(value => value.Place!.Value.Height).ToList();
        Assert.Equal(TimeframeClass.NoRush, ((AnswerValue.Timeframe)timeline[0].Meaning.On(Today)).Class);
        Assert.Equal(31, ((ChoiceValue.DaysAhead)timeline[^1].Meaning).From);
    }

    [Theory]
    [InlineData("title")]
    [InlineData("email")]
    [InlineData("company")]
    public void Words_stand_in_every_combination(string slot)
    {
        var lists = new[] { new Condition.HasWord(slot, ["student"]), new Condition.HasWord(slot, ["student services", "head"]), new Condition.HasWord(slot, ["intern"]) };
        var domain = AnswerDomains.Of(Drafts.With([.. lists.Select((list, index) => new ScoreRule($"rule{index}", Axis.Fit, null, 1, list))]))[slot];
        foreach (var text in new[] { "Head of Student Services", "student services intern", "headless", "intern", "STUDENT", "head of interns and the intern" })
        {
            AnswerValue value = slot == "title" ? new AnswerValue.Title(text, TitleLevel.Director) : new AnswerValue.Text(text);
            Assert.NotNull(domain.Of(value, Today));
        }

        Assert.Equal(8 + 1, domain.Values.Length);
    }

    [Fact]
    public void Too_many_combinations_of_words_are_told()
    {
        var rules = Enumerable.Range(0, 12).Select(index => new ScoreRule($"rule{index}", Axis.Fit, null, 1, new Condition.HasWord("text", [$"word{index}"])));
        var domain = AnswerDomains.Of(Drafts.With([.. rules]))["text"];
        Assert.False(domain.IsExhaustive);
        Assert.InRange(domain.Values.Length, 100, 600);
    }

    [Fact]
    public void A_slot_that_nothing_reads_needs_one_answer()
    {
        var domain = AnswerDomains.Of(Drafts.With(new ScoreRule("rule", Axis.Fit, null, 1, new Condition.NeedPresent("need", true))))["money"];
        Assert.Empty(Assert.Single(domain.Values).Truths);
    }

    [Fact]
    public void Signals_differ_by_the_counts_and_ages_that_conditions_read()
    {
        var rule = new ScoreRule("seen", Axis.Intent, null, 5, new Condition.Happened(["pricing_page"], 2, 30)) { Decay = new Decay(7, 60) };
        var domain = AnswerDomains.Of(Drafts.With(rule)).Signals.Single(signal => signal.Kind == "pricing_page");
        Assert.Equal([0, 1, 2], domain.Counts.AsEnumerable());
        Assert.Equal([0, 7, 29, 30, 59, 60], domain.Ages.AsEnumerable());
        var seen = domain.Signals(2, 29, Today).Aggregate(Lead.Empty, (lead, signal) => lead.With(signal));
        Assert.NotEmpty(Scorer.Score(seen, Drafts.With(rule), Today).Receipts);
        var gone = domain.Signals(2, 30, Today).Aggregate(Lead.Empty, (lead, signal) => lead.With(signal));
        Assert.Empty(Scorer.Score(gone, Drafts.With(rule), Today).Receipts);
    }

    [Fact]
    public void The_domains_of_a_playbook_are_made_once() => Assert.Same(AnswerDomains.Of(Shipped.Bant), AnswerDomains.Of(Shipped.Bant));
}
