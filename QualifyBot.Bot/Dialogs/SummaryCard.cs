using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.Json;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Bot.Dialogs;

/// <summary>The summary as an Adaptive Card: a click on a line sends its slot, and in Teams also the words that it stands for.</summary>
internal static class SummaryCard
{
    private const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>The card of these lines.</summary>
    public static Attachment Of(Talk talk, ImmutableArray<SummaryLine> lines)
    {
        var body = new JsonArray { Text(talk.Texts.Get("summary.title"), bold: true) };
        foreach (var line in lines)
        {
            body.Add(LineOf(talk, line));
        }

        var card = new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.3",
            ["fallbackText"] = string.Join('\n', lines.Select(line => line.Said(talk))),
            ["body"] = body,
        };
        return new Attachment { ContentType = ContentType, Name = "summary", Content = JsonElement.Parse(card.ToJsonString()) };
    }

    private static JsonObject LineOf(Talk talk, SummaryLine line)
    {
        var words = Summary.Words(talk, line);
        return new JsonObject
        {
            ["type"] = "Container",
            ["items"] = new JsonArray { Text(line.Said(talk), bold: false) },
            ["selectAction"] = new JsonObject
            {
                ["type"] = "Action.Submit",
                ["title"] = words,
                ["data"] = new JsonObject { ["change"] = line.Slot, ["msteams"] = new JsonObject { ["type"] = "imBack", ["value"] = words } },
            },
        };
    }

    private static JsonObject Text(string words, bool bold)
    {
        var block = new JsonObject { ["type"] = "TextBlock", ["text"] = words, ["wrap"] = true };
        if (bold)
        {
            block["weight"] = "Bolder";
        }

        return block;
    }
}
