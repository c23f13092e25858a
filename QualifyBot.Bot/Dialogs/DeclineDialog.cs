using QualifyBot.BotFramework.Dialogs;

namespace QualifyBot.Bot.Dialogs;

/// <summary>Says politely that there is no fit, and why.</summary>
public sealed class DeclineDialog : WaterfallDialog
{
    /// <summary>The dialog's id.</summary>
    public const string DialogId = "decline";

    /// <summary>The dialog.</summary>
    public DeclineDialog()
        : base(DialogId, [EndAsync])
    {
    }

    private static Task<DialogTurnResult> EndAsync(WaterfallStepContext step, CancellationToken cancellation)
    {
        var talk = step.Context.Talk();
        var reason = $"{talk.Playbook.Id}.disqualified.{talk.Lead.Decision?.Reason}";
        talk.Say(talk.Texts.Has(reason) ? reason : "decline.reason");
        talk.Say("decline.close");
        // Nothing is asked any more, so what comes next is no answer.
        talk.Conversation = talk.Conversation with { Open = null };
        return step.EndDialogAsync(cancellationToken: cancellation);
    }
}
