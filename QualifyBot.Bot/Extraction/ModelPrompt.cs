using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Bot.Extraction;

/// <summary>What is sent to a model: the instructions of Prompt.txt and one JSON document. Nothing else of the talk leaves the house.</summary>
internal static class ModelPrompt
{
    private const int LongestText = 4_000;
    private const int MostOutputTokens = 800;
    private const string Resource = "QualifyBot.Bot.Extraction.Prompt.txt";

    // A JSON string is a fence that its content cannot leave; other letters than ASCII stay legible, so that they can be quoted.
    private static readonly JsonWriterOptions Legible = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (string Version, string Instructions) Prompt = Load();

    /// <summary>Version of the prompt.</summary>
    public static string Version => Prompt.Version;

    /// <summary>As much of a message as is sent.</summary>
    public static string TextOf(MessageToRead message)
    {
        var text = message.Text;
        return text.Length <= LongestText ? text : text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];
    }

    /// <summary>The messages of a call.</summary>
    public static List<ChatMessage> MessagesFor(MessageToRead message) =>
        [new(ChatRole.System, Prompt.Instructions), new(ChatRole.User, DocumentOf(message))];

    /// <summary>The options of a call.</summary>
    public static ChatOptions OptionsFor(MessageToRead message, float? temperature) => new()
    {
        Temperature = temperature,
        MaxOutputTokens = MostOutputTokens,
        ResponseFormat = ChatResponseFormat.ForJsonSchema(AnswerSchema.For(message.Unknown, message.Context.Needs), "answers"),
    };

    private static string DocumentOf(MessageToRead message)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Legible))
        {
            json.WriteStartObject();
            json.WriteString("question"u8, message.Context.Question);
            json.WriteStartArray("slots"u8);
            foreach (var slot in message.Unknown)
            {
                json.WriteStartObject();
                json.WriteString("id"u8, slot.Id);
                json.WriteString("type"u8, NameOf(slot.Type));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("message"u8, TextOf(message));
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static string NameOf(SlotType type) => JsonNamingPolicy.SnakeCaseLower.ConvertName(type.ToString());

    private static (string Version, string Instructions) Load()
    {
        using var stream = typeof(ModelPrompt).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return (reader.ReadLine()!["version: ".Length..], reader.ReadToEnd().Trim());
    }
}
