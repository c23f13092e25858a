using System.Text.Json;
using System.Text.Json.Serialization;

namespace QualifyBot.BotFramework.Schema;

public sealed partial class Activity
{
    private const string Mention = "mention";

    /// <summary>Whether several people take part in the conversation, so that not all that is said is meant for the bot.</summary>
    [JsonIgnore]
    public bool IsInGroup => Conversation is { IsGroup: true } or { ConversationType: "groupChat" or "channel" };

    /// <summary>Whether the text addresses the bot: by a mention, or by its name behind an @ where the channel marks no mentions.</summary>
    public bool MentionsRecipient() =>
        (Entities ?? []).Any(IsOfRecipient)
        || (Recipient?.Name is { Length: > 0 } name && Text?.Contains("@" + name, StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>
    /// Takes out of the text where the bot itself is mentioned: in channels and group chats people address it by "@name", which is no part of what
    /// they say. Mentions of others stay.
    /// </summary>
    public void RemoveRecipientMention()
    {
        foreach (var entity in Entities ?? [])
        {
            if (Text is { Length: > 0 } && IsOfRecipient(entity) && entity.Properties!.TryGetValue("text", out var words) && words.ValueKind is JsonValueKind.String && words.GetString() is { Length: > 0 } mention)
            {
                Text = Text.Replace(mention, "", StringComparison.OrdinalIgnoreCase).Replace("&nbsp;", " ", StringComparison.Ordinal).Trim();
            }
        }
    }

    private bool IsOfRecipient(Entity? entity) =>
        entity is { Type: { } type, Properties: { } properties }
        && type.Equals(Mention, StringComparison.OrdinalIgnoreCase)
        && properties.TryGetValue("mentioned", out var mentioned) && mentioned.ValueKind is JsonValueKind.Object
        && mentioned.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String
        && Recipient?.Id is { Length: > 0 } self && id.ValueEquals(self);
}
