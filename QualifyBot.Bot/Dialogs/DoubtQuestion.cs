using System.Collections.Immutable;
using QualifyBot.Bot.Extraction;
using QualifyBot.BotFramework.Dialogs.Choices;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Dialogs;

/// <summary>
/// Where the rules and the model read a message differently: one short question that shows both readings. Each doubt is asked about once;
/// whatever the answer, the question that was open before comes next.
/// </summary>
internal static class DoubtQuestion
{
    private const string Id = "doubt";
    private const string TextId = "talk.doubt";

    // Only a place in the list can mean one of them.
    private static readonly Choice[] Places = [new("-"), new("--")];

    /// <summary>Whether a visitor could tell the two readings apart; where not, the rules' is taken.</summary>
    public static bool CanAsk(Talk talk, Conflict conflict)
    {
        var (one, other) = Titles(talk, conflict.Slot, Reading(conflict.Rule), Reading(conflict.Model));
        return !Same(one, other);

        (AnswerValue Value, string Quote) Reading(Candidate candidate) => (candidate.Value, talk.Words.Substring(candidate.Start, candidate.Length));
    }

    /// <summary>The reading whose button was clicked, or whose words were said again.</summary>
    public static Filling? Clicked(Talk talk, SlotFilling filling) =>
        talk.Conversation.Open is { Doubts: [var doubt, ..], Buttons: [var one, var other] }
            ? Same(talk.Words.Trim(), one) ? filling.FillChosen(talk.Lead.Known, doubt.Rule)
                : Same(talk.Words.Trim(), other) ? filling.FillChosen(talk.Lead.Known, doubt.Model)
                : null
            : null;

    /// <summary>The reading that the words mean by its place ("the second one") or its title; an answer of their own is none of the two.</summary>
    public static Filling? Chosen(Talk talk, SlotFilling filling)
    {
        if (talk.Conversation.Open is not { Doubts: [var doubt, ..] } open)
        {
            return null;
        }

        var isFigure = talk.Words.Any(char.IsDigit);
        var found = ChoiceRecognizer.Recognize(talk.Words, Places)
            ?? (isFigure ? null : ChoiceRecognizer.Recognize(talk.Words, [.. open.Buttons.Select(title => new Choice(title))]));
        var isCount = isFigure && open.Requested is [SlotType.Headcount or SlotType.Number, ..];
        return found is null || isCount ? null : filling.FillChosen(talk.Lead.Known, found.Index == 0 ? doubt.Rule : doubt.Model);
    }

    /// <summary>
    /// Asks about what the message in hand left in doubt, or about the next doubt of an earlier one. Once there is none the question that
    /// was open before is the open one again.
    /// </summary>
    /// <returns>True where something was asked.</returns>
    public static bool Ask(Talk talk)
    {
        var told = talk.Filling is { IsEmpty: false };
        if (talk.Filling is { Doubts: { IsEmpty: false } doubts })
        {
            Put(talk, doubts, BeforeOf(talk.Conversation.Open));
            return true;
        }

        if (talk.Conversation.Open is not { Doubts: { } open } question || (talk.Digressed && !told))
        {
            return false;
        }

        talk.Digressed |= talk.Reading.Acts.Contains(Act.No);
        talk.Conversation = talk.Conversation with { Open = question.Before };
        ImmutableArray<Doubt> left = [.. open.Skip(1).Where(doubt => talk.Lead.Known.Find(doubt.Rule.Slot) is null)];
        if (left.IsEmpty)
        {
            return false;
        }

        Put(talk, left, question.Before);
        return true;
    }

    /// <summary>The question between two readings, in the wording that follows <paramref name="before"/> earlier ones.</summary>
    public static string WordsOf(Talk talk, ImmutableArray<string> titles, int before) => talk.Texts.Get(TextId, before, ("one", titles[0]), ("other", titles[1]));

    private static OpenQuestion? BeforeOf(OpenQuestion? open) => open is { Doubts: not null } ? open.Before : open;

    private static void Put(Talk talk, ImmutableArray<Doubt> doubts, OpenQuestion? before)
    {
        var (rule, model) = (doubts[0].Rule, doubts[0].Model);
        var (one, other) = Titles(talk, rule.Slot, (rule.Value, rule.Evidence.Quote), (model.Value, model.Evidence.Quote));
        var words = WordsOf(talk, [one, other], 0);
        ImmutableArray<SlotType> requested = talk.Playbook.FindSlot(rule.Slot) is { } slot ? [slot.Type] : [];
        talk.Ask(new OpenQuestion(Id, rule.Slot, requested, words, [one, other]) { Doubts = doubts, Before = before });
    }

    private static (string One, string Other) Titles(Talk talk, string slot, (AnswerValue Value, string Quote) one, (AnswerValue Value, string Quote) other) =>
        (ValueText.Of(talk, slot, one.Value), ValueText.Of(talk, slot, other.Value)) is ({ } first, { } second) && !Same(first, second)
            ? (first, second)
            : (one.Quote.Trim(), other.Quote.Trim());

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
