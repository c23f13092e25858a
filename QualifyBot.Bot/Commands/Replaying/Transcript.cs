using System.Collections.Immutable;

namespace QualifyBot.Bot.Commands.Replaying;

/// <summary>A talk that was held somewhere, as a file tells it.</summary>
internal sealed record Transcript(string Id, ImmutableArray<TranscriptLine> Lines);

/// <summary>Something that was said.</summary>
/// <param name="Id">The message's id, unique in the talk.</param>
/// <param name="FromVisitor">Whether the visitor said it; else the bot, or a seller.</param>
/// <param name="Text">The words.</param>
/// <param name="At">When, by the speaker's clock; null where it was not noted.</param>
internal sealed record TranscriptLine(string Id, bool FromVisitor, string Text, DateTimeOffset? At);

/// <summary>A transcript of a file, or what is wrong there and how to mend it.</summary>
internal readonly record struct TranscriptOrProblem(Transcript? Transcript, string? Problem);
