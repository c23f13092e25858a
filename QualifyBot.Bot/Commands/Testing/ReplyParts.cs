using System.Text.Json;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Bot.Commands.Testing;

/// <summary>What a reply offers to click.</summary>
internal static class ReplyParts
{
    /// <summary>Titles of the buttons, as suggested actions or on cards.</summary>
    public static IEnumerable<string> Buttons(Activity reply) => Actions(reply).Select(static action => action.Title);

    /// <summary>What a click on a button sends: words, or a value as cards send it; null where there is no such button.</summary>
    public static (string? Text, JsonElement? Value)? Click(IEnumerable<Activity> replies, string title) =>
        replies.SelectMany(Actions).Where(action => action.Title.Equals(title, StringComparison.OrdinalIgnoreCase)).Select(static action => ((string?, JsonElement?)?)(action.Text, action.Value)).FirstOrDefault();

    private static IEnumerable<(string Title, string? Text, JsonElement? Value)> Actions(Activity reply) =>
        [
            .. (reply.SuggestedActions?.Actions ?? []).Select(static action => (action.Title ?? "", TextOf(action.Value) ?? action.Title, (JsonElement?)null)),
            .. (reply.Attachments ?? []).SelectMany(static attachment => attachment.Content is { } content ? OnCard(content) : []),
        ];

    // Buttons of hero cards send words, actions of Adaptive Cards a value; they stand at any depth.
    private static IEnumerable<(string Title, string? Text, JsonElement? Value)> OnCard(JsonElement card) => card.ValueKind switch
    {
        JsonValueKind.Array => card.EnumerateArray().SelectMany(OnCard),
        JsonValueKind.Object when card.TryGetProperty("type", out var type) && card.TryGetProperty("title", out var title) && TextOf(title) is { } words => TextOf(type) switch
        {
            "imBack" or "messageBack" or "postBack" => [(words, card.TryGetProperty("value", out var value) ? TextOf(value) ?? words : words, null)],
            "Action.Submit" => [(words, null, card.TryGetProperty("data", out var data) ? data : null)],
            _ => [],
        },
        JsonValueKind.Object => card.EnumerateObject().SelectMany(static property => OnCard(property.Value)),
        _ => [],
    };

    private static string? TextOf(JsonElement? value) => value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
