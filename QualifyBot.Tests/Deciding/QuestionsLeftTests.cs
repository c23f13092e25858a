using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Tests.Playbooks;

namespace QualifyBot.Tests.Deciding;

public sealed class QuestionsLeftTests
{
    private const int TalksAPlaybook = 400;
    private static readonly DateOnly Today = new(2026, 1, 12);

    public static TheoryData<string> Playbooks => [.. Shipped.Catalog.Playbooks.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Playbooks))]
    public void No_talk_asks_more_than_it_was_said_to_ask_at_most_and_the_number_only_falls(string id)
    {
        var playbook = Shipped.Catalog.Playbooks[id];
        var chance = new Random(20260112);
        for (var talk = 0; talk < TalksAPlaybook; talk++)
        {
            var (lead, promised) = (Lead.Empty, int.MaxValue);
            while (Decider.Next(lead, playbook, Today) is NextStep.Ask(var question))
            {
                var left = Decider.QuestionsLeft(lead, playbook, Today);
                Assert.InRange(left, 1, promised - 1);
                promised = left;
                lead = lead.With(AnswerTo(question, chance));
            }

            Assert.Equal(0, Decider.QuestionsLeft(lead, playbook, Today));
        }
    }

    private static Answer AnswerTo(Question question, Random chance)
    {
        ImmutableArray<AnswerValue> values = [.. question.Choices.Select(choice => choice.ValueOn(Today)), new AnswerValue.Withheld(WithheldReason.Declined), new AnswerValue.Withheld(WithheldReason.NotUnderstood)];
        return new Answer(question.Slot.Id, values[chance.Next(values.Length)], new Evidence("m", 0, 1, "x", "choice"), default);
    }
}
