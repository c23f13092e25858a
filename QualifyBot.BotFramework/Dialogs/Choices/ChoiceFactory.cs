using System.Globalization;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.BotFramework.Dialogs.Choices;

/// <summary>Shows choices.</summary>
public static class ChoiceFactory
{
    /// <summary>A message that asks a question and shows its choices.</summary>
    /// <param name="question">The question; it is not changed.</param>
    /// <param name="choices">What can be chosen.</param>
    /// <param name="style">How to show it.</param>
    /// <param name="incoming">The activity that is answered: its channel decides what <see cref="ListStyle.Auto"/> means.</param>
    public static Activity AppendChoices(Activity? question, IList<Choice> choices, ListStyle style, Activity incoming)
    {
        var message = question?.Clone() ?? Activity.CreateMessageActivity();
        message.InputHint ??= InputHints.ExpectingInput;
        if (choices.Count == 0)
        {
            return message;
        }

        switch (style == ListStyle.Auto ? StyleFor(choices.Count, incoming) : style)
        {
            case ListStyle.SuggestedAction:
                message.SuggestedActions = new SuggestedActions { Actions = Buttons(choices) };
                break;
            case ListStyle.HeroCard:
                var card = new HeroCard { Text = message.Text, Buttons = Buttons(choices) };
                message.Text = null;
                message.Attachments = [.. message.Attachments ?? [], card.ToAttachment()];
                break;
            case ListStyle.Inline:
                message.Text = $"{message.Text} {string.Join(", ", Numbered(choices, "({0}) {1}"))}";
                break;
            case ListStyle.List:
                message.Text = $"{message.Text}\n\n{string.Join('\n', Numbered(choices, "{0}. {1}"))}";
                break;
        }

        return message;
    }

    /// <summary>Choices of plain values.</summary>
    public static IList<Choice> ToChoices(IEnumerable<string> values) => [.. values.Select(v => new Choice(v))];

    /// <summary>The best that the channel of an activity can show that many choices as: suggested actions, a hero card, or a numbered list.</summary>
    public static ListStyle StyleFor(int choices, Activity incoming) =>
        Channel.SupportsSuggestedActions(incoming, choices) ? ListStyle.SuggestedAction
        : Channel.SupportsCardActions(incoming, choices) ? ListStyle.HeroCard
        : ListStyle.List;

    /// <summary>Whether the channel of an activity shows Adaptive Cards.</summary>
    public static bool ShowsAdaptiveCards(Activity incoming) => Channel.SupportsAdaptiveCards(incoming);

    private static List<CardAction> Buttons(IList<Choice> choices) => [.. choices.Select(c => c.Action ?? CardAction.ImBack(c.Value, c.Value))];

    private static IEnumerable<string> Numbered(IList<Choice> choices, string format) =>
        choices.Select((c, i) => string.Format(CultureInfo.InvariantCulture, format, i + 1, c.Title));
}
