using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Domains;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Reading;
using QualifyBot.Tests.Scoring;
using Outcome = QualifyBot.Qualification.Playbooks.Outcome;

namespace QualifyBot.Tests.Proving;

/// <summary>Playbooks so small that all their leads can be looked at.</summary>
internal static class SmallPlaybooks
{
    private static readonly Slot Budget = new("budget", SlotType.Money, "all");
    private static readonly Slot Authority = new("authority", SlotType.Authority, "all");
    private static readonly Slot Need = new("need", SlotType.Need, "all");

    /// <summary>A playbook of three slots and a kind of signal, often with faults.</summary>
    public static Playbook One(Any any) => Playbook.From(new PlaybookDraft
    {
        Id = "small",
        Name = "Small",
        Version = "1",
        Currency = "USD",
        Criteria = [new Criterion("all", "All")],
        Slots = [Budget, Authority, Need],
        Needs = [new NeedCategory("speed", ["slow"])],
        Signals = [new SignalKind("demo", "Demo")],
        Questions = [new Question("need", Need, null, []), new Question("budget", Budget, any.Chance(50) ? null : Leaf(any, 1), []), new Question("authority", Authority, any.Chance(50) ? null : Leaf(any, 2), [])],
        Rules =
        [
            .. Enumerable.Range(0, 5).Select(index => new ScoreRule($"rule{index}", Axis.Fit, any.Chance(50) ? "group" : null, Points(any), Condition(any, 1))),
            new ScoreRule("grouped", Axis.Fit, "group", 5, Leaf(any)),
            new ScoreRule("intent", Axis.Intent, null, Points(any), Condition(any, 1)),
            new ScoreRule("demo", Axis.Intent, null, 10, new Condition.Happened(["demo"], 1, 30)) { Each = any.One(1, 2) },
        ],
        Caps = [new GroupCap("group", any.One(5, 12, 30))],
        ProductQualified = any.Chance(70) ? null : new Condition.Happened(["demo"], 2, null),
        Grid = new Grid(any.One(15, 60), 5, 15, 5),
        Stages = new StageThresholds(-5, any.One(10, 20), any.One(30, 90)),
        Disqualifiers = any.Chance(40) ? [] : [new Disqualifier("spoilt", Condition(any, 2))],
        Routes = [.. Enumerable.Range(0, 3).Select(index => new RouteRule($"way{index}", any.OneOf<Outcome>(), RouteCondition(any))), new RouteRule("rest", Outcome.Nurture, null)],
    });

    /// <summary>All leads of a playbook, as far as it can tell them apart.</summary>
    public static IEnumerable<Lead> Leads(Playbook playbook, DateOnly today)
    {
        IEnumerable<Lead> leads = [Lead.Empty];
        foreach (var domain in AnswerDomains.Of(playbook).Slots)
        {
            var values = domain.Values.Select(value => value.Meaning.On(today)).ToList();
            leads = [.. leads.SelectMany(lead => values.Select(value => lead.With(Scoring.Leads.AnswerFor(domain.Slot.Id, value))).Prepend(lead))];
        }

        return leads.SelectMany(lead => Signals(today).Select(signals => lead with { Signals = signals }));
    }

    private static IEnumerable<ImmutableArray<Signal>> Signals(DateOnly today)
    {
        int[][] ages = [[], [0], [40], [0, 0], [40, 40], [40, 0]];
        return ages.Select(some => some.Select((age, index) => new Signal($"s{index}", "demo", today.AddDays(-age), "test")).ToImmutableArray());
    }

    private static int Points(Any any) => any.One(3, 5, 8, 10, -5, -12);

    private static Condition RouteCondition(Any any) => any.One(0, 1, 2, 3, 4) switch
    {
        0 => new Condition.StageIs([any.OneOf<Stage>()]),
        1 => new Condition.All([new Condition.GradeIs([any.OneOf<Grade>(), any.OneOf<Grade>()]), Leaf(any)]),
        2 => new Condition.Not(new Condition.PointsAtLeast(any.One<Axis?>(null, Axis.Fit, Axis.Intent), any.One(-10, 5, 25))),
        3 => new Condition.Any([new Condition.PointsAtLeast(null, any.One(10, 30)), Leaf(any)]),
        _ => Condition(any, 2),
    };

    private static Condition Condition(Any any, int depth) => depth == 0 ? Leaf(any) : any.One(0, 1, 2, 3) switch
    {
        0 => new Condition.All([Condition(any, depth - 1), Condition(any, depth - 1)]),
        1 => new Condition.Any([Condition(any, depth - 1), Condition(any, depth - 1)]),
        2 => new Condition.Not(Condition(any, depth - 1)),
        _ => Leaf(any),
    };

    private static Condition Leaf(Any any, int slots = 3) => any.One(0, 1, 2) switch
    {
        0 => any.One<Condition>(new Condition.NeedPresent("need", any.Chance(50)), new Condition.NeedIn("need", ["speed"]), new Condition.Withheld("need")),
        1 when slots > 1 => any.One<Condition>(new Condition.MoneyWithin("budget", any.One(1000, 5000), any.One<decimal?>(null, 9000)), new Condition.MoneyIs("budget", [any.OneOf<MoneyStatus>()])),
        2 when slots > 2 => new Condition.AuthorityIs("authority", [any.OneOf<AuthorityClass>(), any.OneOf<AuthorityClass>()]),
        _ => new Condition.NeedPresent("need", true),
    };
}
