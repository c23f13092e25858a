using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace QualifyBot.Benchmarks.Load;

/// <summary>Writes activities as the Emulator and Web Chat do.</summary>
internal sealed class ActivityWriter(LoadOptions options, string serviceUrl)
{
    private const int TypicalLength = 768;

    /// <summary>A message that the visitor of a talk says.</summary>
    public byte[] Message(Conversation talk, int visitor, string id, string text) => Write("message", talk, visitor, id, json =>
    {
        json.WriteString("textFormat", "plain");
        json.WriteString("locale", "en-US");
        json.WriteString("text", text);
        if (options.ExpectReplies)
        {
            json.WriteString("deliveryMode", "expectReplies");
        }

        json.WriteStartArray("entities");
        json.WriteStartObject();
        json.WriteString("type", "ClientCapabilities");
        json.WriteBoolean("requiresBotState", true);
        json.WriteBoolean("supportsListening", true);
        json.WriteBoolean("supportsTts", true);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("channelData");
        json.WriteString("clientActivityID", id);
        json.WriteEndObject();
    });

    /// <summary>Tells the bot that the visitor, and the bot itself, joined a talk.</summary>
    public byte[] Joined(Conversation talk, int visitor) => Write("conversationUpdate", talk, visitor, talk.StartId, json =>
    {
        json.WriteStartArray("membersAdded");
        json.WriteStartObject();
        WriteBot(json);
        json.WriteStartObject();
        WriteVisitor(json, visitor);
        json.WriteEndArray();
        json.WriteStartArray("membersRemoved");
        json.WriteEndArray();
    });

    private byte[] Write(string type, Conversation talk, int visitor, string id, Action<Utf8JsonWriter> rest)
    {
        var buffer = new ArrayBufferWriter<byte>(TypicalLength);
        using var json = new Utf8JsonWriter(buffer);
        var now = TimeProvider.System.GetUtcNow();
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteString("id", id);
        json.WriteString("timestamp", now.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
        json.WriteString("localTimestamp", now.ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture));
        json.WriteString("localTimezone", "Europe/Berlin");
        json.WriteString("serviceUrl", serviceUrl);
        json.WriteString("channelId", options.Channel);
        json.WriteStartObject("from");
        WriteVisitor(json, visitor);
        json.WriteStartObject("conversation");
        json.WriteString("id", talk.Id);
        json.WriteEndObject();
        json.WriteStartObject("recipient");
        WriteBot(json);
        rest(json);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteVisitor(Utf8JsonWriter json, int visitor)
    {
        json.WriteString("id", string.Create(CultureInfo.InvariantCulture, $"user{visitor}"));
        json.WriteString("name", "User");
        json.WriteString("role", "user");
        json.WriteEndObject();
    }

    private static void WriteBot(Utf8JsonWriter json)
    {
        json.WriteString("id", "bot1");
        json.WriteString("name", "Bot");
        json.WriteString("role", "bot");
        json.WriteEndObject();
    }
}
