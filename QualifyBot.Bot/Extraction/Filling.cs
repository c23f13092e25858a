using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Bot.Extraction;

/// <summary>What a message did to a lead.</summary>
/// <param name="Lead">The lead with the message taken in.</param>
/// <param name="Added">Answers for slots that were open.</param>
/// <param name="Changed">Answers that took the place of older ones.</param>
/// <param name="Removed">Slots whose answers the visitor took back.</param>
public sealed record Filling(Lead Lead, ImmutableArray<Answer> Added, ImmutableArray<Answer> Changed, ImmutableArray<string> Removed)
{
    /// <summary>Those of the removed slots whose answers the visitor says are not so: they may be asked for again.</summary>
    public ImmutableArray<string> Denied { get; init; } = [];

    /// <summary>What the readers differ about; nothing of it is in the lead.</summary>
    public ImmutableArray<Doubt> Doubts { get; init; } = [];

    /// <summary>True where the message told nothing.</summary>
    public bool IsEmpty => Added.IsEmpty && Changed.IsEmpty && Removed.IsEmpty && Doubts.IsEmpty;

    /// <summary>True where this slot has a new answer.</summary>
    public bool Fills(string? slot) =>
        slot is not null && (Added.Any(answer => answer.Slot == slot) || Changed.Any(answer => answer.Slot == slot));
}
