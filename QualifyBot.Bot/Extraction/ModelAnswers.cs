using System.Collections.Immutable;
using System.Text.Json;

namespace QualifyBot.Bot.Extraction;

/// <summary>One answer as a model gave it: nothing in it is trusted.</summary>
/// <param name="Slot">The slot it names.</param>
/// <param name="Quote">The words it claims to quote.</param>
/// <param name="Choice">What it chose from a closed list, or null.</param>
internal sealed record ModelAnswer(string Slot, string Quote, string? Choice);

/// <summary>Parses a model's reply.</summary>
internal static class ModelAnswers
{
    private const int LongestReply = 20_000;
    private const int MostAnswers = 20;
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8 };

    /// <summary>The answers of a reply, or null where it is not what the schema asks for.</summary>
    public static ImmutableArray<ModelAnswer>? Parse(string? reply)
    {
        if (reply is null or { Length: > LongestReply })
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(reply, Strict);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("answers"u8, out var answers)
                && answers.ValueKind is JsonValueKind.Array
                ? [.. answers.EnumerateArray().Take(MostAnswers).Select(AnswerOf).OfType<ModelAnswer>()]
                : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not JSON, or strings with half a surrogate pair, which are refused only when they are taken out.
            return null;
        }
    }

    private static ModelAnswer? AnswerOf(JsonElement answer) =>
        answer.ValueKind is JsonValueKind.Object && Text(answer, "slot"u8) is { } slot && Text(answer, "quote"u8) is { } quote
            ? new ModelAnswer(slot, quote, Text(answer, "value"u8))
            : null;

    private static string? Text(JsonElement answer, ReadOnlySpan<byte> name) =>
        answer.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
