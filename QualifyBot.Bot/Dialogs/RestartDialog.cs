using QualifyBot.BotFramework.Dialogs;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Bot.Dialogs;

/// <summary>Starts over: what was answered is forgotten; a booked demo and a consent, which are agreements, stay, and so do signals, which others told.</summary>
public sealed class RestartDialog : WaterfallDialog
{
    /// <summary>The dialog's id.</summary>
    public const string DialogId = "restart";

    /// <summary>The dialog.</summary>
    public RestartDialog()
        : base(DialogId, [StartOverAsync])
    {
    }

    private static Task<DialogTurnResult> StartOverAsync(WaterfallStepContext step, CancellationToken cancellation)
    {
        var talk = step.Context.Talk();
        talk.Say("restart.done");
        talk.Conversation = talk.Conversation with { Open = null, Missed = 0 };
        talk.StartedOver = true;
        talk.Lead = talk.Lead with { Known = Lead.Empty with { Signals = talk.Lead.Known.Signals }, Score = null, Decision = null, HandOff = null, LeftAt = null };
        return step.ReplaceDialogAsync(QualifyDialog.DialogId, cancellationToken: cancellation);
    }
}
