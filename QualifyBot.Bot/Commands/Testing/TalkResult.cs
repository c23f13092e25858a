using System.Collections.Immutable;

namespace QualifyBot.Bot.Commands.Testing;

/// <summary>A turn that was played, and what did not hold after it.</summary>
internal sealed record PlayedTurn(TalkTurn Turn, TurnSeen Seen, ImmutableArray<Mismatch> Mismatches)
{
    /// <summary>Whether all that was expected came about.</summary>
    public bool IsRight => Mismatches.IsEmpty && Seen.Problem is null;
}

/// <summary>What came of a talk under one playbook.</summary>
/// <param name="File">The file's path.</param>
/// <param name="Playbook">Id of the playbook.</param>
/// <param name="Turns">The turns up to the first that went wrong.</param>
/// <param name="Took">How long it took.</param>
internal sealed record TalkResult(string File, string Playbook, ImmutableArray<PlayedTurn> Turns, TimeSpan Took)
{
    /// <summary>What stops the talk from being played at all, as file:line:column: problem remedy; null = nothing.</summary>
    public string? Fault { get; init; }

    /// <summary>What tells it from other talks of the same file; null = nothing has to.</summary>
    public string? Variant { get; init; }

    /// <summary>Whether all that was expected came about.</summary>
    public bool IsRight => Fault is null && Turns.All(static turn => turn.IsRight);
}
