using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Domains;
using QualifyBot.Qualification.Explaining;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Scoring;
using static QualifyBot.Tests.Scoring.Leads;
using Outcome = QualifyBot.Qualification.Playbooks.Outcome;

namespace QualifyBot.Tests.Deciding;

public sealed class CounterfactualTests
{
    private static readonly Lead TooEarly = Of(
        ("need", Need("growth")), ("timeline", StartsIn(200)), ("authority", Decides(AuthorityClass.Sole)), ("budget", Money(30_000)), ("headcount", People(120)));

    [Fact]
    public void No_change_of_fewer_answers_flips_the_outcome_and_none_of_as_many_moves_less() => Any.Check(150, any =>
    {
        var playbook = any.Chance(30) ? any.One([Shipped.Bant, Shipped.Champ]) : any.SmallTalk();
        var lead = any.Lead(playbook);
        Outcome? wanted = any.Chance(50) ? null : any.OneOf<Outcome>();
        var found = Counterfactual.Of(lead, playbook, Today, wanted);
        var singles = OtherAnswer.AllOf(lead, playbook).ToList();
        Assert.Equal(Decider.AsItStands(lead, playbook, Today).Outcome, found.Outcome);
        Assert.True(found.IsComplete);
        Assert.All(found.Flips, flip => Assert.Equal(flip.To, OtherAnswer.OutcomeWith(lead, flip.Changes.Select(change => (change.Slot, change.To)), playbook)));
        Assert.All(found.Flips, flip => Assert.True(flip.To != found.Outcome && (wanted is null || flip.To == wanted)));
        var ones = singles.Where(change => Flips(OtherAnswer.OutcomeWith(lead, [change], playbook))).Select(change => change.Slot).Distinct().ToList();
        Assert.Equal(ones.Count > 0, found.Flips.Any(flip => flip.Changes.Length == 1));
        if (ones.Count > 0)
        {
            Assert.Equal(ones.Order(StringComparer.Ordinal).Take(ones.Count <= Counterfactual.MostFlips ? ones.Count : 0), found.Flips.Select(flip => Assert.Single(flip.Changes).Slot).Order(StringComparer.Ordinal).Take(ones.Count <= Counterfactual.MostFlips ? ones.Count : 0));
        }
        else if (found.Flips.IsEmpty || found.Flips[0].Changes.Length == 3)
        {
            var pairs = singles.SelectMany(one => singles.Where(other => string.CompareOrdinal(other.Slot, one.Slot) > 0).Select(other => (One: one, Other: other)));
            Assert.DoesNotContain(pairs.Take(2000), pair => Flips(OtherAnswer.OutcomeWith(lead, [pair.One, pair.Other], playbook)));
        }

        bool Flips(Outcome outcome) => outcome != found.Outcome && (wanted is null || outcome == wanted);
    });

    [Fact]
    public void Every_answer_within_the_bounds_does_it() => Any.Check(300, any =>
    {
        var playbook = any.Chance(50) ? any.One([Shipped.Bant, Shipped.Champ]) : any.SmallTalk();
        var lead = any.Lead(playbook);
        foreach (var flip in Counterfactual.Of(lead, playbook, Today).Flips)
        {
            foreach (var change in flip.Changes)
            {
                var others = flip.Changes.Remove(change).Select(other => (other.Slot, other.To));
                var within = OtherAnswer.AllOf(lead, playbook).Where(other => other.Slot == change.Slot && Holds(change.Bound, other, playbook)).ToList();
                Assert.Contains(within, other => other.Value == change.To);
                Assert.All(within, other => Assert.Equal(flip.To, OtherAnswer.OutcomeWith(lead, others.Append(other), playbook)));
            }
        }
    });

    [Fact]
    public void What_would_have_to_be_different_is_told_in_plain_words()
    {
        var found = Counterfactual.Of(TooEarly, Shipped.Bant, Today, Outcome.BookDemo);
        Assert.Equal((Outcome.Nurture, "timeline"), (found.Outcome, found.Flips[0].Changes[0].Slot));
        Assert.Equal(new Condition.StartsWithin("timeline", 184), found.Flips[0].Changes[0].Bound);
        Assert.Equal("With start within 184 days it would be: book a demo.", CounterfactualWords.Of(found, Shipped.Bant));
    }

    [Fact]
    public void All_smallest_ways_are_told()
    {
        var found = Counterfactual.Of(TooEarly, Shipped.Bant, Today);
        Assert.Contains(found.Flips, flip => flip is { To: Outcome.HandOff } && flip.Changes.Single().Slot == "headcount");
        Assert.Contains(found.Flips, flip => flip is { To: Outcome.BookDemo } && flip.Changes.Single().Slot == "timeline");
        Assert.All(found.Flips, flip => Assert.Single(flip.Changes));
    }

    [Fact]
    public void Where_nothing_small_helps_that_is_said()
    {
        var found = Counterfactual.Of(Of(("need", Need("not_buying"))), Shipped.Bant, Today, Outcome.BookDemo);
        Assert.Empty(found.Flips);
        Assert.Equal("No change of up to 3 answers would change the outcome.", CounterfactualWords.Of(found, Shipped.Bant));
    }

    [Fact]
    public void It_is_the_same_whatever_the_order_of_the_answers() => Any.Check(200, any =>
    {
        var playbook = any.One([Shipped.Bant, Shipped.Champ]);
        var lead = any.Lead(playbook);
        var retold = any.Shuffled(lead.Answers).Aggregate(lead with { Answers = [] }, (rest, answer) => rest.With(answer with { At = default }));
        Assert.Equal(CounterfactualWords.Of(Counterfactual.Of(lead, playbook, Today), playbook), CounterfactualWords.Of(Counterfactual.Of(retold, playbook, Today), playbook));
    });

    private static bool Holds(Condition bound, (string Slot, AnswerValue Value) answer, Playbook playbook)
    {
        var asking = Playbook.From(Drafts.Plain with
        {
            Currency = playbook.Currency,
            Rates = playbook.Rates,
            Criteria = playbook.Criteria,
            Slots = playbook.Slots,
            Questions = [.. playbook.Slots.Select(slot => new Question(slot.Id, slot, null, []))],
            Needs = playbook.Needs,
            Routes = [new RouteRule("holds", Outcome.HandOff, bound), new RouteRule("rest", Outcome.Nurture, null)],
        });
        return Decider.AsItStands(Of((answer.Slot, answer.Value)), asking, Today).Outcome == Outcome.HandOff;
    }
}
