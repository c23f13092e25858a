using System.Collections.Immutable;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Qualification.Playbooks;

/// <summary>The parts of a playbook before they are checked; <see cref="Playbook.From"/> makes a playbook of them.</summary>
public sealed record PlaybookDraft
{
    /// <summary>Id ("bant"): lower-case letters, digits and underscores.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people ("BANT").</summary>
    public required string Name { get; init; }

    /// <summary>Version for people ("1.0").</summary>
    public required string Version { get; init; }

    /// <summary>ISO 4217 code in which amounts of money are compared.</summary>
    public required string Currency { get; init; }

    /// <summary>Month, 1 to 12, in which the fiscal year starts that visitors speak of.</summary>
    public int FiscalYearStart { get; init; } = 1;

    /// <summary>Rates of other currencies.</summary>
    public ImmutableArray<ExchangeRate> Rates { get; init; } = [];

    /// <summary>Criteria of the framework.</summary>
    public required ImmutableArray<Criterion> Criteria { get; init; }

    /// <summary>Slots.</summary>
    public required ImmutableArray<Slot> Slots { get; init; }

    /// <summary>How the question for the need is asked.</summary>
    public QuestioningStyle Style { get; init; }

    /// <summary>Questions, in the order in which they are asked where nothing speaks for another.</summary>
    public required ImmutableArray<Question> Questions { get; init; }

    /// <summary>Which of the questions that still matter comes next.</summary>
    public QuestionOrder Order { get; init; }

    /// <summary>Score rules; receipts stand in their order.</summary>
    public required ImmutableArray<ScoreRule> Rules { get; init; }

    /// <summary>Caps of groups of rules.</summary>
    public ImmutableArray<GroupCap> Caps { get; init; } = [];

    /// <summary>Kinds of signals that conditions may read.</summary>
    public ImmutableArray<SignalKind> Signals { get; init; } = [];

    /// <summary>What points are worth by what their answers rest on.</summary>
    public EvidenceWeights Weights { get; init; } = EvidenceWeights.Even;

    /// <summary>Makes a lead short of sales-qualified a product-qualified one; null = no lead becomes one.</summary>
    public Condition? ProductQualified { get; init; }

    /// <summary>Thresholds of the grades.</summary>
    public required Grid Grid { get; init; }

    /// <summary>Thresholds of the stages.</summary>
    public required StageThresholds Stages { get; init; }

    /// <summary>Disqualifiers, tried in order.</summary>
    public ImmutableArray<Disqualifier> Disqualifiers { get; init; } = [];

    /// <summary>Routes, tried in order; the last has no condition.</summary>
    public required ImmutableArray<RouteRule> Routes { get; init; }

    /// <summary>Categories of need, for the reader.</summary>
    public ImmutableArray<NeedCategory> Needs { get; init; } = [];

    /// <summary>Names of products that visitors may work with today, for the reader.</summary>
    public ImmutableArray<string> Technologies { get; init; } = [];

    /// <summary>Names of competitors and their products, for the reader.</summary>
    public ImmutableArray<string> Competitors { get; init; } = [];
}
