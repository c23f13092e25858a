using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Qualification.Playbooks;

/// <summary>Finds what is wrong with a style of questioning.</summary>
internal sealed class StyleProblems(PlaybookDraft draft, ImmutableArray<PlaybookProblem>.Builder found)
{
    public void Find()
    {
        if (draft.Style != QuestioningStyle.Spin)
        {
            return;
        }

        if (!draft.Questions.Any(question => question.Slot.Type == SlotType.Need))
        {
            found.Add(new PlaybookProblem("style", "The style 'spin' deepens the question for the need, and there is none.", "Add a question on a slot of type need, or remove 'style'.", OfTheWhole: true));
        }

        foreach (var (index, slot) in draft.Slots.Index().Where(slot => Spin.Slots.Contains(slot.Item.Id, StringComparer.Ordinal)))
        {
            found.Add(new PlaybookProblem($"slots/{index}", $"The slot '{slot.Id}' belongs to the style 'spin'.", "Give the slot another id, or remove 'style'."));
        }
    }
}
