using System.Collections.Immutable;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Proving;

/// <summary>The conditions of a playbook, and what stands inside them.</summary>
internal static class Parts
{
    /// <summary>All conditions of a playbook with their paths.</summary>
    public static IEnumerable<(string Path, Condition When)> Of(Playbook playbook) =>
        playbook.Rules.Index().Select(static rule => ($"rules/{rule.Index}/when", rule.Item.When))
            .Concat(playbook.Disqualifiers.Index().Select(static disqualifier => ($"disqualifiers/{disqualifier.Index}/when", disqualifier.Item.When)))
            .Concat(playbook.Routes.Index().Where(static route => route.Item.When is not null).Select(static route => ($"routes/{route.Index}/when", route.Item.When!)))
            .Concat(playbook.Questions.Index().Where(static question => question.Item.When is not null).Select(static question => ($"questions/{question.Index}/when", question.Item.When!)))
            .Concat(playbook.ProductQualified is { } product ? [("product_qualified", product)] : []);

    /// <summary>A condition and all inside it, the outer ones first.</summary>
    public static IEnumerable<Condition> Within(Condition condition) => condition switch
    {
        Condition.All(var parts) => parts.SelectMany(Within).Prepend(condition),
        Condition.Any(var parts) => parts.SelectMany(Within).Prepend(condition),
        Condition.Not(var part) => Within(part).Prepend(condition),
        _ => [condition],
    };

    /// <summary>Slots that a condition reads, each once.</summary>
    public static ImmutableArray<string> Slots(Condition condition) =>
        [.. Within(condition).OfType<Condition.OnSlot>().Select(static leaf => leaf.Slot).Distinct(StringComparer.Ordinal)];

    /// <summary>Kinds of signals that a condition reads, each once.</summary>
    public static ImmutableArray<string> Kinds(Condition condition) =>
        [.. Within(condition).OfType<Condition.Happened>().SelectMany(static happened => happened.Kinds).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether a condition reads the score.</summary>
    public static bool ReadsScore(Condition condition) => Within(condition).Any(IsOnScore);

    /// <summary>Whether a condition itself is on the score.</summary>
    public static bool IsOnScore(Condition condition) => condition is Condition.StageIs or Condition.GradeIs or Condition.PointsAtLeast;
}
