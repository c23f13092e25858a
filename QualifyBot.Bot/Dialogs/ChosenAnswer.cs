using QualifyBot.Bot.Extraction;
using QualifyBot.BotFramework.Dialogs.Choices;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Bot.Dialogs;

/// <summary>
/// What a message chooses among the answers to click: by a click, a number, an ordinal, the words of the button with or without a slip, or a sentence
/// around them. It counts whether or not the buttons were shown; places in the list only where they were.
/// </summary>
internal static class ChosenAnswer
{
    // All words of a button within the message; a part of them says enough only to who has the buttons before them.
    private const float SureWithoutButtons = 0.9f;
    private const int FewWords = 3;

    /// <summary>The place of the answer that the message names and does nothing else, from 0; null where it names none.</summary>
    public static int? ByLabel(Talk talk)
    {
        if (talk.Conversation.Open is not { Doubts: null } open)
        {
            return null;
        }

        return ChoiceRecognizer.RecognizeWhole(talk.Words, ChoicesOf(talk, open))?.Index ?? InAnotherLanguage(talk, open) ?? ByPlace(talk, open);
    }

    /// <summary>The place of the answer whose words stand in the message; for what no reader understood.</summary>
    public static int? InSentence(Talk talk)
    {
        if (talk.Conversation.Open is not { Doubts: null } open || talk.Words.AsSpan().TrimEnd().EndsWith("?", StringComparison.Ordinal))
        {
            return null;
        }

        var choices = ChoicesOf(talk, open);
        var found = ChoiceRecognizer.RecognizePlace(talk.Words, choices.Length) is null ? ChoiceRecognizer.Recognize(talk.Words, choices) : null;
        var isBrief = talk.Words.Count(char.IsWhiteSpace) < FewWords && open.Requested is [SlotType.Authority or SlotType.YesNo or SlotType.Timeframe, ..];
        return found?.Score >= SureWithoutButtons || isBrief || !open.Buttons.IsEmpty ? found?.Index : null;
    }

    /// <summary>Takes a choice of the playbook's open question.</summary>
    public static Filling? Fill(Talk talk, SlotFilling filling, int? place) =>
        place is { } chosen && talk.Conversation.Open is { } open && talk.Playbook.FindQuestion(open.Id) is { } question
            ? filling.FillWhole(talk.Lead.Known, question.Slot.Id, question.Choices[chosen].ValueOn(talk.Today), "choice")
            : null;

    // A button stays on the page when the talk's language changes.
    private static int? InAnotherLanguage(Talk talk, OpenQuestion open)
    {
        if (talk.Playbook.FindQuestion(open.Id) is not { } question)
        {
            return null;
        }

        var words = talk.Words.Trim();
        var places = from texts in talk.Languages.All
                     from choice in question.Choices.Index()
                     where string.Equals(words, Questions.ChoiceTitle(talk, question, choice.Item, texts), StringComparison.OrdinalIgnoreCase)
                     select (int?)choice.Index;
        return places.FirstOrDefault();
    }

    // A figure alone is the figure, unless the answers were numbered; "I have the final say" is no answer to yes or no.
    private static int? ByPlace(Talk talk, OpenQuestion open) =>
        open.Buttons.IsEmpty || (open.Requested is [SlotType.YesNo, ..] && talk.Words.Count(char.IsWhiteSpace) >= FewWords) || (IsFigure(talk.Words) && open.Requested is [SlotType.Headcount or SlotType.Number or SlotType.Money, ..] && !AreNumbered(talk, open))
            ? null
            : ChoiceRecognizer.RecognizePlace(PlaceWords.Of(talk, talk.Words), open.Buttons.Length);

    private static bool IsFigure(string words) => words.Any(char.IsDigit);

    private static bool AreNumbered(Talk talk, OpenQuestion open) => ChoiceFactory.StyleFor(open.Buttons.Length, talk.Activity) is ListStyle.List;

    private static Choice[] ChoicesOf(Talk talk, OpenQuestion open) => talk.Playbook.FindQuestion(open.Id) is { } question
        ? [.. question.Choices.Select(choice => new Choice(Questions.ChoiceTitle(talk, question, choice)))]
        : [.. open.Buttons.Select(title => new Choice(title))];
}
