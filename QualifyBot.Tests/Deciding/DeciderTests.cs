using System.Text.Json;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;
using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Scoring;
using static QualifyBot.Tests.Scoring.Leads;

namespace QualifyBot.Tests.Deciding;

public sealed class DeciderTests
{
    private static readonly Lead Known = Of(("need", Need("speed")), ("money", Money(40_000)), ("timeframe", StartsIn(30)));

    [Fact]
    public void Every_talk_ends_without_asking_anything_twice() => Any.Check(2000, any =>
    {
        var (playbook, asked) = (any.Playbook(), new HashSet<string>(StringComparer.Ordinal));
        var lead = any.Lead(playbook);
        while (Decider.Next(lead, playbook, Today) is NextStep.Ask(var question))
        {
            Assert.Null(lead.Find(question.Slot.Id));
            Assert.True(asked.Add(question.Id));
            lead = lead.With(any.Answer(question.Slot));
        }
    });

    [Fact]
    public void A_talk_ends_early_only_where_no_answer_could_have_changed_the_outcome() => Any.Check(5000, any =>
    {
        var playbook = any.Playbook();
        var lead = any.Lead(playbook);
        if (Decider.Next(lead, playbook, Today) is NextStep.Conclude({ Outcome: var outcome, Stage: not Stage.Disqualified }))
        {
            for (var round = 0; round < 20; round++)
            {
                var full = playbook.Slots.Where(slot => lead.Find(slot.Id) is null).Aggregate(lead, (rest, slot) => rest.With(any.Answer(slot)));
                Assert.Equal(outcome, DecisionFor(full, playbook).Outcome);
            }
        }
    });

    [Fact]
    public void The_decision_as_it_stands_is_the_one_at_the_end_of_a_talk_that_stops_asking() => Any.Check(2000, any =>
    {
        var playbook = any.Playbook();
        var lead = any.Lead(playbook);
        var standing = Decider.AsItStands(lead, playbook, Today);
        if (Decider.Next(lead, playbook, Today) is NextStep.Conclude({ } decision))
        {
            Assert.Equal((decision.Hash, decision.Outcome, decision.Stage, decision.Reason), (standing.Hash, standing.Outcome, standing.Stage, standing.Reason));
        }

        Assert.Equal(Scorer.Score(lead, playbook, Today).Total, standing.Score.Total);
    });

    [Fact]
    public void The_hash_speaks_of_answers_playbook_and_day_and_of_nothing_else()
    {
        var playbook = Drafts.With(new ScoreRule("rule", Axis.Fit, null, 5, new Condition.NeedPresent("need", true)));
        var hashes = new[]
        {
            DecisionFor(Known, playbook).Hash,
            DecisionFor(Known.With(AnswerFor("money", Money(40_000.01m))), playbook).Hash,
            DecisionFor(Known.With(AnswerFor("company", Text("Acme"))), playbook).Hash,
            DecisionFor(Known.Without("money").With(AnswerFor("number", Money(40_000))), playbook).Hash,
            DecisionFor(Known, Drafts.With(new ScoreRule("rule", Axis.Fit, null, 6, new Condition.NeedPresent("need", true)))).Hash,
            Assert.IsType<NextStep.Conclude>(Decider.Next(Known, playbook, Today.AddDays(1))).Decision.Hash,
        };
        Assert.Equal(hashes.Length, hashes.Distinct(StringComparer.Ordinal).Count());
        Assert.All(hashes, hash => Assert.Matches("^[0-9a-f]{64}$", hash));
        Assert.Equal(hashes[0], DecisionFor(Known.With(AnswerFor("money", Money(40_000.00m))), playbook).Hash);
    }

    [Fact]
    public void The_hash_is_the_one_that_stored_decisions_carry()
    {
        var rule = new ScoreRule("rule", Axis.Fit, null, 5, new Condition.NeedPresent("need", true));
        var playbook = Playbook.From(Drafts.Plain with
        {
            Rules = [rule],
            Signals = [],
            Slots = [.. Drafts.Plain.Slots.Where(slot => slot.Type <= SlotType.Text)],
            Questions = [.. Drafts.Plain.Questions.Where(question => question.Slot.Type <= SlotType.Text)],
        });
        Assert.Equal("07bff753bcf9", playbook.Hash[..12]);
        Assert.Equal("e82388dfee5f", DecisionFor(Known, playbook).Hash[..12]);
    }

    [Fact]
    public void A_disqualifier_ends_the_talk_at_once()
    {
        var decision = DecisionFor(Of(("need", NoNeed)), Shipped.Bant);
        Assert.Equal((Outcome.Disqualify, Stage.Disqualified, "no_need"), (decision.Outcome, decision.Stage, decision.Reason));
    }

    [Fact]
    public void An_answer_withheld_is_not_asked_for_again()
    {
        var lead = Of(("need", Withheld(WithheldReason.NotUnderstood)));
        Assert.NotEqual("need", Assert.IsType<NextStep.Ask>(Decider.Next(lead, Shipped.Bant, Today)).Question.Id);
    }

    [Fact]
    public void A_question_waits_for_its_condition()
    {
        var lead = Of(("challenge", Need()), ("authority", Decides(AuthorityClass.Sole)), ("budget", Money(30_000)), ("priority", Says(YesNoClass.No)));
        Assert.Equal("not_yet", DecisionFor(lead, Shipped.Champ).Reason);
        Assert.Equal("timeline", Assert.IsType<NextStep.Ask>(Decider.Next(lead.With(AnswerFor("priority", Says(YesNoClass.Yes))), Shipped.Champ, Today)).Question.Id);
    }

    [Fact]
    public void A_decision_survives_storage()
    {
        var decision = DecisionFor(Known, Drafts.With(new ScoreRule("rule", Axis.Fit, null, 5, new Condition.NeedPresent("need", true))));
        var json = JsonSerializer.Serialize(decision);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<Decision>(json)));
        Assert.Contains("\"nurture\"", json, StringComparison.Ordinal);
    }

    private static Decision DecisionFor(Lead lead, Playbook playbook) => Assert.IsType<NextStep.Conclude>(Decider.Next(lead, playbook, Today)).Decision;
}
