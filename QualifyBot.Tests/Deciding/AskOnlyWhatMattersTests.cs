using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Domains;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Scoring;
using static QualifyBot.Tests.Scoring.Leads;
using Outcome = QualifyBot.Qualification.Playbooks.Outcome;

namespace QualifyBot.Tests.Deciding;

public sealed class AskOnlyWhatMattersTests
{
    /// <summary>Up to so many talks the search for one that ends otherwise never gives up.</summary>
    private const int FewTalks = 400;

    [Fact]
    public void Over_all_talks_of_small_playbooks_one_goes_on_exactly_as_long_as_an_answer_can_change_the_outcome() => Any.Check(400, any =>
    {
        var playbook = any.SmallTalk();
        var lead = any.Lead(playbook);
        lead = playbook.Questions.Where(_ => any.Chance(70)).Aggregate(lead, (rest, question) => rest.Without(question.Slot.Id));
        AssertExact(lead, playbook);
    });

    [Theory]
    [MemberData(nameof(Shipped.Ids), MemberType = typeof(Shipped))]
    public void Over_all_talks_of_a_shipped_playbook_one_goes_on_exactly_as_long_as_an_answer_can_change_the_outcome(string id)
    {
        var playbook = Shipped.Catalog.Playbooks[id];
        Any.Check(60, any =>
        {
            var asked = playbook.Questions.Select(question => question.Slot).Distinct().ToList();
            var open = any.Shuffled(asked).Take(any.One(1, 2, 2, 3)).ToList();
            var lead = asked.Except(open).Aggregate(Lead.Empty, (rest, slot) => rest.With(AnswerFor(slot.Id, any.One(AnswerDomains.Of(playbook)[slot.Id].Values.AsSpan()).Meaning.On(Today))));
            AssertExact(lead, playbook);
        });
    }

    [Theory]
    [MemberData(nameof(Shipped.Ids), MemberType = typeof(Shipped))]
    public void The_questions_saved_change_no_outcome(string id)
    {
        var playbook = Shipped.Catalog.Playbooks[id];
        var talks = new AllTalks(playbook);
        Any.Check(1000, any =>
        {
            var answers = playbook.Slots.ToDictionary(slot => slot.Id, slot => any.One(AnswerDomains.Of(playbook)[slot.Id].Values.AsSpan()).Meaning.On(Today), StringComparer.Ordinal);
            var (outcome, asked) = talks.Talk(Lead.Empty, slot => answers[slot.Id]);
            var (lead, count) = (Lead.Empty, 0);
            while (Decider.Next(lead, playbook, Today) is NextStep.Ask(var question))
            {
                Assert.True(talks.IsAsked(question, lead));
                lead = lead.With(AnswerFor(question.Slot.Id, answers[question.Slot.Id]));
                count++;
            }

            Assert.Equal(outcome, Decider.AsItStands(lead, playbook, Today).Outcome);
            Assert.InRange(count, 1, asked);
        });
    }

    private static void AssertExact(Lead lead, Playbook playbook)
    {
        var talks = new AllTalks(playbook);
        var standing = Decider.AsItStands(lead, playbook, Today);
        var askable = playbook.Questions.Where(question => talks.IsAsked(question, lead)).ToList();
        if (askable.Count == 0 || playbook.Disqualifiers.Any(disqualifier => disqualifier.Id == standing.Reason))
        {
            Assert.IsType<NextStep.Conclude>(Decider.Next(lead, playbook, Today));
            return;
        }

        var (open, ends) = (talks.Open(lead), talks.Ends(lead));
        if (Decider.Next(lead, playbook, Today) is NextStep.Ask(var question))
        {
            Assert.Contains(question, askable);
            Assert.True(ends.Count > FewTalks || ends.Values.Any(end => end != standing.Outcome));
            Assert.True(ends.Count > FewTalks || AllTalks.Matters(Array.IndexOf(open, question.Slot), ends) || !askable.Exists(other => AllTalks.Matters(Array.IndexOf(open, other.Slot), ends)));
        }
        else
        {
            Assert.All(ends.Values, end => Assert.Equal(standing.Outcome, end));
        }
    }
}
