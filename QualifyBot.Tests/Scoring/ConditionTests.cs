using System.Diagnostics;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;
using QualifyBot.Tests.Playbooks;
using static QualifyBot.Tests.Scoring.Leads;

namespace QualifyBot.Tests.Scoring;

public sealed class ConditionTests
{
    private static readonly Condition AtLeast20K = new Condition.MoneyWithin("money", 20_000, null);
    private static readonly Condition SoonEnough = new Condition.StartsWithin("timeframe", 90);
    private static readonly Condition MidMarket = new Condition.CountWithin("headcount", 50, 1000);
    private static readonly Condition Speed = new Condition.NeedIn("need", ["speed"]);
    private static readonly Condition Director = new Condition.TitleAtLeast("title", TitleLevel.Director);
    private static readonly Condition Student = new Condition.HasWord("title", ["student", "job seeker"]);
    private static readonly Condition FreeMail = new Condition.FreeMail("email", true);
    private static readonly Condition Undecided = new Condition.MoneyIs("money", [MoneyStatus.Undecided]);
    private static readonly Condition Rushed = new Condition.TimeframeIs("timeframe", [TimeframeClass.Asap]);
    private static readonly Condition Decider = new Condition.AuthorityIs("authority", [AuthorityClass.Sole, AuthorityClass.Joint]);
    private static readonly Condition Dach = new Condition.TextIn("text", ["Germany", "Austria"]);

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_condition_is_true_false_or_unknown(int number)
    {
        var (condition, slot, value, expected) = Table[number];
        var playbook = Drafts.With(new ScoreRule("holds", Axis.Fit, null, 1, condition), new ScoreRule("fails", Axis.Fit, null, 2, new Condition.Not(condition)));
        bool? truth = Scorer.Score(Of((slot, value)), playbook, Today).Fit switch { 1 => true, 2 => false, 0 => null, _ => throw new UnreachableException() };
        Assert.True(truth == expected, $"{condition} on {value}: {truth}");
    }

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Table.Length)];

    private static readonly (Condition Condition, string Slot, AnswerValue Value, bool? Expected)[] Table =
    [
        // Money is compared a year, in the playbook's currency.
        (AtLeast20K, "money", Money(20_000), true),
        (AtLeast20K, "money", Money(19_999.99m), false),
        (AtLeast20K, "money", Money(16_000, "EUR"), true),
        (AtLeast20K, "money", Money(15_999, "EUR"), false),
        (AtLeast20K, "money", Money(20_000, "USD", Period.Once), true),
        (AtLeast20K, "money", Money(2_000, period: Period.Month), true),
        (AtLeast20K, "money", Money(5_000, period: Period.Quarter), true),
        (AtLeast20K, "money", Money(10, period: Period.Hour), true),
        (AtLeast20K, "money", Money(76, period: Period.Day), false),
        (AtLeast20K, "money", Money(384, period: Period.Week), false),
        (AtLeast20K, "money", Money(1_000_000, "XAU"), null),
        (AtLeast20K, "money", new AnswerValue.Money(MoneyStatus.Amount, 10_000, 30_000), true),
        (AtLeast20K, "money", new AnswerValue.Money(MoneyStatus.Amount, 5_000, 30_000), false),
        (AtLeast20K, "money", new AnswerValue.Money(MoneyStatus.Amount, null, 30_000), true),
        (AtLeast20K, "money", new AnswerValue.Money(MoneyStatus.Amount, 30_000, null), true),
        (AtLeast20K, "money", new AnswerValue.Money(MoneyStatus.Amount), null),
        (AtLeast20K, "money", new AnswerValue.Money(MoneyStatus.Amount, decimal.MaxValue, decimal.MaxValue, "EUR", Period.Hour), true),
        (AtLeast20K, "money", Money(MoneyStatus.None), false),
        (AtLeast20K, "money", Money(MoneyStatus.Unlimited), true),
        (AtLeast20K, "money", Money(MoneyStatus.Undecided), null),
        (AtLeast20K, "money", Money(MoneyStatus.Declined), null),
        (AtLeast20K, "money", Money(MoneyStatus.Vague), null),
        (AtLeast20K, "money", Withheld(), null),
        (AtLeast20K, "money", Text("20000"), null),
        (new Condition.MoneyWithin("money", null, 20_000), "money", Money(20_000), false),
        (new Condition.MoneyWithin("money", null, 20_000), "money", Money(MoneyStatus.None), true),
        (Undecided, "money", Money(MoneyStatus.Undecided), true),
        (Undecided, "money", Money(1), false),
        (Undecided, "money", Withheld(WithheldReason.Unknown), true),
        (Undecided, "money", Withheld(), false),
        (Undecided, "money", Withheld(WithheldReason.NotUnderstood), null),

        // A stretch of days counts as its middle.
        (SoonEnough, "timeframe", StartsIn(90), true),
        (SoonEnough, "timeframe", StartsIn(91), false),
        (SoonEnough, "timeframe", StartsIn(-10), true),
        (SoonEnough, "timeframe", new AnswerValue.Timeframe(TimeframeClass.Dated, Today.AddDays(80), Today.AddDays(101)), true),
        (SoonEnough, "timeframe", new AnswerValue.Timeframe(TimeframeClass.Dated, Today.AddDays(80), Today.AddDays(104)), false),
        (SoonEnough, "timeframe", new AnswerValue.Timeframe(TimeframeClass.Dated, null, Today.AddDays(91)), true),
        (SoonEnough, "timeframe", new AnswerValue.Timeframe(TimeframeClass.Dated, null, Today.AddDays(92)), false),
        (SoonEnough, "timeframe", new AnswerValue.Timeframe(TimeframeClass.Dated, Today.AddDays(91), null), false),
        (SoonEnough, "timeframe", new AnswerValue.Timeframe(TimeframeClass.Dated, DateOnly.MinValue, DateOnly.MinValue), true),
        (SoonEnough, "timeframe", new AnswerValue.Timeframe(TimeframeClass.Dated, DateOnly.MaxValue, DateOnly.MaxValue), false),
        (SoonEnough, "timeframe", new AnswerValue.Timeframe(TimeframeClass.Dated), null),
        (SoonEnough, "timeframe", Starts(TimeframeClass.Asap), true),
        (SoonEnough, "timeframe", Starts(TimeframeClass.NoRush), false),
        (SoonEnough, "timeframe", Starts(TimeframeClass.Event), null),
        (SoonEnough, "timeframe", Starts(TimeframeClass.Unknown), null),
        (SoonEnough, "timeframe", Withheld(), null),
        (Rushed, "timeframe", Starts(TimeframeClass.Asap), true),
        (Rushed, "timeframe", StartsIn(1), false),
        (Rushed, "timeframe", Withheld(WithheldReason.Unknown), false),
        (Rushed, "timeframe", Withheld(WithheldReason.NotUnderstood), null),

        (MidMarket, "headcount", People(50), true),
        (MidMarket, "headcount", People(999), true),
        (MidMarket, "headcount", People(1000), false),
        (MidMarket, "headcount", new AnswerValue.Headcount(40, 60), true),
        (MidMarket, "headcount", new AnswerValue.Headcount(long.MaxValue, long.MaxValue), false),
        (MidMarket, "headcount", new AnswerValue.Headcount(null, null), null),
        (new Condition.CountWithin("number", 3, null), "number", new AnswerValue.Number(decimal.MaxValue, decimal.MaxValue), true),

        (new Condition.NeedPresent("need", true), "need", Need(), true),
        (new Condition.NeedPresent("need", true), "need", NoNeed, false),
        (new Condition.NeedPresent("need", false), "need", NoNeed, true),
        (new Condition.NeedPresent("need", false), "need", Withheld(), null),
        (Speed, "need", Need("speed"), true),
        (Speed, "need", Need("cost"), false),
        (Speed, "need", Need(), false),
        (Speed, "need", new AnswerValue.Need(false, "speed", ""), false),
        (new Condition.HasWord("need", ["mess"]), "need", Need(), true),

        (Decider, "authority", Decides(AuthorityClass.Joint), true),
        (Decider, "authority", Decides(AuthorityClass.None), false),
        (Decider, "authority", Withheld(), null),
        (new Condition.AuthorityIs("authority", [AuthorityClass.Unclear]), "authority", Withheld(WithheldReason.Unknown), true),
        (Director, "title", Title("VP of sales", TitleLevel.Vp), true),
        (Director, "title", Title("director of sales", TitleLevel.Director), true),
        (Director, "title", Title("team lead", TitleLevel.Manager), false),
        (new Condition.Withheld("title"), "title", Title("team lead", TitleLevel.Manager), false),
        (new Condition.Withheld("title"), "title", Withheld(), true),
        (Student, "title", Title("Student of law", TitleLevel.Other), true),
        (Student, "title", Title("JOB SEEKER", TitleLevel.Other), true),
        (Student, "title", Title("head of student services", TitleLevel.Director), true),
        (Student, "title", Title("studentship, students", TitleLevel.Director), false),
        (Student, "title", Title("xstudent student", TitleLevel.Director), true),

        (FreeMail, "email", Text("ann@GMail.com"), true),
        (FreeMail, "email", Text("ann@acme.example"), false),
        (FreeMail, "email", Text("ann@gmail.com@acme.example"), false),
        (FreeMail, "email", Text("no address"), false),
        (Dach, "text", Text(" germany "), true),
        (Dach, "text", Text("Germany and Austria"), false),
        (new Condition.YesNoIs("yesno", [YesNoClass.Unsure]), "yesno", Withheld(WithheldReason.Unknown), true),
        (new Condition.YesNoIs("yesno", [YesNoClass.Yes]), "yesno", Says(YesNoClass.No), false),

        (new Condition.Withheld("money"), "money", Withheld(), true),
        (new Condition.Withheld("money"), "money", Money(MoneyStatus.Declined), true),
        (new Condition.Withheld("timeframe"), "timeframe", Starts(TimeframeClass.Declined), true),
        (new Condition.Withheld("money"), "money", Money(1), false),
        (new Condition.Withheld("money"), "need", Need(), null),

        // Unknown spreads, but not past what settles the matter.
        (new Condition.Any([AtLeast20K, Speed]), "need", Need("speed"), true),
        (new Condition.Any([AtLeast20K, Speed]), "need", Need("cost"), null),
        (new Condition.All([AtLeast20K, Speed]), "need", Need("cost"), false),
        (new Condition.All([AtLeast20K, Speed]), "need", Need("speed"), null),
        (new Condition.Not(new Condition.Not(Speed)), "need", Need("speed"), true),
    ];
}
