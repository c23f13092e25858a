using System.Text.Json;

namespace QualifyBot.BotFramework.Schema;

/// <summary>A card with a title, text, images and buttons.</summary>
public sealed class HeroCard
{
    /// <summary>The content type of an attachment that holds such a card.</summary>
    public const string ContentType = "application/vnd.microsoft.card.hero";

    public string? Title { get; set; }

    public string? Subtitle { get; set; }

    public string? Text { get; set; }

    public IList<CardImage>? Images { get; set; }

    public IList<CardAction>? Buttons { get; set; }

    /// <summary>What a tap on the card itself does.</summary>
    public CardAction? Tap { get; set; }

    public Attachment ToAttachment() => new()
    {
        ContentType = ContentType,
        Content = JsonSerializer.SerializeToElement(this, BotFrameworkJsonContext.Wire.HeroCard),
    };
}

/// <summary>An image on a card.</summary>
public sealed class CardImage
{
    public string? Url { get; set; }

    /// <summary>What a screen reader says in its place.</summary>
    public string? Alt { get; set; }

    public CardAction? Tap { get; set; }
}
