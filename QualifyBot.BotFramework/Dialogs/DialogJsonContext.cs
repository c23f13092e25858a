using System.Text.Json;
using System.Text.Json.Serialization;
using QualifyBot.BotFramework.Dialogs.Prompts;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.BotFramework.Dialogs;

/// <summary>How dialogs are stored: no type names, no reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    UseStringEnumConverter = true,
    Converters = [typeof(RawJson.Converter), typeof(TimestampConverter)])]
[JsonSerializable(typeof(DialogState))]
[JsonSerializable(typeof(PromptOptions))]
public sealed partial class DialogJsonContext : JsonSerializerContext;
