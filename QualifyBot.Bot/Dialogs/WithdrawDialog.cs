using QualifyBot.BotFramework.Dialogs;

namespace QualifyBot.Bot.Dialogs;

/// <summary>Takes back the consent to e-mails: it takes one message, whatever is being talked about, and nothing is asked.</summary>
public sealed class WithdrawDialog : WaterfallDialog
{
    /// <summary>The dialog's id.</summary>
    public const string DialogId = "withdraw";

    /// <summary>The dialog.</summary>
    public WithdrawDialog()
        : base(DialogId, [EndAsync])
    {
    }

    private static Task<DialogTurnResult> EndAsync(WaterfallStepContext step, CancellationToken cancellation)
    {
        var talk = step.Context.Talk();
        if (talk.Lead.Consent is { } consent)
        {
            talk.Lead = talk.Lead with { Consent = consent with { Given = false, Answered = talk.Words, MessageId = talk.Activity.Id ?? "", At = talk.Now } };
        }

        talk.Say("nurture.withdrawn");
        talk.Conversation = talk.Conversation with { Open = null };
        return step.EndDialogAsync(cancellationToken: cancellation);
    }
}
