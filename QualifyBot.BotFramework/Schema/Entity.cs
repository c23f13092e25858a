using System.Text.Json;
using System.Text.Json.Serialization;

namespace QualifyBot.BotFramework.Schema;

/// <summary>Something about an activity: a mention, a place, what the client can do ... All but its type is in <see cref="Properties"/>.</summary>
public sealed class Entity
{
    public string? Type { get; set; }

    /// <summary>Members other than the type, verbatim.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}
