using System.Buffers;
using System.Text.Json;
using QualifyBot.BotFramework.Authentication;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.BotFramework.Http;

/// <summary>What a channel is told about an activity it sent.</summary>
public sealed class ReceiveResult
{
    private ReceiveResult(int status, ReadOnlyMemory<byte> body = default, ProtocolError? error = null) =>
        (Status, Body, Error) = (status, body, error);

    /// <summary>The turn is done and its replies are delivered, or were before: 200.</summary>
    public static ReceiveResult Done { get; } = new(200);

    /// <summary>The turn is stored; its replies are on their way: 202.</summary>
    public static ReceiveResult Accepted { get; } = new(202);

    /// <summary>An invoke that the bot did not answer: 501.</summary>
    public static ReceiveResult NotImplemented { get; } =
        Refused(new ProtocolError(501, "NotImplemented", "The bot has no answer to this invoke activity."));

    /// <summary>The HTTP status; never 204, which some clients take for a failure.</summary>
    public int Status { get; }

    /// <summary>JSON in UTF-8; empty = no body.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>What went wrong, if something did.</summary>
    public ProtocolError? Error { get; }

    /// <summary>The turn could not be run, and says why.</summary>
    public static ReceiveResult Refused(ProtocolError error) => new(error.Status, error: error);

    /// <summary>The bot's answer to an invoke.</summary>
    public static ReceiveResult Invoked(InvokeResponse response) => new(
        response.Status == 204 ? 200 : response.Status,
        response.Body is { } body ? JsonSerializer.SerializeToUtf8Bytes(body, BotFrameworkJsonContext.Wire.JsonElement) : default);

    /// <summary>The replies, for delivery mode expectReplies; each is an activity as JSON in UTF-8.</summary>
    public static ReceiveResult Replies(IEnumerable<ReadOnlyMemory<byte>> activities)
    {
        var body = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteStartArray("activities"u8);
            foreach (var activity in activities)
            {
                json.WriteRawValue(activity.Span, skipInputValidation: true);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return new ReceiveResult(200, body.WrittenMemory);
    }
}
