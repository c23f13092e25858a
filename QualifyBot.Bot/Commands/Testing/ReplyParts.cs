using System.Text.Json;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Bot.Commands.Testing;

/// <summary>What a reply offers to click.</summary>
internal static class ReplyParts
{
    /// <summary>Titles of the buttons, as suggested actions or on cards.</summary>
    public static IEnumerable<string> Buttons(Activity reply) => Actions(reply).Select(static action => action.Title);

    /// <summary>What a click on a button sends as the visitor's words; null where there is no such button.</summary>
    public static string? Click(IEnumerable<Activity> replies, string title) =>
        replies.SelectMany(Actions).Where(action => action.Title.Equals(title, StringComparison.OrdinalIgnoreCase)).Select(static action => action.Sends).FirstOrDefault();

    private static IEnumerable<(string Title, string Sends)> Actions(Activity reply) =>
        [
            .. (reply.SuggestedActions?.Actions ?? []).Select(static action => (action.Title ?? "", TextOf(action.Value) ?? action.Title ?? "")),
            .. (reply.Attachments ?? []).Where(static attachment => attachment.Content is { ValueKind: JsonValueKind.Object }).SelectMany(static attachment => OnCard(attachment.Content!.Value)),
        ];

    // Hero cards name them "buttons", Adaptive Cards "actions".
    private static IEnumerable<(string Title, string Sends)> OnCard(JsonElement card)
    {
        foreach (var list in new[] { "buttons", "actions" })
        {
            if (!card.TryGetProperty(list, out var actions) || actions.ValueKind is not JsonValueKind.Array)
            {
                continue;
            }

            foreach (var action in actions.EnumerateArray().Where(static action => action.ValueKind is JsonValueKind.Object))
            {
                if (action.TryGetProperty("title", out var title) && title.GetString() is { } words)
                {
                    yield return (words, action.TryGetProperty("value", out var value) ? TextOf(value) ?? words : words);
                }
            }
        }
    }

    private static string? TextOf(JsonElement? value) => value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
