using System.Collections.Immutable;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Extraction;

/// <summary>A message, and what its readers may know of the talk.</summary>
/// <param name="Text">The visitor's words.</param>
/// <param name="Context">What steers the rules.</param>
public sealed record MessageToRead(string Text, ReadingContext Context)
{
    /// <summary>Slots without an answer, for which a model may propose one; where there are none, the rules read alone.</summary>
    public ImmutableArray<Slot> Unknown { get; init; } = [];

    /// <summary>The slot that was asked for, or null.</summary>
    public string? OpenSlot { get; init; }

    /// <summary>Whom a model's call is charged to.</summary>
    public required ModelAccount Account { get; init; }

    /// <summary>Whether the slot is the one that was asked for.</summary>
    internal bool Asks(Slot slot) => string.Equals(slot.Id, OpenSlot, StringComparison.Ordinal);
}
