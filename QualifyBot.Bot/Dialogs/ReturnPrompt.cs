using QualifyBot.BotFramework.Dialogs;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Dialogs;

/// <summary>
/// Waits for what a visitor who came back says to what is known: its result is true where it holds, false where it does not and nothing else was told.
/// What is no answer at all twice leaves everything as it is.
/// </summary>
public sealed class ReturnPrompt() : TalkPrompt(DialogId)
{
    /// <summary>The dialog's id.</summary>
    public const string DialogId = "return_answer";

    private const int MissesUntilKept = 2;

    /// <inheritdoc/>
    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var talk = dc.Context.Talk();
        if (talk.Filling is { IsEmpty: false } || talk.Conversation.Open is null)
        {
            return await dc.EndDialogAsync(true, cancellationToken);
        }

        var chosen = ChosenAnswer.ByLabel(talk);
        if (chosen is not null || talk.Reading.Acts.Contains(Act.Yes) || talk.Reading.Acts.Contains(Act.No))
        {
            return await dc.EndDialogAsync(chosen is null ? !talk.Reading.Acts.Contains(Act.No) : chosen == 0, cancellationToken);
        }

        if (!talk.Digressed)
        {
            Questions.Miss(talk);
        }

        return talk.Conversation.Open is { Misses: >= MissesUntilKept } ? await dc.EndDialogAsync(true, cancellationToken) : AskAgain(talk);
    }
}
