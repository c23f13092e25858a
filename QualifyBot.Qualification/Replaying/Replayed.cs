using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Replaying;

/// <summary>A lead to be replayed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Before">What is known of it under the old rulebook.</param>
/// <param name="After">What is known of it under the new one: where sentences are read anew, it may be something else.</param>
/// <param name="Day">The day of the decision.</param>
public sealed record ReplayCase(string Id, Lead Before, Lead After, DateOnly Day)
{
    /// <summary>Whether it was decided, so that nothing is asked any more.</summary>
    public bool IsDecided { get; init; }

    /// <summary>What was stored as decided, where the rulebook that decided is not there any more; null = it is recomputed.</summary>
    public Standpoint? Stored { get; init; }
}

/// <summary>How a lead stands under one rulebook.</summary>
/// <param name="Outcome">Where it goes; null = the talk would still go on.</param>
/// <param name="Decision">The decision, or the one that would be made if nothing more could be asked; null where only the outcome is known.</param>
public sealed record Standpoint(Outcome? Outcome, Decision? Decision)
{
    /// <summary>Id of the question that would still be asked, or null.</summary>
    public string? Asks { get; init; }
}

/// <summary>Points that a rule gave and gives.</summary>
public sealed record MovedPoints(string Rule, int Before, int After);

/// <summary>A lead under two rulebooks.</summary>
/// <param name="Case">The lead.</param>
/// <param name="Before">How it stood.</param>
/// <param name="After">How it stands.</param>
public sealed record Replayed(ReplayCase Case, Standpoint Before, Standpoint After)
{
    /// <summary>Whether its outcome is another now.</summary>
    public bool IsFlip => Before.Outcome != After.Outcome;

    /// <summary>The rules whose points differ, in playbook order.</summary>
    public ImmutableArray<MovedPoints> Moved { get; init; } = [];

    /// <summary>For a flip: each change that flips it alone; where none does, the changes that do so together. Empty where it cannot be told.</summary>
    public ImmutableArray<RulebookChange> Causes { get; init; } = [];

    /// <summary>Whether each of the causes flips the lead alone.</summary>
    public bool IsEachEnough { get; init; }
}
