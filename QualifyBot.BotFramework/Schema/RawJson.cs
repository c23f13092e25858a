using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace QualifyBot.BotFramework.Schema;

/// <summary>JSON that is not ours to change: it is written as it was read, number by number and duplicate by duplicate.</summary>
public static class RawJson
{
    /// <summary>A JSON string.</summary>
    public static JsonElement From(string value) => JsonSerializer.SerializeToElement(value, BotFrameworkJsonContext.Wire.String);

    // An element's own WriteTo decodes and encodes each string, and throws on "\ud800", which is valid JSON.
    internal sealed class Converter : JsonConverter<JsonElement>
    {
        // ParseValue copies into memory of its own: no pooled document outlives its return to the pool.
        public override JsonElement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonElement.ParseValue(ref reader);

        public override void Write(Utf8JsonWriter writer, JsonElement value, JsonSerializerOptions options)
        {
            if (value.ValueKind == JsonValueKind.Undefined)
            {
                writer.WriteNullValue();
            }
            else
            {
                writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
            }
        }
    }
}
