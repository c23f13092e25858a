using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Calls;

/// <summary>What a seller's turn does: what it asks for, and what it says of the lead that the lead may confirm or deny.</summary>
internal sealed record SellerTurn
{
    /// <summary>The turn.</summary>
    public required CallTurn Turn { get; init; }

    /// <summary>The slots asked for, most wanted first; null where the turn asks nothing, so that what was asked before is still open.</summary>
    public ImmutableArray<Slot>? Asked { get; init; }

    /// <summary>Slots that the turn may ask for as well, if the answer is of their kind.</summary>
    public ImmutableArray<Slot> Possible { get; init; } = [];

    /// <summary>Whether it asks how things are, rather than what is wrong with them.</summary>
    public bool AsksSituation { get; init; }

    /// <summary>What the seller says of the lead; spans in the seller's words.</summary>
    public ImmutableArray<Candidate> Proposals { get; init; } = [];

    /// <summary>What the seller's sentences say of the lead by their likeness to what leads say.</summary>
    public ImmutableArray<(string Kind, Spoken Sentence)> Told { get; init; } = [];

    /// <summary>Whether the last question can be answered with yes or no.</summary>
    public bool IsPolar { get; init; }

    /// <summary>Whether it asks if the lead is the one who decides.</summary>
    public bool AsksForYou { get; init; }

    /// <summary>Whether it asks if somebody else takes part in the decision.</summary>
    public bool AsksForOthers { get; init; }

    /// <summary>Whether it asks if it is somebody else who decides.</summary>
    public bool AsksForThem { get; init; }

    /// <summary>Whether it asks if money or time stand in the way ("would that be too much?"), so that a no agrees.</summary>
    public bool AsksForDoubts { get; init; }

    /// <summary>Whether the last sentence asks if what came before is right.</summary>
    public bool AsksToConfirm { get; init; }
}
