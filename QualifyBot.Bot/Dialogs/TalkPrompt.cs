using QualifyBot.BotFramework.Dialogs;

namespace QualifyBot.Bot.Dialogs;

/// <summary>Waits for the answer to the question that the dialog above has just put.</summary>
public abstract class TalkPrompt(string dialogId) : Dialog(dialogId)
{
    /// <inheritdoc/>
    public sealed override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(EndOfTurn);

    /// <summary>Puts the open question again; a digression, which had its own reply, is not called misunderstood.</summary>
    protected static DialogTurnResult AskAgain(Talk talk)
    {
        if (!talk.Digressed)
        {
            Questions.SayNotUnderstood(talk);
        }

        Questions.AskAgain(talk);
        return EndOfTurn;
    }
}
