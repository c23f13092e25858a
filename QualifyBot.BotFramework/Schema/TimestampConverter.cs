using System.Text.Json;
using System.Text.Json.Serialization;

namespace QualifyBot.BotFramework.Schema;

/// <summary>ISO 8601 with any offset; a time without one is UTC, never the machine's own zone.</summary>
internal sealed class TimestampConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String && reader.TryGetDateTime(out var time))
        {
            if (time.Kind == DateTimeKind.Unspecified)
            {
                return new DateTimeOffset(time, TimeSpan.Zero);
            }

            if (reader.TryGetDateTimeOffset(out var exact))
            {
                return exact;
            }
        }

        throw new JsonException("it is not an ISO 8601 time such as \"2026-11-22T04:41:22.315Z\"");
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        if (value.Offset == TimeSpan.Zero)
        {
            writer.WriteStringValue(value.UtcDateTime);
        }
        else
        {
            writer.WriteStringValue(value);
        }
    }
}
