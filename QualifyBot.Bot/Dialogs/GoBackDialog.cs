using QualifyBot.BotFramework.Dialogs;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Bot.Dialogs;

/// <summary>Puts the question before the open one again. What was answered stays until something else is; then the talk goes on where the lead says.</summary>
public sealed class GoBackDialog : WaterfallDialog
{
    /// <summary>The dialog's id.</summary>
    public const string DialogId = "go_back";

    /// <summary>The dialog.</summary>
    public GoBackDialog()
        : base(DialogId, [AskAsync, ReopenDialog.GoOnAsync])
    {
    }

    private static Task<DialogTurnResult> AskAsync(WaterfallStepContext step, CancellationToken cancellation)
    {
        var talk = step.Context.Talk();
        if (talk.IsOpen(NurtureDialog.AddressQuestion) && talk.Lead.Consent is not null && talk.Contact(SlotType.Email) is null)
        {
            talk.Say("back.open");
            talk.Lead = talk.Lead with { Consent = null };
            talk.Conversation = talk.Conversation with { Open = null };
            return step.ReplaceDialogAsync(NurtureDialog.DialogId, cancellationToken: cancellation);
        }

        if (AnswerOrder.Before(talk) is not { } answer || talk.Playbook.FindSlot(answer.Slot) is not { } slot)
        {
            return ReopenDialog.GoOnAsync(step, cancellation);
        }

        talk.Say(answer.Value is AnswerValue.Withheld ? "back.open" : "back.known", ("words", answer.Evidence.Quote.Trim()));
        Questions.Reopen(talk, slot);
        return step.BeginDialogAsync(ReopenPrompt.DialogId, cancellationToken: cancellation);
    }
}
