using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Bot.Extraction;

/// <summary>What is sent to a model: the instructions of Prompt.txt for a purpose, and one JSON document.</summary>
internal static class ModelPrompt
{
    private const int LongestText = 4_000;
    private const string Resource = "QualifyBot.Bot.Extraction.Prompt.txt";
    private const string Phrasing = "\n== Phrasing ==\n";

    // A JSON string is a fence that its content cannot leave; other letters than ASCII stay legible, so that they can be quoted.
    private static readonly JsonWriterOptions Legible = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonElement Sentences = JsonElement.Parse(
        """{"type":"object","additionalProperties":false,"required":["sentences"],"properties":{"sentences":{"type":"array","items":{"type":"string"}}}}""");

    private static readonly (string Version, string ToRead, string ToPhrase) Prompt = Load();

    /// <summary>Version of the prompt.</summary>
    public static string Version => Prompt.Version;

    /// <summary>As much of a message as is sent.</summary>
    public static string TextOf(MessageToRead message)
    {
        var text = message.Text;
        return text.Length <= LongestText ? text : text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];
    }

    /// <summary>The question what a message says.</summary>
    public static ModelQuestion ToRead(MessageToRead message) =>
        new(ModelPurpose.Reading, Prompt.ToRead, Document(json => Write(json, message)), AnswerSchema.For(message.Unknown, message.Context.Needs));

    /// <summary>The question how sentences of the bot could be put otherwise.</summary>
    public static ModelQuestion ToPhrase(IReadOnlyList<string> sentences) =>
        new(ModelPurpose.Phrasing, Prompt.ToPhrase, Document(json => Write(json, sentences)), Sentences);

    private static void Write(Utf8JsonWriter json, MessageToRead message)
    {
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
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<string> sentences)
    {
        json.WriteStartArray("sentences"u8);
        foreach (var sentence in sentences)
        {
            json.WriteStringValue(sentence);
        }

        json.WriteEndArray();
    }

    private static string Document(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Legible))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static string NameOf(SlotType type) => JsonNamingPolicy.SnakeCaseLower.ConvertName(type.ToString());

    private static (string Version, string ToRead, string ToPhrase) Load()
    {
        using var stream = typeof(ModelPrompt).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        var version = reader.ReadLine()!["version: ".Length..];
        var parts = reader.ReadToEnd().ReplaceLineEndings("\n").Split(Phrasing);
        return (version, parts[0].Trim(), parts[1].Trim());
    }
}
