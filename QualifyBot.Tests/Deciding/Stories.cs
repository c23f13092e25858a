using QualifyBot.Qualification.Answers;
using static QualifyBot.Tests.Scoring.Leads;

namespace QualifyBot.Tests.Deciding;

/// <summary>What people of one kind answer, whichever playbook asks.</summary>
internal static class Stories
{
    private static readonly Dictionary<string, Told> All = new(StringComparer.Ordinal)
    {
        ["decent mid-market"] = new(Need("visibility"), StartsIn(80), Decides(AuthorityClass.Sole), Money(20_000), People(120), Says(YesNoClass.Yes)),
        ["just looking"] = new(Need(), Starts(TimeframeClass.NoRush), Decides(AuthorityClass.Influencer), Money(MoneyStatus.None), People(80), Says(YesNoClass.No)),
        ["student"] = new(Need("not_buying"), StartsIn(10), Decides(AuthorityClass.Sole), Money(20_000), People(100), Says(YesNoClass.Yes)),
        ["no problem"] = new(NoNeed, StartsIn(10), Decides(AuthorityClass.Sole), Money(0m), People(100), Says(YesNoClass.Yes)),
        ["tiny and broke"] = new(Need(), StartsIn(10), Decides(AuthorityClass.Sole), Money(MoneyStatus.None), People(2), Says(YesNoClass.Yes)),
        ["very large"] = new(Need(), StartsIn(200), Decides(AuthorityClass.Influencer), Money(500_000), People(5000), Says(YesNoClass.Unsure)),
        ["money without a problem"] = new(Withheld(), StartsIn(30), Decides(AuthorityClass.Sole), Money(30_000), People(100), Says(YesNoClass.Yes)),
        ["would not say the budget"] = new(Need("growth"), StartsIn(100), Decides(AuthorityClass.Joint), Withheld(), People(400), Says(YesNoClass.Yes)),
    };

    /// <summary>The answers by slot.</summary>
    public static Dictionary<string, AnswerValue> Of(string story)
    {
        var (need, timeline, authority, budget, size, urgency) = All[story];
        return new(StringComparer.Ordinal)
        {
            ["need"] = need,
            ["challenge"] = need,
            ["pain"] = need,
            ["timeline"] = timeline,
            ["timing"] = timeline,
            ["deadline"] = timeline,
            ["decision_date"] = timeline,
            ["authority"] = authority,
            ["economic_buyer"] = authority,
            ["budget"] = budget,
            ["funds"] = FundsOf(budget),
            ["headcount"] = size,
            ["priority"] = urgency,
            ["champion"] = urgency,
            ["interest"] = urgency,
            ["metrics"] = Text("half the time"),
            ["goal"] = Text("twice the leads"),
        };
    }

    private static AnswerValue FundsOf(AnswerValue budget) => budget switch
    {
        AnswerValue.Money { Status: MoneyStatus.Amount } => Says(YesNoClass.Yes),
        AnswerValue.Money => Says(YesNoClass.No),
        _ => budget,
    };

    private sealed record Told(AnswerValue Need, AnswerValue Timeline, AnswerValue Authority, AnswerValue Budget, AnswerValue Size, AnswerValue Urgency);
}
