using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using QualifyBot.BotFramework.Authentication;

namespace QualifyBot.BotFramework.DirectLine;

/// <summary>What a call is answered with: a status and JSON, or an error.</summary>
internal readonly record struct Answer(int Status, ReadOnlyMemory<byte> Body, ProtocolError? Error)
{
    private static readonly JsonWriterOptions _readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Refused with 403, never 401: that is what clients understand.
    internal static ProtocolError TokenRefused { get; } = new(403, "TokenExpired", "The token is not valid for this, or no longer: get a new one, or start a new conversation.");

    internal static ProtocolError UnknownConversation { get; } = new(404, "ConversationNotFound", "There is no such conversation, or no longer: start a new one.");

    internal static ProtocolError Busy { get; } = new(503, "ServiceUnavailable", "The host cannot take this right now: send it again in a moment.", TimeSpan.FromSeconds(1));

    public static implicit operator Answer(ProtocolError error) => new(error.Status, default, error);

    internal static Answer Json(int status, ReadOnlyMemory<byte> body) => new(status, body, null);

    internal static Answer Object(int status, Action<Utf8JsonWriter> members)
    {
        var body = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(body, _readable))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return new Answer(status, body.WrittenMemory, null);
    }
}
