using QualifyBot.Qualification.Answers;

namespace QualifyBot.Bot.Dialogs;

/// <summary>The order in which a visitor answered, as the stored answers tell it.</summary>
public static class AnswerOrder
{
    /// <summary>
    /// The answer to go back to: the newest one of a question that can be put again, or, where its question is open again already, the newest
    /// one before it. Null where there is none.
    /// </summary>
    public static Answer? Before(Talk talk)
    {
        var reopened = talk.Conversation.Open?.Slot is { } slot ? talk.Lead.Known.Find(slot) : null;
        return Newest(talk, answer => (talk.QuestionOf(answer.Slot) is not null || IsContact(talk, answer)) && (reopened is null || Place(answer).CompareTo(Place(reopened)) < 0));
    }

    /// <summary>The newest answer of which something holds; null where there is none.</summary>
    public static Answer? Newest(Talk talk, Func<Answer, bool> holds) => talk.Lead.Known.Answers.Where(holds).MaxBy(Place);

    private static bool IsContact(Talk talk, Answer answer) => talk.Lead.Decision is not null && talk.SlotOf(SlotType.Email) == answer.Slot;

    private static (DateTimeOffset At, int Start) Place(Answer answer) => (answer.At, answer.Evidence.Start);
}
