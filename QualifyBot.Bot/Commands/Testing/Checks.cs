using System.Globalization;
using System.Text.Json;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Bot.Playbooks;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Commands.Testing;

/// <summary>Something expected that did not come about.</summary>
/// <param name="Expected">What was expected.</param>
/// <param name="Wanted">It, in words.</param>
/// <param name="Got">What came instead.</param>
internal sealed record Mismatch(Expectation Expected, string Wanted, string Got);

/// <summary>Compares what was expected of a turn with what was seen.</summary>
internal static class Checks
{
    private const string None = "none";

    /// <summary>What did not come about, in the order of the file.</summary>
    public static IEnumerable<Mismatch> Of(TalkTurn turn, TurnSeen seen) => turn.Expected.Select(one => Of(one, seen)).OfType<Mismatch>();

    private static Mismatch? Of(Expectation expected, TurnSeen seen) => expected.Key switch
    {
        "slots" => Slot(expected, seen),
        "replies" => Member(expected, seen.Said.Order(StringComparer.Ordinal), wanted: true),
        "not_replies" => Member(expected, seen.Said.Order(StringComparer.Ordinal), wanted: false),
        "contains" => Words(expected, seen.Text, wanted: true),
        "lacks" => Words(expected, seen.Text, wanted: false),
        "rules" => Member(expected, Rules(seen), wanted: true),
        "not_rules" => Member(expected, Rules(seen), wanted: false),
        "acts" => Member(expected, seen.Acts.Select(Spelling<Act>.Of), wanted: true),
        "work" => expected.Wanted == None ? Same(expected, Listed(seen.Work)) : Member(expected, seen.Work, wanted: true),
        "buttons" => Same(expected, seen.Buttons.IsEmpty ? None : string.Join(" | ", seen.Buttons)),
        "score" => Same(expected, Score(expected.Name!, seen.Lead?.Score)),
        "lead" when expected.Name == "status" => Same(expected, seen.Status is { } status ? Spelling<LeadStatus>.Of(status) : None),
        "lead" => Field(expected, seen.LeadJson),
        "conversation" => Field(expected, seen.ConversationJson),
        _ => Same(expected, Single(expected.Key, seen)),
    };

    private static string Single(string key, TurnSeen seen) => key switch
    {
        "question" => seen.Question ?? None,
        "grade" => seen.Lead?.Score?.Grade.ToLowerInvariant() ?? None,
        "stage" => seen.Lead?.Score is { } score ? Spelling<Stage>.Of(score.Stage) : None,
        "temperature" => seen.Lead?.Score is { } score ? Spelling<Temperature>.Of(score.Temperature) : None,
        "outcome" => seen.Lead?.Decision is { } decision ? Spelling<Outcome>.Of(decision.Outcome) : None,
        "route" => seen.Lead?.Decision?.Reason ?? None,
        _ => seen.Replies.IsEmpty ? "true" : "false",
    };

    private static Mismatch? Slot(Expectation expected, TurnSeen seen)
    {
        var value = seen.Lead?.Known.Find(expected.Name!)?.Value;
        return SlotForm.Means(expected.Wanted, value) ? null : new Mismatch(expected, expected.Wanted, SlotForm.Of(value)[0]);
    }

    private static Mismatch? Same(Expectation expected, string got)
    {
        var wanted = expected.Key is "buttons" && expected.Wanted.Length == 0 ? None : expected.Wanted;
        return wanted.Equals(got, StringComparison.OrdinalIgnoreCase) ? null : new Mismatch(expected, wanted, got);
    }

    private static Mismatch? Member(Expectation expected, IEnumerable<string> there, bool wanted)
    {
        string[] all = [.. there];
        return all.Contains(expected.Wanted, StringComparer.Ordinal) == wanted ? null : new Mismatch(expected, wanted ? expected.Wanted : $"not {expected.Wanted}", Listed(all));
    }

    private static Mismatch? Words(Expectation expected, string text, bool wanted) =>
        text.Contains(expected.Wanted, StringComparison.OrdinalIgnoreCase) == wanted ? null : new Mismatch(expected, wanted ? $"the words \"{expected.Wanted}\"" : $"not the words \"{expected.Wanted}\"", text.Length == 0 ? "(silence)" : text);

    private static Mismatch? Field(Expectation expected, JsonElement? json)
    {
        var got = json is { } root ? Find(root, expected.Name!) : None;
        return expected.Wanted == SlotForm.Any && got != None ? null : Same(expected, got);
    }

    // "consent.given", "questions.0": a missing part and an empty list are none.
    private static string Find(JsonElement at, string path)
    {
        foreach (var part in path.Split('.'))
        {
            var found = at.ValueKind switch
            {
                JsonValueKind.Object => at.TryGetProperty(part, out var property) ? property : default,
                JsonValueKind.Array when part == "count" => JsonSerializer.SerializeToElement(at.GetArrayLength(), TestingJsonContext.Default.Int32),
                JsonValueKind.Array => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < at.GetArrayLength() ? at[index] : default,
                _ => default,
            };
            at = found;
        }

        return at.ValueKind switch
        {
            JsonValueKind.Undefined or JsonValueKind.Null => None,
            JsonValueKind.Array when at.GetArrayLength() == 0 => None,
            JsonValueKind.String => at.GetString()!,
            _ => at.GetRawText(),
        };
    }

    private static string Score(string part, ScoreRecord? score) => score is null ? None : (part switch
    {
        "fit" => score.Fit,
        "intent" => score.Intent,
        _ => score.Fit + score.Intent,
    }).ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> Rules(TurnSeen seen) => seen.Lead?.Score?.Receipts.Where(static receipt => receipt.Points != 0).Select(static receipt => receipt.Rule) ?? [];

    private static string Listed(IReadOnlyCollection<string> items) => items.Count == 0 ? None : string.Join(", ", items);
}
