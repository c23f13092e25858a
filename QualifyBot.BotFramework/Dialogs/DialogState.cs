using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace QualifyBot.BotFramework.Dialogs;

/// <summary>Where a talk stands: plain JSON without type names, stored by the host between turns.</summary>
public sealed class DialogState
{
    /// <summary>The dialogs begun and not ended, the active one first.</summary>
    [JsonPropertyName("dialogStack")]
    public List<DialogInstance> DialogStack { get; set; } = [];
}

/// <summary>One dialog on a stack.</summary>
public sealed class DialogInstance
{
    /// <summary>The dialog's id.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; set; }

    /// <summary>What the dialog keeps between turns.</summary>
    [JsonPropertyName("state")]
    public JsonObject State { get; set; } = [];

    /// <summary>The stack inside a component; null for any other dialog.</summary>
    [JsonPropertyName("dialogs")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DialogState? Dialogs { get; set; }
}
