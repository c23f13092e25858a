using System.Collections.Immutable;
using System.Text.Json;
using QualifyBot.BotFramework.Dialogs.Choices;
using QualifyBot.BotFramework.Schema;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Reading;
using Choice = QualifyBot.BotFramework.Dialogs.Choices.Choice;

namespace QualifyBot.Bot.Dialogs;

/// <summary>One answer as it is said back.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="Label">What it is about, in words.</param>
/// <param name="Value">The visitor's words, or the button's.</param>
public sealed record SummaryLine(string Slot, string Label, string Value)
{
    /// <summary>The line as the talk's language writes it.</summary>
    internal string Said(Talk talk) => talk.Texts.Get("value.fact", ("label", Label), ("value", Value));
}

/// <summary>What a click on a line of the card sends.</summary>
/// <param name="Change">The slot of the line.</param>
public sealed record SummaryClick(string Change);

/// <summary>
/// Says back what was understood, each answer on a line: as a card whose lines can be clicked where the channel has cards, else numbered. A click on a
/// line, or the words that it stands for, opens its question again.
/// </summary>
internal static class Summary
{
    private const int FewestLines = 2;
    private const int LongestValue = 90;

    /// <summary>What is known, in the order of the playbook; what was withheld is no line.</summary>
    public static ImmutableArray<SummaryLine> LinesOf(Talk talk) =>
        [.. from slot in talk.Playbook.Slots
            let answer = talk.Lead.Known.Find(slot.Id)
            where answer is { Value: not AnswerValue.Withheld }
            select new SummaryLine(slot.Id, Label(talk, slot.Id), ValueOf(talk, answer))];

    /// <summary>What a slot is about, in words.</summary>
    public static string Label(Talk talk, string slot) => talk.Texts.Has("slot." + slot) ? talk.Texts.Get("slot." + slot) : slot;

    /// <summary>Says it with the outcome, so that it takes no turn of its own; a single answer needs no summary.</summary>
    public static void Say(Talk talk)
    {
        if (LinesOf(talk) is not { Length: >= FewestLines } lines)
        {
            return;
        }

        if (ChoiceFactory.ShowsAdaptiveCards(talk.Activity))
        {
            talk.SayInTurn("summary.card");
            talk.Reply.Attach(SummaryCard.Of(talk, lines));
        }
        else if (ChoiceFactory.StyleFor(lines.Length, talk.Activity) is ListStyle.HeroCard or ListStyle.SuggestedAction)
        {
            talk.SayInTurn("summary.card");
            var buttons = lines.Select(line => CardAction.ImBack(line.Said(talk), Words(talk, line)));
            talk.Reply.Attach(new HeroCard { Buttons = [.. buttons] }.ToAttachment());
        }
        else
        {
            talk.SayInTurn("summary.text", ("facts", TalkReply.Numbered(lines.Select(line => line.Said(talk)))), ("example", Words(talk, lines[^1])));
        }
    }

    /// <summary>What a click on a line says.</summary>
    public static string Words(Talk talk, SummaryLine line) => talk.Texts.Get("summary.change", ("label", line.Label));

    /// <summary>Whether the message is a click on a line, which has nothing to read in it.</summary>
    public static bool IsClick(Talk talk) => Clicked(talk) is not null;

    /// <summary>The slot whose line was clicked or named to be changed, without saying to what; null = none.</summary>
    public static Slot? Chosen(Talk talk)
    {
        if (Clicked(talk) is { } clicked)
        {
            return clicked;
        }

        if (talk.Filling is not { IsEmpty: true } || !SaysChange(talk) || LinesOf(talk) is not { IsEmpty: false } lines)
        {
            return null;
        }

        return ChoiceRecognizer.RecognizePlace(talk.Words, lines.Length) is null && ChoiceRecognizer.Recognize(talk.Words, [.. lines.Select(line => new Choice(line.Label))]) is { } found
            ? talk.Playbook.FindSlot(lines[found.Index].Slot)
            : null;
    }

    private static Slot? Clicked(Talk talk)
    {
        if ((CardClick.DataOf(talk.Activity) ?? talk.Activity.Value) is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty("change", out var change) && change.ValueKind is JsonValueKind.String)
        {
            return talk.Lead.Known.Find(change.GetString()!) is { Value: not AnswerValue.Withheld } answer ? talk.Playbook.FindSlot(answer.Slot) : null;
        }

        var words = talk.Words.AsSpan().Trim();
        foreach (var line in LinesOf(talk))
        {
            if (words.Equals(Words(talk, line), StringComparison.OrdinalIgnoreCase))
            {
                return talk.Playbook.FindSlot(line.Slot);
            }
        }

        return null;
    }

    // The words of the button without its label, in whatever order: "change", "budget ändern".
    private static bool SaysChange(Talk talk) => talk.Reading.Acts.Contains(Act.Change)
        || talk.Texts.Get("summary.change", ("label", "")).Trim(' ', ':') is { Length: > 0 } word && talk.Words.Contains(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>An answer in the visitor's words, or in the button's where these tell better how it was understood.</summary>
    public static string ValueOf(Talk talk, Answer answer)
    {
        // A cut-out "I decide" would not tell how "I decide with our CFO" was understood; the button's words do. Who decides in the visitor's place is told best by them.
        var isChosen = answer.Evidence.Reader is "choice" or MessageReading.MoreMoney || answer.Value is AnswerValue.YesNo or AnswerValue.Authority { Class: not (AuthorityClass.Influencer or AuthorityClass.None) }
            || (answer.Value is AnswerValue.Authority && !answer.Evidence.Quote.Trim().Contains(' ', StringComparison.Ordinal));
        var words = (isChosen ? ValueText.Of(talk, answer.Slot, answer.Value) : null) ?? answer.Evidence.Quote;
        words = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length <= LongestValue ? words : words[..LongestValue].TrimEnd() + "…";
    }
}
