using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Lifecycle;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Desk;

/// <summary>How a lead came to where it stands.</summary>
public sealed record CourseView
{
    /// <summary>Changes of stage, oldest first; the newest 50.</summary>
    public required ImmutableArray<StageEvent> Events { get; init; }

    /// <summary>How many changes of stage there were in all.</summary>
    public required int EventCount { get; init; }

    /// <summary>Decisions, oldest first, the last one in force; at most 20.</summary>
    public required ImmutableArray<DecisionView> Decisions { get; init; }

    /// <summary>How many decisions there were in all.</summary>
    public required int DecisionCount { get; init; }

    /// <summary>What is known from elsewhere, oldest first.</summary>
    public required ImmutableArray<Signal> Signals { get; init; }
}

/// <summary>A decision with its own receipts.</summary>
public sealed record DecisionView
{
    public required Outcome Outcome { get; init; }

    public required Stage Stage { get; init; }

    /// <summary>Id of the route or disqualifier that decided.</summary>
    public required string Reason { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The day that the hash covers.</summary>
    public DateOnly? Day { get; init; }

    public required string Hash { get; init; }

    public string? PlaybookHash { get; init; }

    /// <summary>What led to it from outside the talk; null = the talk did.</summary>
    public Cause? Cause { get; init; }

    public ScoreView? Score { get; init; }
}
