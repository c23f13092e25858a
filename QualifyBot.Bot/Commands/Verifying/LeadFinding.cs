using System.Collections.Immutable;
using System.Text.Json.Serialization;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Bot.Commands.Verifying;

/// <summary>What came of checking a lead.</summary>
[JsonConverter(typeof(SnakeCaseEnum<Verdict>))]
internal enum Verdict
{
    /// <summary>What is stored is what comes out.</summary>
    Ok,

    /// <summary>What is stored is not what comes out.</summary>
    Differs,

    /// <summary>What it takes to recompute it is not there.</summary>
    CannotBeVerified,

    /// <summary>What is stored cannot be read.</summary>
    Damaged,
}

/// <summary>Something stored that is not what comes out.</summary>
/// <param name="What">What it is: "hash", "outcome", "points of budget_20k", "words of budget" ...</param>
/// <param name="Stored">As it is stored.</param>
/// <param name="Recomputed">As it comes out; null where nothing does.</param>
internal sealed record Difference(string What, string? Stored, string? Recomputed);

/// <summary>A lead, checked.</summary>
internal sealed record LeadFinding
{
    /// <summary>The lead's id.</summary>
    public required string Lead { get; init; }

    /// <summary>What came of it.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The rulebook under which it is scored ("bant 1.0").</summary>
    public string? Playbook { get; init; }

    /// <summary>Hash of that rulebook.</summary>
    public string? PlaybookHash { get; init; }

    /// <summary>What is stored as decided; null while the talk goes on.</summary>
    public DecisionRecord? Decision { get; init; }

    /// <summary>The stored total of points.</summary>
    public int? Points { get; init; }

    /// <summary>Each thing that differs.</summary>
    public ImmutableArray<Difference> Differences { get; init; } = [];

    /// <summary>What to do where it cannot be verified.</summary>
    public string? Remedy { get; init; }
}
