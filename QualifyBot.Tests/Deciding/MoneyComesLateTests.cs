using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Tests.Playbooks;
using static QualifyBot.Tests.Scoring.Leads;

namespace QualifyBot.Tests.Deciding;

public sealed class MoneyComesLateTests
{
    // Questions that speak of money although their slot holds no amount.
    private static readonly string[] OfMoney = ["funds"];

    [Theory]
    [MemberData(nameof(Shipped.Ids), MemberType = typeof(Shipped))]
    public void Money_stands_behind_pain_and_priority(string id)
    {
        var playbook = Shipped.Catalog.Playbooks[id];
        var kinds = playbook.Questions.Select(KindOf).ToList();
        var firstOfMoney = kinds.IndexOf(Kind.Money);
        Assert.NotEqual(0, firstOfMoney);
        Assert.Contains(Kind.Pain, kinds);
        Assert.True(firstOfMoney < 0 || firstOfMoney > kinds.LastIndexOf(Kind.Pain), id);
        Assert.True(firstOfMoney < 0 || firstOfMoney > kinds.LastIndexOf(Kind.Priority), id);
    }

    [Theory]
    [MemberData(nameof(Shipped.Ids), MemberType = typeof(Shipped))]
    public void Money_is_never_asked_for_while_a_question_of_pain_or_priority_that_stands_before_it_waits(string id)
    {
        var playbook = Shipped.Catalog.Playbooks[id];
        foreach (var lead in Choices.PartialLeads(playbook, Today))
        {
            if (Decider.Next(lead, playbook, Today) is NextStep.Ask(var question) && KindOf(question) == Kind.Money)
            {
                var waiting = playbook.Questions.TakeWhile(other => other.Id != question.Id)
                    .Where(other => KindOf(other) is Kind.Pain or Kind.Priority && other.When is null && lead.Find(other.Slot.Id) is null);
                Assert.Empty(waiting);
            }
        }
    }

    private enum Kind
    {
        Other,
        Pain,
        Priority,
        Money,
    }

    private static Kind KindOf(Question question) => question.Slot switch
    {
        { Type: SlotType.Money } => Kind.Money,
        { Id: var id } when OfMoney.Contains(id, StringComparer.Ordinal) => Kind.Money,
        { Type: SlotType.Need } => Kind.Pain,
        { Type: SlotType.Timeframe or SlotType.Priority } or { Id: "priority" or "interest" } => Kind.Priority,
        _ => Kind.Other,
    };
}
