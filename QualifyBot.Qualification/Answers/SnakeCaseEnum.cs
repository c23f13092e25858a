using System.Text.Json;
using System.Text.Json.Serialization;

namespace QualifyBot.Qualification.Answers;

/// <summary>Writes an enum's names as the playbooks do: BookDemo is "book_demo".</summary>
public sealed class SnakeCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
