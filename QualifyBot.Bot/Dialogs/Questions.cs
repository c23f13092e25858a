using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Dialogs;

/// <summary>Puts questions: the playbook's, and those of the other dialogs.</summary>
public static class Questions
{
    // The second wording comes with the buttons.
    private const int MissesUntilChoices = 1;

    /// <summary>Puts a question of the playbook; each time in the next wording, so that the same sentence never comes twice in a row.</summary>
    public static void Ask(Talk talk, Question question)
    {
        var textId = $"{talk.Playbook.Id}.{question.Id}.ask";
        var choices = Misses(talk, question.Id) >= MissesUntilChoices
            ? question.Choices.Select(choice => ChoiceTitle(talk, question, choice)).ToArray()
            : [];
        Put(talk, question.Id, textId, question.Slot.Id, [question.Slot.Type], choices);
    }

    /// <summary>Puts a question of another dialog.</summary>
    public static void Ask(Talk talk, string id, string? slot, ImmutableArray<SlotType> requested, IReadOnlyList<string>? buttons = null, params ReadOnlySpan<(string Name, string Value)> values) =>
        Put(talk, id, id, slot, requested, buttons ?? [], values);

    /// <summary>The title of a button.</summary>
    public static string ChoiceTitle(Talk talk, Question question, Choice choice) =>
        talk.Texts.Get($"{talk.Playbook.Id}.{question.Id}.choice.{choice.Id}");

    /// <summary>Why the open question is asked.</summary>
    public static string Why(Talk talk)
    {
        var textId = talk.Conversation.Open is { } open && talk.Playbook.FindQuestion(open.Id) is not null
            ? $"{talk.Playbook.Id}.{open.Id}.why"
            : "talk.why";
        return talk.Texts.Get(textId);
    }

    /// <summary>How many answers to this question were not understood, where it is the open one.</summary>
    public static int Misses(Talk talk, string questionId) => talk.IsOpen(questionId) ? talk.Conversation.Open!.Misses : 0;

    /// <summary>Counts an answer to the open question that was not understood.</summary>
    public static void Miss(Talk talk)
    {
        if (talk.Conversation.Open is { } open)
        {
            talk.Conversation = talk.Conversation with { Open = open with { Misses = open.Misses + 1 } };
        }
    }

    private static void Put(
        Talk talk, string id, string textId, string? slot, ImmutableArray<SlotType> requested, IReadOnlyList<string> buttons, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var before = talk.IsOpen(id) ? talk.Conversation.Open : null;
        var asked = before?.Asked ?? 0;
        var words = talk.Texts.Get(textId, asked, values);
        talk.Ask(new OpenQuestion(id, slot, requested, words, asked + 1, before?.Misses ?? 0), buttons);
    }
}
