using System.Text.Json;
using System.Text.Json.Serialization;

namespace QualifyBot.BotFramework.Schema;

/// <summary>A card or file that goes with an activity.</summary>
public sealed class Attachment
{
    /// <summary>A MIME type, or a card's type such as <see cref="HeroCard.ContentType"/>.</summary>
    public string? ContentType { get; set; }

    public string? ContentUrl { get; set; }

    /// <summary>The content itself, verbatim.</summary>
    public JsonElement? Content { get; set; }

    /// <summary>The file's name.</summary>
    public string? Name { get; set; }

    public string? ThumbnailUrl { get; set; }

    /// <summary>Members that this type does not name, verbatim.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}
