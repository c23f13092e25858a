using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Tests.Playbooks;

/// <summary>A small playbook with one slot and one question of every kind, to which a test adds what it is about.</summary>
internal static class Drafts
{
    /// <summary>Kinds of signals of the small playbook.</summary>
    public static readonly string[] Kinds = ["pricing_page", "demo", "email"];

    public static readonly PlaybookDraft Plain = new()
    {
        Id = "small",
        Name = "Small",
        Version = "1",
        Currency = "USD",
        Rates = [new ExchangeRate("EUR", 1.25m)],
        Criteria = [new Criterion("all", "All")],
        Slots = [.. Enum.GetValues<SlotType>().Select(type => new Slot(type.ToString().ToLowerInvariant(), type, "all"))],
        Questions = [.. Enum.GetValues<SlotType>().Select(type => new Question(type.ToString().ToLowerInvariant(), new Slot(type.ToString().ToLowerInvariant(), type, "all"), null, []))],
        Rules = [],
        Grid = new Grid(20, 10, 20, 10),
        Stages = new StageThresholds(10, 20, 30),
        Routes = [new RouteRule("rest", Outcome.Nurture, null)],
        Signals = [.. Kinds.Select(kind => new SignalKind(kind, kind))],
        Needs = [new NeedCategory("speed", ["slow"]), new NeedCategory("cost", ["expensive"])],
    };

    public static Playbook With(params ImmutableArray<ScoreRule> rules) => Playbook.From(Plain with { Rules = rules });
}
