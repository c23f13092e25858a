using System.Text.Json;

namespace QualifyBot.BotFramework.Schema;

/// <summary>A button.</summary>
public sealed class CardAction
{
    /// <summary>One of <see cref="ActionTypes"/>.</summary>
    public string? Type { get; set; }

    public string? Title { get; set; }

    /// <summary>Address of an image for the button.</summary>
    public string? Image { get; set; }

    public string? ImageAltText { get; set; }

    /// <summary>The message text of a messageBack.</summary>
    public string? Text { get; set; }

    /// <summary>What the chat shows when the button is pressed, if not its title.</summary>
    public string? DisplayText { get; set; }

    /// <summary>What the button sends or opens, verbatim.</summary>
    public JsonElement? Value { get; set; }

    public JsonElement? ChannelData { get; set; }

    /// <summary>A button that says <paramref name="value"/> in the user's name.</summary>
    public static CardAction ImBack(string title, string value) =>
        new() { Type = ActionTypes.ImBack, Title = title, Value = RawJson.From(value) };

    /// <summary>A button that opens an address.</summary>
    public static CardAction OpenUrl(string title, Uri address) =>
        new() { Type = ActionTypes.OpenUrl, Title = title, Value = RawJson.From(address.AbsoluteUri) };
}
