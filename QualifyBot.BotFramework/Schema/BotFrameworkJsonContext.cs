using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace QualifyBot.BotFramework.Schema;

/// <summary>How the protocol's types are read and written: camelCase, nulls left out, no reflection. Use <see cref="Wire"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 64,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(RawJson.Converter), typeof(TimestampConverter)])]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ConversationReference))]
[JsonSerializable(typeof(HeroCard))]
[JsonSerializable(typeof(InvokeResponse))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(ExpectedReplies))]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(JsonElement))]
public sealed partial class BotFrameworkJsonContext : JsonSerializerContext
{
    /// <summary>
    /// The context for the wire. Its encoder leaves non-ASCII and quotes readable; that is safe in application/json, which is all
    /// it is for. Never put its output into HTML.
    /// </summary>
    public static BotFrameworkJsonContext Wire => Relaxed.Context;

    // A class of its own, because the order of static initialisers in the generated part of this one is not ours to choose.
    private static class Relaxed
    {
        public static readonly BotFrameworkJsonContext Context =
            new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
