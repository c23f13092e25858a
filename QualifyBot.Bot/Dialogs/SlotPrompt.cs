using QualifyBot.BotFramework.Dialogs;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Dialogs;

/// <summary>
/// Waits for the answer to the open question of a slot. It ends once the message told anything new, so that the dialog above can look at the lead
/// anew. What it can't understand is asked in other words, then with choices; then the answer counts as withheld.
/// </summary>
public sealed class SlotPrompt() : TalkPrompt(DialogId)
{
    /// <summary>The dialog's id.</summary>
    public const string DialogId = "slot";

    /// <inheritdoc/>
    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var talk = dc.Context.Talk();
        if (DoubtQuestion.Ask(talk))
        {
            return EndOfTurn;
        }

        if (talk.Conversation.Open is not { } open || Settles(talk, open) || Refuses(talk, open))
        {
            return await dc.EndDialogAsync(cancellationToken: cancellationToken);
        }

        if (!talk.Digressed)
        {
            Questions.Miss(talk);
        }

        if (Patience.IsOver(talk))
        {
            return await dc.EndDialogAsync(cancellationToken: cancellationToken);
        }

        if (talk.Conversation.Open is { Slot: { } slot } missed && missed.Misses >= Questions.MissesUntilMovingOn(talk))
        {
            talk.SayFreely("talk.move_on", talk.Turn);
            talk.Take(Listening.Withhold(talk, slot, WithheldReason.NotUnderstood));
            return await dc.EndDialogAsync(cancellationToken: cancellationToken);
        }

        return AskAgain(talk);
    }

    // A question of the playbook is looked at anew with whatever was told; one for an address waits for an address, or for a refusal.
    private static bool Settles(Talk talk, OpenQuestion open)
    {
        if (talk.Filling is not { IsEmpty: false } told)
        {
            return false;
        }

        talk.Digressed = true;
        return !IsContact(open) || told.Added.Concat(told.Changed).Any(answer => answer.Slot == open.Slot || (talk.Playbook.FindSlot(answer.Slot) is { } slot && slot.Type is SlotType.Email or SlotType.Phone && open.Requested.Contains(slot.Type)));
    }

    // "No" to the question for an address gives none.
    private static bool Refuses(Talk talk, OpenQuestion open)
    {
        var refuses = open.Slot is not null && IsContact(open) && talk.Filling is null or { IsEmpty: true } && talk.Reading.Acts.Contains(Act.No);
        if (refuses)
        {
            talk.Take(Listening.Withhold(talk, open.Slot!, WithheldReason.Declined));
        }

        return refuses;
    }

    private static bool IsContact(OpenQuestion open) => open.Requested.Contains(SlotType.Email);
}
