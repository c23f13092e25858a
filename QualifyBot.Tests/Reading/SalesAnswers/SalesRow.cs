using System.Collections.Immutable;

namespace QualifyBot.Tests.Reading.SalesAnswers;

/// <summary>One thing that must be read: a slot or "act" and its value in the notation of the tables; Absent where the slot must stay empty.</summary>
internal sealed record Part(string Kind, string Value, bool Absent = false);

/// <summary>A message, what was asked before it, and what a careful reader fills from it.</summary>
/// <param name="File">The table's name.</param>
/// <param name="Line">The line in the table, from 1.</param>
/// <param name="Asked">Names of the slots asked for; empty where nothing was.</param>
/// <param name="Question">The bot's words before the message, or null.</param>
/// <param name="Message">What the visitor wrote.</param>
/// <param name="Expected">The expected parts as the table writes them.</param>
/// <param name="Choices">Readings of which any one is right, each a list of parts.</param>
internal sealed record SalesRow(string File, int Line, ImmutableArray<string> Asked, string? Question, string Message, string Expected, ImmutableArray<ImmutableArray<Part>> Choices)
{
    /// <summary>Where the row stands.</summary>
    public string Place => $"{File}:{Line}";
}
