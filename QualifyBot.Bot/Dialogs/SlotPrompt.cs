using QualifyBot.BotFramework.Dialogs;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Bot.Dialogs;

/// <summary>
/// Waits for the answer to the open question of a slot. It ends once the message told anything new, so that the dialog above can look at the lead
/// anew. What it can't understand is asked in other words, then with choices; then the answer counts as withheld.
/// </summary>
public sealed class SlotPrompt() : TalkPrompt(DialogId)
{
    /// <summary>The dialog's id.</summary>
    public const string DialogId = "slot";

    private const int MissesUntilMovingOn = 3;

    /// <inheritdoc/>
    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var talk = dc.Context.Talk();
        Acknowledgement.Say(talk);
        if (DoubtQuestion.Ask(talk))
        {
            return EndOfTurn;
        }

        if (talk.Filling is { IsEmpty: false } || talk.Conversation.Open is null)
        {
            return await dc.EndDialogAsync(cancellationToken: cancellationToken);
        }

        if (!talk.Digressed)
        {
            Questions.Miss(talk);
        }

        if (talk.Conversation.Open is { Slot: { } slot, Misses: >= MissesUntilMovingOn })
        {
            talk.SayFreely("talk.move_on");
            talk.Take(Listening.Withhold(talk, slot, WithheldReason.NotUnderstood));
            return await dc.EndDialogAsync(cancellationToken: cancellationToken);
        }

        return AskAgain(talk);
    }
}
