using QualifyBot.Bot.Outcomes;
using QualifyBot.BotFramework.Dialogs;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Bot.Dialogs;

/// <summary>Erases what the visitor told, after one question whether that is meant.</summary>
public sealed class EraseDialog : WaterfallDialog
{
    /// <summary>The dialog's id.</summary>
    public const string DialogId = "erase";

    /// <summary>Id of the question whether that is meant.</summary>
    public const string Question = "erase.confirm";

    /// <summary>The dialog.</summary>
    public EraseDialog()
        : base(DialogId, [ConfirmAsync, EndAsync])
    {
    }

    private static Task<DialogTurnResult> ConfirmAsync(WaterfallStepContext step, CancellationToken cancellation)
    {
        var talk = step.Context.Talk();
        Questions.Ask(talk, Question, null, [SlotType.YesNo], [talk.Texts.Get("talk.yes"), talk.Texts.Get("talk.no")]);
        return step.BeginDialogAsync(YesNoPrompt.DialogId, cancellationToken: cancellation);
    }

    private static async Task<DialogTurnResult> EndAsync(WaterfallStepContext step, CancellationToken cancellation)
    {
        var talk = step.Context.Talk();
        if (step.Result is not true)
        {
            talk.Say("erase.kept");
            talk.Digressed = true;
            return await step.ReplaceDialogAsync(talk.Lead.Decision is null && talk.Lead.HandOff is null ? QualifyDialog.DialogId : AfterDialog.DialogId, cancellationToken: cancellation);
        }

        if (talk.Lead.Booking is { } booking)
        {
            talk.Work.Add(new OutcomeWork.ReleaseSlot(booking.Slot, talk.Lead.Id));
        }

        talk.Erase = true;
        talk.Say("erase.done");
        return await step.EndDialogAsync(cancellationToken: cancellation);
    }
}
