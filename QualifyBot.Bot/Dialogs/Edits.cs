using System.Collections.Immutable;
using QualifyBot.Bot.Extraction;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Bot.Dialogs;

/// <summary>What it means for the answers that a message was edited or deleted.</summary>
public static class Edits
{
    /// <summary>The slots whose answers rest on the message that the activity is about.</summary>
    public static ImmutableArray<string> SlotsOf(Talk talk) =>
        [.. talk.Lead.Known.Answers.Where(answer => answer.Evidence.MessageId.Equals(talk.Activity.Id, StringComparison.Ordinal)).Select(answer => answer.Slot)];

    /// <summary>Forgets the answers that rest on a deleted message; like others that were taken back they are not asked for again.</summary>
    public static void Forget(Talk talk, ImmutableArray<string> slots) => talk.Take(new Filling(Without(talk.Lead.Known, slots), [], [], slots));

    /// <summary>Reads an edited message anew, in the place of what it said before.</summary>
    public static async ValueTask ReadAnewAsync(Talk talk, ImmutableArray<string> slots, Listening listening, CancellationToken cancellation)
    {
        var (known, conversation) = (talk.Lead.Known, talk.Conversation);
        talk.Lead = talk.Lead with { Known = Without(known, slots) };
        talk.Conversation = conversation with { Open = QuestionOf(talk, slots[0]) };
        await listening.HearAsync(talk, cancellation);
        talk.Conversation = talk.Conversation with { Open = conversation.Open, TakenBack = conversation.TakenBack };
        var now = talk.Lead.Known;
        talk.Lead = talk.Lead with { Known = known };
        talk.Take(Compared(known, now, slots, talk.Filling));
    }

    private static Lead Without(Lead known, ImmutableArray<string> slots) => slots.Aggregate(known, static (lead, slot) => lead.Without(slot));

    // What the message said before is asked for once more where the new words do not tell it.
    private static Filling Compared(Lead before, Lead now, ImmutableArray<string> slots, Filling? filling)
    {
        var answers = slots.Select(slot => now.Find(slot)).OfType<Answer>().Where(answer => !answer.Value.Equals(before.Find(answer.Slot)!.Value));
        return new Filling(now, [.. (filling?.Added ?? []).Where(answer => !slots.Contains(answer.Slot))], [.. answers, .. filling?.Changed ?? []], [.. filling?.Removed ?? []]);
    }

    private static OpenQuestion? QuestionOf(Talk talk, string slotId) => talk.Playbook.FindSlot(slotId) is { } slot
        ? new OpenQuestion(talk.QuestionOf(slotId)?.Id ?? "reopen.ask", slotId, [slot.Type], talk.QuestionOf(slotId) is { } question ? talk.Texts.Get(Questions.TextOf(talk, question)) : "", [])
        : null;
}
