using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Tests.Playbooks;

namespace QualifyBot.Tests.Scoring.Laws;

/// <summary>A playbook all of whose rules earn for more, and answers that are more.</summary>
internal static class Rise
{
    public static readonly Playbook Playbook = Qualification.Playbooks.Playbook.From(Drafts.Plain with
    {
        Rules =
        [
            new("money", Axis.Fit, "size", 9, new Condition.MoneyWithin("money", 5_000, null)),
            new("more", Axis.Fit, "size", 9, new Condition.MoneyWithin("money", 50_000, null)),
            new("people", Axis.Fit, "size", 7, new Condition.CountWithin("headcount", 100, null)),
            new("title", Axis.Fit, null, 5, new Condition.TitleAtLeast("title", TitleLevel.Director)),
            new("both", Axis.Fit, null, 4, new Condition.All([new Condition.TitleAtLeast("title", TitleLevel.Manager), new Condition.CountWithin("headcount", 1000, null)])),
            new("soon", Axis.Intent, null, 8, new Condition.StartsWithin("timeframe", 180)),
            new("sooner", Axis.Intent, null, 8, new Condition.StartsWithin("timeframe", 30)),
            new("either", Axis.Intent, null, 3, new Condition.Any([new Condition.StartsWithin("timeframe", 60), new Condition.MoneyWithin("money", 20_000, null)])),
            new("poor", Axis.Fit, null, -6, new Condition.MoneyWithin("money", null, 1_000)),
        ],
        Caps = [new GroupCap("size", 20)],
    });

    /// <summary>The lead with one answer made better, or given where there was none.</summary>
    public static Lead Better(Lead lead, Any any) => any.One("money", "headcount", "title", "timeframe") switch
    {
        "money" => lead.With(Leads.AnswerFor("money", Richer(lead.Find("money")?.Value, any))),
        "headcount" => lead.With(Leads.AnswerFor("headcount", new AnswerValue.Headcount(long.MaxValue, null))),
        "title" => lead.With(Leads.AnswerFor("title", Leads.Title("Chief", TitleLevel.CSuite))),
        _ => lead.With(Leads.AnswerFor("timeframe", Leads.Starts(TimeframeClass.Asap))),
    };

    private static AnswerValue.Money Richer(AnswerValue? value, Any any) => value is AnswerValue.Money { Status: MoneyStatus.Amount, Min: { } least, Max: { } most } money && most < 1e14m
        ? money with { Min = least + any.One(0m, 1m, 10_000m), Max = most + 10_000m }
        : new AnswerValue.Money(MoneyStatus.Unlimited);
}
