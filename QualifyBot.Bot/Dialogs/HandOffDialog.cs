using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.BotFramework.Dialogs;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Dialogs;

/// <summary>Hands over to a human: notes it on the lead at once, then asks how to reach the visitor where that is not known.</summary>
public sealed class HandOffDialog : WaterfallDialog
{
    /// <summary>The dialog's id.</summary>
    public const string DialogId = "hand_off";

    /// <summary>The reason where the visitor asked for a human.</summary>
    public const string Asked = "asked";

    /// <summary>The dialog.</summary>
    public HandOffDialog()
        : base(DialogId, [NoteAsync, EndAsync])
    {
    }

    private static async Task<DialogTurnResult> NoteAsync(WaterfallStepContext step, CancellationToken cancellation)
    {
        var talk = step.Context.Talk();
        var asks = talk.Reading.Acts.Contains(Act.TalkToHuman);
        var isNew = talk.Lead.HandOff is null;
        var reason = talk.Lead.Decision is { Outcome: Outcome.HandOff } decision && !asks ? decision.Reason : Asked;
        talk.Lead = talk.Lead with { HandOff = talk.Lead.HandOff ?? new HandOffRecord(reason, talk.Now) };
        if (asks || isNew)
        {
            talk.SayInTurn(reason == Asked ? "hand_off.asked" : "hand_off.decided");
        }

        if (talk.HasContact() || talk.SlotOf(SlotType.Email) is not { } slot || talk.IsWithheld(slot))
        {
            return await step.NextAsync(cancellationToken: cancellation);
        }

        Questions.Ask(talk, "hand_off.contact", slot, [SlotType.Email, SlotType.Phone]);
        return await step.BeginDialogAsync(SlotPrompt.DialogId, cancellationToken: cancellation);
    }

    private static Task<DialogTurnResult> EndAsync(WaterfallStepContext step, CancellationToken cancellation)
    {
        var talk = step.Context.Talk();
        talk.Reply.QuestionsLeft = 0;
        Standing.SayHandOff(talk);
        return step.EndDialogAsync(cancellationToken: cancellation);
    }
}
