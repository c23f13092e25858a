using QualifyBot.BotFramework.Schema;

namespace QualifyBot.BotFramework.Turns;

/// <summary>Makes messages.</summary>
public static class MessageFactory
{
    /// <summary>A message with words.</summary>
    /// <param name="text">What to show.</param>
    /// <param name="ssml">What to say aloud, or null.</param>
    /// <param name="inputHint">One of <see cref="InputHints"/>.</param>
    public static Activity Text(string? text, string? ssml = null, string? inputHint = null) => new()
    {
        Type = ActivityTypes.Message,
        Text = text ?? "",
        Speak = ssml,
        InputHint = inputHint ?? InputHints.AcceptingInput,
    };

    /// <summary>A message with buttons that say their own titles.</summary>
    public static Activity SuggestedActions(IEnumerable<string> actions, string? text = null, string? ssml = null, string? inputHint = null) =>
        SuggestedActions(actions.Select(title => CardAction.ImBack(title, title)), text, ssml, inputHint);

    /// <summary>A message with buttons.</summary>
    public static Activity SuggestedActions(IEnumerable<CardAction> cardActions, string? text = null, string? ssml = null, string? inputHint = null)
    {
        var message = Text(text, ssml, inputHint);
        message.SuggestedActions = new SuggestedActions { Actions = [.. cardActions] };
        return message;
    }

    /// <summary>A message with a card or file.</summary>
    public static Activity Attachment(Attachment attachment, string? text = null, string? ssml = null, string? inputHint = null)
    {
        var message = Text(text, ssml, inputHint);
        message.Attachments = [attachment];
        return message;
    }
}
