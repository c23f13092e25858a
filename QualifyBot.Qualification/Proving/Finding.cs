using System.Collections.Immutable;
using System.Text.Json.Serialization;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Proving;

/// <summary>How much a finding weighs.</summary>
[JsonConverter(typeof(SnakeCaseEnum<Severity>))]
public enum Severity
{
    /// <summary>The playbook cannot mean this.</summary>
    Error,

    /// <summary>It may be meant, but seldom is.</summary>
    Warning,

    /// <summary>The work allowed did not suffice to tell; nothing is claimed.</summary>
    NotProved,
}

/// <summary>Something wrong with what a playbook says.</summary>
/// <param name="Kind">One of <see cref="FindingKinds"/>.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Path">Where: names and indexes separated by slashes ("rules/3/points").</param>
/// <param name="Problem">What is wrong, as a sentence.</param>
/// <param name="Remedy">How to mend it, as a sentence.</param>
public sealed record Finding(string Kind, Severity Severity, string Path, string Problem, string Remedy)
{
    /// <summary>The condition in question, where it is more exact than the path; else null.</summary>
    public Condition? At { get; init; }

    /// <summary>Leads that show it; empty where none can.</summary>
    public ImmutableArray<ExampleLead> Examples { get; init; } = [];
}

/// <summary>A lead that shows a finding; what is said of it was found by running the scorer and the decider on it.</summary>
/// <param name="Says">What it shows, as a sentence.</param>
/// <param name="Lead">The lead.</param>
public sealed record ExampleLead(string Says, Lead Lead);
