using System.Collections.Immutable;

namespace QualifyBot.Bot.Calls;

/// <summary>Who speaks in a call.</summary>
public enum Speaker
{
    /// <summary>The seller.</summary>
    Agent,

    /// <summary>The person who may buy.</summary>
    Lead,
}

/// <summary>What one of the two says before the other does.</summary>
/// <param name="Index">Its place in the call, from 0.</param>
/// <param name="Time">When, as it was written, or null.</param>
/// <param name="Speaker">Who.</param>
/// <param name="Text">The words.</param>
public sealed record CallTurn(int Index, string? Time, Speaker Speaker, string Text);

/// <summary>A talk between a seller and a lead.</summary>
/// <param name="Id">Its id as JSON: a string in quotes, or a number.</param>
/// <param name="Language">Two-letter language, or null where it was not given.</param>
/// <param name="Turns">The turns in order.</param>
public sealed record Call(string Id, string? Language, ImmutableArray<CallTurn> Turns);
