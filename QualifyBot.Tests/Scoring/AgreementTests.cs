using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;
using QualifyBot.Tests.Playbooks;
using static QualifyBot.Tests.Scoring.Leads;

namespace QualifyBot.Tests.Scoring;

/// <summary>When a signal confirms what a visitor said, and when it contradicts it.</summary>
public sealed class AgreementTests
{
    public static TheoryData<string, AnswerValue, AnswerValue, bool> Pairs => new()
    {
        { "money", Sum(10_000, 20_000), Sum(20_000, 30_000), true },
        { "money", Sum(10_000, 20_000), Sum(20_001, 30_000), false },
        { "money", Sum(20_000, 30_000), Sum(10_000, 20_000), true },
        { "money", Sum(20_001, 30_000), Sum(10_000, 20_000), false },
        { "money", Sum(10_000, null), Sum(null, 10_000), true },
        { "money", Sum(10_000, null), Sum(null, 9_999), false },
        { "money", Sum(10, 20, "EUR"), Sum(10, 20), true },
        { "money", Sum(10, 20), Sum(10, 20, "EUR"), true },
        { "money", Sum(10, 20, "EUR"), Sum(10, 20, "USD"), false },
        { "money", Money(MoneyStatus.None), Money(MoneyStatus.None), true },
        { "money", Money(MoneyStatus.None), Money(MoneyStatus.Vague), false },
        { "money", Money(MoneyStatus.None), Sum(10, 20), false },
        { "headcount", new AnswerValue.Headcount(5, 10), new AnswerValue.Headcount(10, 20), true },
        { "headcount", new AnswerValue.Headcount(5, 9), new AnswerValue.Headcount(10, 20), false },
        { "headcount", new AnswerValue.Headcount(10, 20), new AnswerValue.Headcount(5, 10), true },
        { "headcount", new AnswerValue.Headcount(11, 20), new AnswerValue.Headcount(5, 10), false },
        { "number", new AnswerValue.Number(1, 2), new AnswerValue.Number(2, 3), true },
        { "number", new AnswerValue.Number(1, 2), new AnswerValue.Number(2.5m, 3), false },
        { "number", new AnswerValue.Number(2.5m, 3), new AnswerValue.Number(1, 2), false },
        { "number", new AnswerValue.Number(2, 3), new AnswerValue.Number(1, 2), true },
        { "timeframe", Between(1, 10), Between(9, 20), true },
        { "timeframe", Between(1, 10), Between(10, 20), false },
        { "timeframe", Between(9, 20), Between(1, 10), true },
        { "timeframe", Between(10, 20), Between(1, 10), false },
        { "timeframe", Starts(TimeframeClass.NoRush), Starts(TimeframeClass.NoRush), true },
        { "timeframe", Starts(TimeframeClass.NoRush), Starts(TimeframeClass.Unknown), false },
        { "timeframe", Starts(TimeframeClass.NoRush), Between(1, 10), false },
        { "authority", Decides(AuthorityClass.Joint), new AnswerValue.Authority(AuthorityClass.Joint, ["the board"]), true },
        { "authority", Decides(AuthorityClass.Joint), Decides(AuthorityClass.Sole), false },
        { "title", Title("CTO", TitleLevel.CSuite), Title("Chief Technology Officer", TitleLevel.CSuite), true },
        { "title", Title("CTO", TitleLevel.CSuite), Title("CTO", TitleLevel.Vp), false },
        { "need", Need("speed"), Need(), true },
        { "need", Need(), Need("speed"), true },
        { "need", Need("speed"), Need("speed"), true },
        { "need", Need("speed"), Need("cost"), false },
        { "need", Need(), NoNeed, false },
        { "text", Text(" Acme "), Text("acme"), true },
        { "text", Text("Acme"), Text("Acme Ltd"), false },
        { "yesno", Says(YesNoClass.Yes), Says(YesNoClass.Yes), true },
        { "yesno", Says(YesNoClass.Yes), Says(YesNoClass.No), false },
        { "headcount", new AnswerValue.Headcount(5, 5), new AnswerValue.Number(5, 5), false },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void What_is_told_confirms_what_can_be_meant_by_the_same_words(string slot, AnswerValue said, AnswerValue told, bool agrees)
    {
        var rule = new ScoreRule("known", Axis.Fit, null, 10, new Condition.Answered(slot, true));
        var lead = Of((slot, said)).With(new Signal("crm", "demo", Today, "crm", slot, told));
        var citations = Scorer.Score(lead, Drafts.With(rule), Today).Receipts.SelectMany(static receipt => receipt.Citations).ToImmutableArray();
        var words = Assert.IsType<Citation.Words>(Assert.Single(citations));
        Assert.Equal(agrees ? Standing.Confirmed : Standing.Contradicted, words.Standing);
    }

    private static AnswerValue.Money Sum(decimal? least, decimal? most, string? currency = null) => new(MoneyStatus.Amount, least, most, currency);

    private static AnswerValue.Timeframe Between(int from, int to) => new(TimeframeClass.Dated, Today.AddDays(from), Today.AddDays(to));
}
