using System.Diagnostics;
using QualifyBot.BotFramework.Dialogs;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Dialogs;

/// <summary>
/// Asks what the playbook still needs, one question a message, and hands on to the dialog of the outcome. Which question comes next is a
/// function of the lead alone, so there is no place in a list to remember.
/// </summary>
public sealed class QualifyDialog : WaterfallDialog
{
    /// <summary>The dialog's id.</summary>
    public const string DialogId = "qualify";

    /// <summary>The dialog.</summary>
    public QualifyDialog()
        : base(DialogId, [AskAsync, LookAgainAsync])
    {
    }

    private static async Task<DialogTurnResult> AskAsync(WaterfallStepContext step, CancellationToken cancellation)
    {
        var talk = step.Context.Talk();
        if (DoubtQuestion.Ask(talk))
        {
            return await step.BeginDialogAsync(SlotPrompt.DialogId, cancellationToken: cancellation);
        }

        if (Patience.IsOver(talk))
        {
            Patience.End(talk);
            return await step.ReplaceDialogAsync(HandOffDialog.DialogId, cancellationToken: cancellation);
        }

        switch (Course.Next(talk))
        {
            case NextStep.Ask(var question):
                Questions.AskInStyle(talk, question);
                return await step.BeginDialogAsync(SlotPrompt.DialogId, cancellationToken: cancellation);
            case NextStep.Conclude(var decision):
                talk.Decide(decision);
                if (talk.Concluded)
                {
                    Summary.Say(talk);
                }

                return await step.ReplaceDialogAsync(DialogFor(decision.Outcome), cancellationToken: cancellation);
            default:
                throw new UnreachableException();
        }
    }

    private static Task<DialogTurnResult> LookAgainAsync(WaterfallStepContext step, CancellationToken cancellation) =>
        step.ReplaceDialogAsync(DialogId, cancellationToken: cancellation);

    private static string DialogFor(Outcome outcome) => outcome switch
    {
        Outcome.BookDemo => BookDialog.DialogId,
        Outcome.Nurture => NurtureDialog.DialogId,
        Outcome.HandOff => HandOffDialog.DialogId,
        Outcome.Disqualify => DeclineDialog.DialogId,
        _ => throw new UnreachableException(),
    };
}
