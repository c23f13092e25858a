using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Extraction;

/// <summary>
/// What the readers made of a message. <see cref="Reading"/> is the rules' alone, so acts, consents and choices of a time never come from a model:
/// a model only proposes answers for slots.
/// </summary>
/// <param name="Reading">What the rules read.</param>
public sealed record Heard(MessageReading Reading)
{
    /// <summary>Answers that the model adds; each stands in the visitor's own words and has passed the rules' types.</summary>
    public ImmutableArray<Proposal> Proposals { get; init; } = [];

    /// <summary>Where the two readers differ: neither fills until the visitor has said which is meant.</summary>
    public ImmutableArray<Conflict> Conflicts { get; init; } = [];

    /// <summary>What the model cost.</summary>
    public ModelUse Use { get; init; }
}

/// <summary>An answer proposed for one slot.</summary>
/// <param name="Slot">Id of the slot.</param>
/// <param name="Candidate">The value and its span in the message.</param>
public sealed record Proposal(string Slot, Candidate Candidate);

/// <summary>Two readings of one message for the same slot.</summary>
/// <param name="Slot">Id of the slot.</param>
/// <param name="Rule">What the rules read.</param>
/// <param name="Model">What the model read.</param>
public sealed record Conflict(string Slot, Candidate Rule, Candidate Model);

/// <summary>Two answers for the same slot, both in the visitor's words, of which at most one is meant.</summary>
/// <param name="Rule">As the rules read it.</param>
/// <param name="Model">As the model read it.</param>
public sealed record Doubt(Answer Rule, Answer Model);

/// <summary>What the model cost for one message.</summary>
/// <param name="Calls">Requests that were sent, retries included.</param>
/// <param name="InputTokens">Tokens sent, as the model's server counts them.</param>
/// <param name="OutputTokens">Tokens received.</param>
/// <param name="Milliseconds">How long the turn waited.</param>
/// <param name="DroppedQuotes">Answers dropped because their quote does not stand in the message.</param>
public readonly record struct ModelUse(int Calls, long InputTokens, long OutputTokens, long Milliseconds, int DroppedQuotes);
