using QualifyBot.BotFramework.Dialogs;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Dialogs;

/// <summary>Asks again for an answer that the visitor wants to change; the old one stands until there is another. Then the talk goes on, by what is known then.</summary>
public sealed class ReopenDialog : WaterfallDialog
{
    /// <summary>The dialog's id.</summary>
    public const string DialogId = "reopen";

    /// <summary>The dialog.</summary>
    public ReopenDialog()
        : base(DialogId, [AskAsync, GoOnAsync])
    {
    }

    private static Task<DialogTurnResult> AskAsync(WaterfallStepContext step, CancellationToken cancellation)
    {
        var talk = step.Context.Talk();
        if (Summary.Chosen(talk) is not { } slot)
        {
            return GoOnAsync(step, cancellation);
        }

        Questions.Reopen(talk, slot);
        return step.BeginDialogAsync(ReopenPrompt.DialogId, cancellationToken: cancellation);
    }

    /// <summary>Goes on where the lead says, with the answer that was given or the one that was kept.</summary>
    internal static Task<DialogTurnResult> GoOnAsync(WaterfallStepContext step, CancellationToken cancellation)
    {
        var talk = step.Context.Talk();
        talk.Digressed = talk.Filling is null or { IsEmpty: true };
        talk.Conversation = talk.Conversation with { Open = null };
        return step.ReplaceDialogAsync(Course.IsOver(talk) ? AfterDialog.DialogId : QualifyDialog.DialogId, cancellationToken: cancellation);
    }
}
