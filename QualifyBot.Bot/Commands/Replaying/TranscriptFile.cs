using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Bot.Commands.Replaying;

/// <summary>
/// Reads transcripts: JSON lines with one talk each ("id", "turns"), JSON lines with one Bot Framework activity each, or a .transcript file, which is a JSON
/// array of activities. Talks of the first form are given one after the other; activities are gathered by conversation first.
/// </summary>
internal static class TranscriptFile
{
    private const string Forms = "Write a talk as {\"id\": \"...\", \"turns\": [{\"time\": \"...\", \"speaker\": \"bot\" or \"lead\", \"text\": \"...\"}]}, or a Bot Framework activity, on each line; or a JSON array of activities.";

    /// <summary>The transcripts in order, and a problem for each place that is none.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static IEnumerable<TranscriptOrProblem> Read(string file)
    {
        using var reader = new StreamReader(file, Encoding.UTF8);
        while (reader.Peek() is >= 0 and var next && char.IsWhiteSpace((char)next))
        {
            _ = reader.Read();
        }

        var activities = new ActivityTalks();
        foreach (var found in reader.Peek() == '[' ? ReadArray(file, reader.ReadToEnd(), activities) : ReadLines(file, reader, activities))
        {
            yield return found;
        }

        foreach (var transcript in activities.Talks)
        {
            yield return new TranscriptOrProblem(transcript, null);
        }
    }

    private static IEnumerable<TranscriptOrProblem> ReadArray(string file, string text, ActivityTalks activities)
    {
        var (array, problem) = Parse(text);
        if (array is null)
        {
            yield return Wrong(file, problem!.LineNumber ?? 0, problem.BytePositionInLine ?? 0, "This is no JSON.");
            yield break;
        }

        using (array)
        {
            foreach (var (index, element) in array.RootElement.EnumerateArray().Index())
            {
                if (activities.Add(element.GetRawText()) is { } wrong)
                {
                    yield return new TranscriptOrProblem(null, string.Create(CultureInfo.InvariantCulture, $"{file}:1:1: Activity {index + 1}: {wrong}"));
                }
            }
        }
    }

    private static IEnumerable<TranscriptOrProblem> ReadLines(string file, StreamReader reader, ActivityTalks activities)
    {
        for (var number = 0L; reader.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line) && ReadLine(file, number, line, activities) is { } found)
            {
                yield return found;
            }
        }
    }

    private static TranscriptOrProblem? ReadLine(string file, long number, string line, ActivityTalks activities)
    {
        var (document, problem) = Parse(line);
        if (document is null)
        {
            return Wrong(file, number, problem!.BytePositionInLine ?? 0, "This is no JSON.");
        }

        using (document)
        {
            var root = document.RootElement;
            if (root.ValueKind is not JsonValueKind.Object)
            {
                return Wrong(file, number, 0, "This is no JSON object.");
            }

            if (root.TryGetProperty("turns", out var turns))
            {
                var (transcript, wrong) = TryOwnForm(root, turns);
                return transcript is null ? Wrong(file, number, 0, wrong!) : new TranscriptOrProblem(transcript, null);
            }

            return activities.Add(line) is { } fault ? Wrong(file, number, 0, root.TryGetProperty("type", out _) ? fault : "There are neither \"turns\" nor the \"type\" of an activity.") : null;
        }
    }

    private static (Transcript? Transcript, string? Problem) TryOwnForm(JsonElement root, JsonElement turns)
    {
        try
        {
            return OwnForm(root, turns);
        }
        catch (InvalidOperationException)
        {
            return (null, "A text holds half of a character pair.");
        }
    }

    private static (Transcript? Transcript, string? Problem) OwnForm(JsonElement root, JsonElement turns)
    {
        if (!root.TryGetProperty("id", out var id) || id.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
        {
            return (null, "The talk has no \"id\".");
        }

        if (turns.ValueKind is not JsonValueKind.Array)
        {
            return (null, "\"turns\" is no list.");
        }

        var lines = ImmutableArray.CreateBuilder<TranscriptLine>();
        foreach (var (index, turn) in turns.EnumerateArray().Index())
        {
            var speaker = Text(turn, "speaker")?.ToUpperInvariant();
            var isVisitor = speaker is "LEAD" or "VISITOR" or "USER" or "CUSTOMER" or "PROSPECT" or "BUYER";
            if ((!isVisitor && speaker is not ("BOT" or "AGENT" or "SELLER" or "REP" or "ASSISTANT")) || Text(turn, "text") is not { } text)
            {
                return (null, string.Create(CultureInfo.InvariantCulture, $"Turn {index + 1} has no \"text\", or its \"speaker\" is neither \"bot\" nor \"lead\"."));
            }

            lines.Add(new TranscriptLine(string.Create(CultureInfo.InvariantCulture, $"m{index + 1}"), isVisitor, text, TimeOf(turn)));
        }

        return (new Transcript(id.ValueKind is JsonValueKind.String ? id.GetString()! : id.GetRawText(), lines.DrainToImmutable()), null);
    }

    private static DateTimeOffset? TimeOf(JsonElement turn) =>
        DateTimeOffset.TryParse(Text(turn, "time"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static TranscriptOrProblem Wrong(string file, long line, long column, string problem) =>
        new(null, string.Create(CultureInfo.InvariantCulture, $"{file}:{line + 1}:{column + 1}: {problem} {Forms}"));

    private static (JsonDocument? Document, JsonException? Problem) Parse(string text)
    {
        try
        {
            return (JsonDocument.Parse(text), null);
        }
        catch (JsonException problem)
        {
            return (null, problem);
        }
    }
}
