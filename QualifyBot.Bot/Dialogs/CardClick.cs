using System.Net;
using System.Text.Json;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Bot.Dialogs;

/// <summary>A click on a card's Action.Execute, which arrives as an invoke named "adaptiveCard/action" and is answered in its response.</summary>
public static class CardClick
{
    private const string Name = "adaptiveCard/action";

    /// <summary>What the card says of the click, or null for any other invoke.</summary>
    public static JsonElement? DataOf(Activity activity) =>
        string.Equals(activity.Name, Name, StringComparison.OrdinalIgnoreCase)
        && Member(activity.Value, "action") is { } action && Member(action, "data") is { ValueKind: JsonValueKind.Object } data
            ? data
            : null;

    /// <summary>The words that the click stands for; empty where it stands for none.</summary>
    public static string WordsOf(JsonElement data) => Member(data, "msteams") is { } teams && Member(teams, "value") is { ValueKind: JsonValueKind.String } words ? words.GetString()! : "";

    /// <summary>The click was taken, and the card stays as it is.</summary>
    public static InvokeResponse Taken() => new()
    {
        Status = (int)HttpStatusCode.OK,
        Body = JsonElement.Parse("""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":""}"""),
    };

    private static JsonElement? Member(JsonElement? of, string name) =>
        of is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty(name, out var member) ? member : null;
}
