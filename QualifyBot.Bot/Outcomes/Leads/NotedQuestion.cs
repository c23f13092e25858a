using System.Text.Json;
using System.Text.Json.Serialization;

namespace QualifyBot.Bot.Outcomes.Leads;

/// <summary>Something that the visitor asked and only a human can answer.</summary>
/// <param name="Words">Their words.</param>
/// <param name="MessageId">The message in which they asked; null in leads stored before it was kept.</param>
[JsonConverter(typeof(NotedQuestionConverter))]
public sealed record NotedQuestion(string Words, string? MessageId);

/// <summary>The stored form: an object, and in older leads the words alone.</summary>
internal sealed class NotedQuestionConverter : JsonConverter<NotedQuestion>
{
    private const string Words = "words";
    private const string Message = "messageId";

    public override NotedQuestion Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var stored = JsonElement.ParseValue(ref reader);
        return stored.ValueKind is JsonValueKind.String
            ? new NotedQuestion(stored.GetString()!, null)
            : new NotedQuestion(stored.GetProperty(Words).GetString() ?? "", stored.TryGetProperty(Message, out var message) ? message.GetString() : null);
    }

    public override void Write(Utf8JsonWriter writer, NotedQuestion value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(Words, value.Words);
        if (value.MessageId is { } message)
        {
            writer.WriteString(Message, message);
        }

        writer.WriteEndObject();
    }
}
