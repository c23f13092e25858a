using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace QualifyBot.Bot.Calls;

/// <summary>Reads a call from one line of JSON.</summary>
public static class CallLine
{
    private const string Form = """Write {"id": "...", "turns": [{"time": "...", "speaker": "agent" or "lead", "text": "..."}]}.""";

    /// <summary>The call, or what is wrong with the line and how to mend it.</summary>
    public static (Call? Call, string? Problem) Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return Read(document.RootElement);
        }
        catch (JsonException problem)
        {
            var column = problem.BytePositionInLine is { } bytes ? string.Create(CultureInfo.InvariantCulture, $" at byte {bytes}") : "";
            return (null, $"The line is no JSON{column}. {Form}");
        }
        catch (InvalidOperationException)
        {
            return (null, "A text holds half of a character pair. Write the line as UTF-8, with whole characters.");
        }
    }

    private static (Call? Call, string? Problem) Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return (null, $"The line is no JSON object. {Form}");
        }

        if (!root.TryGetProperty("id", out var id) || id.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
        {
            return (null, """There is no "id". Give each call one, a text or a number.""");
        }

        if (!root.TryGetProperty("turns", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            return (null, $"""There are no "turns". {Form}""");
        }

        var turns = ImmutableArray.CreateBuilder<CallTurn>(list.GetArrayLength());
        foreach (var item in list.EnumerateArray())
        {
            var (turn, problem) = ReadTurn(item, turns.Count);
            if (turn is null)
            {
                return (null, problem);
            }

            turns.Add(turn);
        }

        return (new Call(id.GetRawText(), Text(root, "lang") ?? Text(root, "language"), turns.MoveToImmutable()), null);
    }

    private static (CallTurn? Turn, string? Problem) ReadTurn(JsonElement item, int index)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"Turn {index + 1}");
        if (item.ValueKind != JsonValueKind.Object)
        {
            return (null, $"{place} is no object. {Form}");
        }

        if (SpeakerOf(Text(item, "speaker")) is not { } speaker)
        {
            return (null, $"""{place} does not say who speaks. Write "speaker": "agent" or "lead".""");
        }

        return Text(item, "text") is { } text
            ? (new CallTurn(index, Time(item), speaker, text), null)
            : (null, $"""{place} has no "text". Write what was said, or leave the turn out.""");
    }

    private static Speaker? SpeakerOf(string? name) => name?.Trim().ToUpperInvariant() switch
    {
        "AGENT" or "SELLER" or "REP" or "SALES" => Speaker.Agent,
        "LEAD" or "CUSTOMER" or "PROSPECT" or "BUYER" => Speaker.Lead,
        _ => null,
    };

    private static string? Time(JsonElement item) =>
        item.TryGetProperty("time", out var time) && time.ValueKind is JsonValueKind.Number ? time.GetRawText() : Text(item, "time");

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
