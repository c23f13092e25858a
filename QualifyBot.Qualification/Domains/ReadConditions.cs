using System.Collections.Immutable;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Domains;

/// <summary>The conditions of a playbook.</summary>
internal static class ReadConditions
{
    /// <summary>The whole conditions of rules, disqualifiers, routes, questions and of product-qualified leads.</summary>
    public static ImmutableArray<Condition> Of(Playbook playbook) =>
    [
        .. playbook.Rules.Select(static rule => rule.When),
        .. playbook.Disqualifiers.Select(static disqualifier => disqualifier.When),
        .. playbook.Routes.Select(static route => route.When).OfType<Condition>(),
        .. playbook.Questions.Select(static question => question.When).OfType<Condition>(),
        .. playbook.ProductQualified is { } product ? [product] : ImmutableArray<Condition>.Empty,
    ];

    /// <summary>The conditions on signals inside a condition.</summary>
    public static IEnumerable<Condition.Happened> OnSignals(Condition condition) => condition switch
    {
        Condition.Happened happened => [happened],
        Condition.All(var parts) => parts.SelectMany(OnSignals),
        Condition.Any(var parts) => parts.SelectMany(OnSignals),
        Condition.Not(var part) => OnSignals(part),
        _ => [],
    };
}
