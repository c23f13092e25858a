using QualifyBot.BotFramework.Dialogs;

namespace QualifyBot.Bot.Dialogs;

/// <summary>The visitor stops: says goodbye and how to come back. The open question is kept, and the next message goes on from there.</summary>
public sealed class FarewellDialog : WaterfallDialog
{
    /// <summary>The dialog's id.</summary>
    public const string DialogId = "farewell";

    /// <summary>The dialog.</summary>
    public FarewellDialog()
        : base(DialogId, [EndAsync])
    {
    }

    private static Task<DialogTurnResult> EndAsync(WaterfallStepContext step, CancellationToken cancellation)
    {
        var talk = step.Context.Talk();
        talk.SayInTurn(talk.Kind is MessageKind.Silence ? "farewell.silent" : talk.Lead.Decision is null ? "farewell.open" : "farewell.done");
        talk.Lead = talk.Lead with { LeftAt = talk.Now };
        return step.EndDialogAsync(cancellationToken: cancellation);
    }
}
