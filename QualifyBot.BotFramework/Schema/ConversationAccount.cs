using System.Text.Json;
using System.Text.Json.Serialization;

namespace QualifyBot.BotFramework.Schema;

/// <summary>A conversation on a channel.</summary>
public sealed class ConversationAccount
{
    public bool? IsGroup { get; set; }

    /// <summary>Where the channel tells them apart: "personal", "groupChat", "channel".</summary>
    public string? ConversationType { get; set; }

    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? AadObjectId { get; set; }

    /// <summary>One of <see cref="RoleTypes"/>.</summary>
    public string? Role { get; set; }

    public string? TenantId { get; set; }

    /// <summary>Members that this type does not name, verbatim.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}
