using System.Collections.Immutable;
using System.Globalization;
using QualifyBot.Bot.Commands.Replaying;

namespace QualifyBot.Bot.Commands.Testing;

/// <summary>Reads a .chat file, the written form of a talk in the Bot Framework: "user: hello" and "bot: hi" lines, their names at the top ("user=Joe").</summary>
internal static class ChatFile
{
    private const string Visitor = "user";
    private const string Bot = "bot";

    /// <summary>The talk, or what is wrong with the file and how to mend it.</summary>
    public static TranscriptOrProblem Read(string file)
    {
        var (visitor, bot) = (Visitor, Bot);
        var lines = new List<TranscriptLine>();
        foreach (var (number, line) in File.ReadLines(file).Index())
        {
            if (line.Split('=', 2) is [var name, var value] && lines.Count == 0 && name.Trim() is Visitor or Bot)
            {
                (visitor, bot) = name.Trim() is Visitor ? (value.Trim(), bot) : (visitor, value.Trim());
            }
            else if (SpeakerOf(line, visitor, bot) is { } isVisitor)
            {
                lines.Add(new TranscriptLine(string.Create(CultureInfo.InvariantCulture, $"m{number + 1}"), isVisitor, WithoutCommands(line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]), null));
            }
            else if (lines.Count > 0 && WithoutCommands(line) is { Length: > 0 } more)
            {
                lines[^1] = lines[^1] with { Text = $"{lines[^1].Text}\n{more}".Trim() };
            }
        }

        return lines.Exists(static line => line.FromVisitor)
            ? new TranscriptOrProblem(new Transcript(Path.GetFileNameWithoutExtension(file), [.. lines.Where(static line => line.Text.Length > 0)]), null)
            : new TranscriptOrProblem(null, $"{file}:1:1: Nobody says anything here. Write lines such as 'user: hello' and 'bot: hi'.");
    }

    private static bool? SpeakerOf(string line, string visitor, string bot) =>
        line.Split(':', 2) is not [var name, _] ? null
        : Is(name, visitor) || Is(name, Visitor) ? true
        : Is(name, bot) || Is(name, Bot) ? false
        : null;

    private static bool Is(string name, string speaker) => name.Trim().Equals(speaker, StringComparison.OrdinalIgnoreCase);

    // "[Typing]" and the like tell a player what to do, and "> ..." is a remark.
    private static string WithoutCommands(string words)
    {
        var text = words.Trim();
        return text.StartsWith('>') || (text.StartsWith('[') && text.EndsWith(']')) ? "" : text;
    }
}
