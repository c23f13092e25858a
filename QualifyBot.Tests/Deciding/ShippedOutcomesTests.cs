using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;
using QualifyBot.Tests.Playbooks;
using static QualifyBot.Tests.Scoring.Leads;

namespace QualifyBot.Tests.Deciding;

public sealed class ShippedOutcomesTests
{
    private static readonly Lead HeadOfIt = Of(
        ("title", Title("head of IT", TitleLevel.Director)), ("company", Text("Acme")), ("headcount", People(300)), ("need", Need("onboarding")),
        ("budget", Money(40_000)), ("timeline", new AnswerValue.Timeframe(TimeframeClass.Dated, new DateOnly(2027, 3, 1), new DateOnly(2027, 4, 1))),
        ("email", Text("it@acme.example")));

    [Fact]
    public void A_first_message_that_says_all_but_who_decides_is_asked_that_only()
    {
        Assert.Equal("authority", QuestionFor(HeadOfIt, Shipped.Bant));
        Assert.Equal(Outcome.BookDemo, DecisionFor(HeadOfIt.With(AnswerFor("authority", Decides(AuthorityClass.Sole))), Shipped.Bant).Outcome);
        Assert.Equal(Outcome.BookDemo, DecisionFor(HeadOfIt.With(AnswerFor("authority", Decides(AuthorityClass.Joint))), Shipped.Bant).Outcome);
        Assert.Equal(Outcome.HandOff, DecisionFor(HeadOfIt.With(AnswerFor("authority", Withheld())), Shipped.Bant).Outcome);
        Assert.Equal(Outcome.Nurture, DecisionFor(HeadOfIt.With(AnswerFor("authority", Decides(AuthorityClass.None))), Shipped.Bant).Outcome);
    }

    [Fact]
    public void A_talk_opens_with_the_problem_and_money_comes_last()
    {
        Assert.Equal(["need", "headcount", "timeline", "authority", "budget"], Talk(Shipped.Bant, slot => slot switch
        {
            "need" => Need("manual_work"),
            "timeline" => StartsIn(60),
            "authority" => Decides(AuthorityClass.Sole),
            "budget" => Money(30_000),
            _ => People(120),
        }).Asked);
        Assert.Equal(["challenge", "authority", "priority", "timeline", "budget"], Talk(Shipped.Champ, slot => slot switch
        {
            "challenge" => Need("manual_work"),
            "authority" => Decides(AuthorityClass.Sole),
            "budget" => Money(30_000),
            "priority" => Says(YesNoClass.Yes),
            _ => StartsIn(60),
        }).Asked);
    }

    public static TheoryData<string, string, Outcome> Ends => new()
    {
        { "bant", "decent mid-market", Outcome.BookDemo },
        { "bant", "just looking", Outcome.Nurture },
        { "bant", "student", Outcome.Disqualify },
        { "bant", "no problem", Outcome.Disqualify },
        { "bant", "tiny and broke", Outcome.Disqualify },
        { "bant", "very large", Outcome.HandOff },
        { "bant", "money without a problem", Outcome.HandOff },
        { "bant", "would not say the budget", Outcome.BookDemo },
        { "champ", "decent mid-market", Outcome.BookDemo },
        { "champ", "just looking", Outcome.Nurture },
        { "champ", "student", Outcome.Disqualify },
        { "champ", "no problem", Outcome.Disqualify },
        { "champ", "tiny and broke", Outcome.Disqualify },
        { "champ", "very large", Outcome.HandOff },
        { "champ", "money without a problem", Outcome.HandOff },
        { "champ", "would not say the budget", Outcome.BookDemo },
        { "meddic", "decent mid-market", Outcome.BookDemo },
        { "meddic", "just looking", Outcome.Nurture },
        { "meddic", "student", Outcome.Disqualify },
        { "meddic", "no problem", Outcome.Disqualify },
        { "meddic", "very large", Outcome.HandOff },
        { "meddic", "would not say the budget", Outcome.BookDemo },
        { "faint", "decent mid-market", Outcome.BookDemo },
        { "faint", "just looking", Outcome.Nurture },
        { "faint", "student", Outcome.Disqualify },
        { "faint", "no problem", Outcome.Disqualify },
        { "faint", "very large", Outcome.HandOff },
        { "faint", "would not say the budget", Outcome.BookDemo },
        { "gpct", "decent mid-market", Outcome.BookDemo },
        { "gpct", "just looking", Outcome.Nurture },
        { "gpct", "student", Outcome.Disqualify },
        { "gpct", "no problem", Outcome.Disqualify },
        { "gpct", "very large", Outcome.HandOff },
        { "gpct", "would not say the budget", Outcome.BookDemo },
        { "meddic", "tiny and broke", Outcome.Disqualify },
        { "faint", "tiny and broke", Outcome.Disqualify },
        { "gpct", "tiny and broke", Outcome.Nurture },
        { "gpct", "money without a problem", Outcome.HandOff },
        { "faint", "money without a problem", Outcome.HandOff },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public void Stories_end_where_a_seller_expects(string id, string story, Outcome outcome)
    {
        var playbook = Shipped.Catalog.Playbooks[id];
        var known = Stories.Of(story);
        var result = Talk(playbook, slot => known.GetValueOrDefault(slot) ?? Withheld(WithheldReason.Unknown));
        Assert.Equal(outcome, result.Decision.Outcome);
    }

    [Theory]
    [MemberData(nameof(Shipped.Ids), MemberType = typeof(Shipped))]
    public void Every_outcome_and_every_way_out_is_reached_over_all_choices(string id)
    {
        var playbook = Shipped.Catalog.Playbooks[id];
        var decisions = Choices.Leads(playbook, Today).Append(AtWork(playbook)).Select(lead => DecisionFor(lead, playbook)).ToList();
        Assert.Equal(Enum.GetValues<Outcome>(), decisions.Select(decision => decision.Outcome).Distinct().Order());
        var ways = playbook.Routes.Select(route => route.Id).Concat(playbook.Disqualifiers.Select(disqualifier => disqualifier.Id)).Except(["not_buying"], StringComparer.Ordinal);
        Assert.Equal(ways.Order(StringComparer.Ordinal), decisions.Select(decision => decision.Reason).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Equal(Enum.GetValues<Stage>().Where(stage => stage != Stage.Pql || playbook.ProductQualified is not null), decisions.Select(decision => decision.Stage).Distinct().Order());
        Assert.Equal(Enum.GetValues<Grade>(), decisions.Select(decision => decision.Score.Grade).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Shipped.Ids), MemberType = typeof(Shipped))]
    public void Every_rule_earns_points_for_some_lead(string id)
    {
        var playbook = Shipped.Catalog.Playbooks[id];
        var extras = Of(("title", Title("VP of IT", TitleLevel.Vp)), ("email", Text("a@acme.example")), ("company", Text("Acme")), ("person", Text("Ann")), ("phone", Text("+49301234567")));
        var free = Of(("email", Text("ann@gmail.com")));
        var earned = Choices.Leads(playbook, Today).Concat([extras, free, .. Volunteered, BusyOnTheSite(playbook)])
            .SelectMany(lead => Scorer.Score(lead, playbook, Today).Receipts)
            .Select(receipt => receipt.Rule).Distinct(StringComparer.Ordinal);
        Assert.Equal(playbook.Rules.Select(rule => rule.Id).Order(StringComparer.Ordinal), earned.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Shipped.Ids), MemberType = typeof(Shipped))]
    public void A_talk_that_ends_early_would_have_ended_the_same_whatever_was_answered(string id)
    {
        var playbook = Shipped.Catalog.Playbooks[id];
        var early = 0;
        foreach (var lead in Choices.PartialLeads(playbook, Today))
        {
            if (Decider.Next(lead, playbook, Today) is NextStep.Conclude({ Outcome: not Outcome.Disqualify } decision))
            {
                foreach (var answer in Choices.NextAnswers(lead, playbook, Today))
                {
                    early++;
                    Assert.Equal(decision.Outcome, DecisionFor(lead.With(answer), playbook).Outcome);
                }
            }
        }

        Assert.True(early > 1000, $"{early}");
    }

    /// <summary>Answers that some playbooks take but never ask for.</summary>
    private static IEnumerable<Lead> Volunteered =>
        [Of(("budget", Money(150_000))), Of(("budget", Money(MoneyStatus.None))), Of(("competitor", Text("Initech")))];

    /// <summary>Tells nothing, but works with the product.</summary>
    private static Lead AtWork(Playbook playbook) =>
        playbook.Questions.Aggregate(BusyOnTheSite(playbook), (lead, question) => lead.With(AnswerFor(question.Slot.Id, Withheld())));

    private static Lead BusyOnTheSite(Playbook playbook) => playbook.Signals.Aggregate(Lead.Empty, (lead, kind) => lead.With(new Signal(kind.Id, kind.Id, Today, "website")));

    private static string QuestionFor(Lead lead, Playbook playbook) => Assert.IsType<NextStep.Ask>(Decider.Next(lead, playbook, Today)).Question.Id;

    private static Decision DecisionFor(Lead lead, Playbook playbook) => Assert.IsType<NextStep.Conclude>(Decider.Next(lead, playbook, Today)).Decision;

    private static (List<string> Asked, Decision Decision) Talk(Playbook playbook, Func<string, AnswerValue> answer)
    {
        var (lead, asked) = (Lead.Empty, new List<string>());
        while (Decider.Next(lead, playbook, Today) is NextStep.Ask(var question))
        {
            Assert.DoesNotContain(question.Id, asked, StringComparer.Ordinal);
            asked.Add(question.Id);
            lead = lead.With(AnswerFor(question.Slot.Id, answer(question.Slot.Id)));
        }

        return (asked, DecisionFor(lead, playbook));
    }
}
