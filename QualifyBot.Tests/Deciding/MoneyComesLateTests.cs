using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Tests.Playbooks;
using QualifyBot.Tests.Scoring;
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
    public void Once_money_was_asked_for_no_question_of_pain_or_priority_follows(string id)
    {
        var playbook = Shipped.Catalog.Playbooks[id];
        Any.Check(1000, any =>
        {
            var lead = Volunteered(any).Where(answer => any.Chance(20) && playbook.FindSlot(answer.Slot) is not null).Aggregate(Lead.Empty, (known, answer) => known.With(answer));
            var asked = new List<Kind>();
            while (Decider.Next(lead, playbook, Today) is NextStep.Ask(var question))
            {
                asked.Add(KindOf(question));
                lead = lead.With(any.One(Choices.Answers(question, Today).ToArray()));
            }

            Assert.DoesNotContain(asked.SkipWhile(kind => kind != Kind.Money), kind => kind is Kind.Pain or Kind.Priority);
        });
    }

    private static Answer[] Volunteered(Any any) =>
    [
        AnswerFor("title", Title("VP of IT", TitleLevel.Vp)), AnswerFor("headcount", People(any.One(3, 300, 3000))), AnswerFor("authority", Decides(AuthorityClass.Sole)),
        AnswerFor("need", Need()), AnswerFor("challenge", Need()), AnswerFor("email", Text("ann@acme.example")), AnswerFor("company", Text("Acme")),
    ];

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
