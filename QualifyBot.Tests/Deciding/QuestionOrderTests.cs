using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Tests.Playbooks;
using static QualifyBot.Tests.Scoring.Leads;

namespace QualifyBot.Tests.Deciding;

public sealed class QuestionOrderTests
{
    private static readonly Slot Amount = Slot("money"), Pain = Slot("need"), Size = Slot("headcount"), Start = Slot("timeframe");

    private static readonly ImmutableArray<Question> Questions = [Ask(Pain), Ask(Start), Ask(Amount), Ask(Size)];

    private static readonly Condition ByMoney = new Condition.MoneyWithin("money", 1, null), BySize = new Condition.CountWithin("headcount", 10, null);

    [Fact]
    public void A_talk_opens_with_the_first_question_and_goes_on_with_the_one_that_narrows_most() =>
        Assert.Equal(["need", "headcount", "timeframe", "money"], Asked(Playbook.From(Deciding(BySize, ByMoney))));

    [Fact]
    public void Money_never_overtakes_what_stands_before_it() =>
        Assert.Equal(["need", "timeframe", "money", "headcount"], Asked(Playbook.From(Deciding(ByMoney, BySize))));

    [Fact]
    public void A_playbook_may_let_money_overtake() =>
        Assert.Equal("money", Asked(Playbook.From(Deciding(ByMoney, BySize) with { Questions = [Ask(Pain), Ask(Start), Ask(Amount) with { KeepsPlace = false }, Ask(Size)] }))[1]);

    [Fact]
    public void A_playbook_may_ask_for_money_first() =>
        Assert.Equal("money", Asked(Playbook.From(Deciding(ByMoney, BySize) with { Questions = [Ask(Amount), Ask(Pain), Ask(Start), Ask(Size)] }))[0]);

    [Fact]
    public void A_question_may_keep_its_place() =>
        Assert.Equal(["need", "timeframe", "money", "headcount"], Asked(Playbook.From(Deciding(BySize, ByMoney) with { Questions = [Ask(Pain), Ask(Start), Ask(Amount), Ask(Size) with { KeepsPlace = true }] })));

    [Fact]
    public void A_playbook_may_keep_its_order() =>
        Assert.Equal(["need", "timeframe", "money", "headcount"], Asked(Playbook.From(Deciding(BySize, ByMoney) with { Order = QuestionOrder.Fixed })));

    [Fact]
    public void What_cannot_matter_is_not_asked() =>
        Assert.Equal(["money"], Asked(Playbook.From(Deciding(ByMoney, ByMoney))));

    [Fact]
    public void The_order_is_part_of_the_hash_only_where_it_is_said()
    {
        var plain = Playbook.From(Deciding(BySize, ByMoney)).Hash;
        Assert.Equal(plain, Playbook.From(Deciding(BySize, ByMoney) with { Order = QuestionOrder.Impact }).Hash);
        Assert.NotEqual(plain, Playbook.From(Deciding(BySize, ByMoney) with { Order = QuestionOrder.Fixed }).Hash);
        Assert.NotEqual(plain, Playbook.From(Deciding(BySize, ByMoney) with { Questions = [Ask(Pain) with { KeepsPlace = false }, .. Questions.Skip(1)] }).Hash);
    }

    [Fact]
    public void A_question_that_only_opens_the_way_to_one_that_matters_is_asked()
    {
        var waiting = Playbook.From(Deciding(BySize, ByMoney) with
        {
            Questions = [Ask(Size), Ask(Amount) with { When = new Condition.Any([new Condition.Answered("headcount", true), new Condition.Withheld("headcount")]) }],
            Slots = [Amount, Size],
            Routes = [new RouteRule("large", Outcome.HandOff, new Condition.MoneyWithin("money", 1, null)), new RouteRule("rest", Outcome.Nurture, null)],
        });
        Assert.Equal(["headcount", "money"], Asked(waiting));
    }

    /// <summary>One answer decides alone that it is a large deal; three together make a demo.</summary>
    private static PlaybookDraft Deciding(Condition alone, Condition together) => Drafts.Plain with
    {
        Questions = Questions,
        Slots = [Pain, Start, Amount, Size],
        Routes =
        [
            new RouteRule("large", Outcome.HandOff, alone),
            new RouteRule("soon", Outcome.BookDemo, new Condition.All([new Condition.NeedPresent("need", true), new Condition.StartsWithin("timeframe", 30), together])),
            new RouteRule("rest", Outcome.Nurture, null),
        ],
    };

    private static Slot Slot(string id) => Drafts.Plain.Slots.Single(slot => slot.Id == id);

    private static Question Ask(Slot slot) => new(slot.Id, slot, null, []);

    // A small company with a need that starts soon, and has no money for it.
    private static List<string> Asked(Playbook playbook)
    {
        var (lead, asked) = (Lead.Empty, new List<string>());
        while (Decider.Next(lead, playbook, Today) is NextStep.Ask(var question))
        {
            asked.Add(question.Id);
            lead = lead.With(AnswerFor(question.Slot.Id, question.Id switch
            {
                "need" => Need(),
                "headcount" => People(2),
                "timeframe" => StartsIn(10),
                _ => Money(MoneyStatus.None),
            }));
        }

        return asked;
    }
}
