using QualifyBot.Bot.Outcomes;
using QualifyBot.Bot.Outcomes.Booking;
using QualifyBot.BotFramework.Dialogs;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Dialogs;

/// <summary>The talk is over and the visitor writes again: moves or cancels a demo, takes in news, or passes the words on.</summary>
public sealed class AfterDialog : WaterfallDialog
{
    /// <summary>The dialog's id.</summary>
    public const string DialogId = "after";

    /// <summary>Id of the question whether a demo is to be called off.</summary>
    public const string CallOffQuestion = "book.cancel";

    /// <summary>The dialog.</summary>
    public AfterDialog()
        : base(DialogId, [AnswerAsync, CallOffAsync])
    {
    }

    private static Task<DialogTurnResult> AnswerAsync(WaterfallStepContext step, CancellationToken cancellation)
    {
        var talk = step.Context.Talk();
        if (talk.Lead.Booking is { } booking)
        {
            return BookedAsync(step, booking, cancellation);
        }

        if (!Course.Turns(talk) && Unfinished(talk) is { } unfinished)
        {
            return step.ReplaceDialogAsync(unfinished, BookDialog.AtNamedTime, cancellation);
        }

        if (talk.Reading.Acts.Contains(Act.BookMeeting) && talk.Lead.HandOff is null)
        {
            return step.ReplaceDialogAsync(HandOffDialog.DialogId, cancellationToken: cancellation);
        }

        if (Course.Turns(talk))
        {
            Course.Turn(talk);
            return step.ReplaceDialogAsync(QualifyDialog.DialogId, cancellationToken: cancellation);
        }

        if (talk.Lead.HandOff is not null && TellsAddress(talk))
        {
            Standing.SayHandOff(talk);
            return step.EndDialogAsync(cancellationToken: cancellation);
        }

        return EndAsync(step, Courtesy(talk) ?? "after.done", "", cancellation);
    }

    private static Task<DialogTurnResult> BookedAsync(WaterfallStepContext step, DemoBooking booking, CancellationToken cancellation)
    {
        var talk = step.Context.Talk();
        var time = SlotText.Describe(talk, booking.Slot);
        return talk.Reading.Acts.Contains(Act.Cancel) ? AskToCallOffAsync(step, cancellation)
            : TellsNews(talk) ? EndAsync(step, "after.kept", time, cancellation)
            : WantsAnotherTime(talk) ? step.ReplaceDialogAsync(BookDialog.DialogId, BookDialog.AtNamedTime, cancellation)
            : EndAsync(step, Courtesy(talk) ?? "after.booked", time, cancellation);
    }

    private static bool TellsAddress(Talk talk) => talk.Filling is { } told && (told.Fills(talk.SlotOf(SlotType.Email)) || told.Fills(talk.SlotOf(SlotType.Phone)));

    // An answer that was put right, or a new one; a time may be meant for the demo.
    private static bool TellsNews(Talk talk) =>
        talk.Filling is { IsEmpty: false } told && (!told.Changed.IsEmpty || !told.Removed.IsEmpty || TimeChoice.Wanted(talk).Count == 0);

    private static string? Courtesy(Talk talk) =>
        talk.Filling is { IsEmpty: false } ? null
        : talk.Reading.Acts.Contains(Act.Insult) ? "talk.insult"
        : talk.Kind is MessageKind.Signs || (talk.Lead.Booking is null && talk.Reading.Acts.Contains(Act.Yes)) ? "after.well"
        : null;

    // The talk was left before its outcome came about, or a demo was called off and is wanted again.
    private static string? Unfinished(Talk talk) => talk switch
    {
        { Lead.HandOff: not null } when LacksAddress(talk) => HandOffDialog.DialogId,
        { Lead: { HandOff: null, Consent.Given: true, Decision.Outcome: Outcome.Nurture } } when LacksAddress(talk) => NurtureDialog.DialogId,
        { Filling.IsEmpty: false } or { Lead.HandOff: not null } => null,
        { Lead.Decision.Outcome: Outcome.BookDemo } when talk.Conversation.Open is not null || WantsAnotherTime(talk) => BookDialog.DialogId,
        { Lead: { Decision.Outcome: Outcome.Nurture, Consent: null } } => NurtureDialog.DialogId,
        _ => null,
    };

    // Neither given nor kept back.
    private static bool LacksAddress(Talk talk) => !talk.HasContact() && talk.SlotOf(SlotType.Email) is { } slot && !talk.IsWithheld(slot);

    private static bool WantsAnotherTime(Talk talk) =>
        (talk.Reading.Acts.Contains(Act.Change) && !talk.Reading.Corrections.Any(static correction => correction is { Type: not null, New: null })) || talk.Reading.Acts.Contains(Act.BookMeeting)
        || TimeChoice.Wanted(talk).Count > 0;

    // "Stop" or "enough" may mean the talk alone.
    private static Task<DialogTurnResult> AskToCallOffAsync(WaterfallStepContext step, CancellationToken cancellation)
    {
        var talk = step.Context.Talk();
        Questions.Ask(talk, CallOffQuestion, null, [SlotType.YesNo], [talk.Texts.Get("talk.yes"), talk.Texts.Get("talk.no")]);
        return step.BeginDialogAsync(YesNoPrompt.DialogId, cancellationToken: cancellation);
    }

    private static Task<DialogTurnResult> CallOffAsync(WaterfallStepContext step, CancellationToken cancellation)
    {
        var talk = step.Context.Talk();
        talk.Conversation = talk.Conversation with { Open = null };
        if (talk.Lead.Booking is not { } booking)
        {
            return EndAsync(step, "after.done", "", cancellation);
        }

        var time = SlotText.Describe(talk, booking.Slot);
        if (step.Result is not true)
        {
            return EndAsync(step, "after.booked", time, cancellation);
        }

        talk.Work.Add(new OutcomeWork.ReleaseSlot(booking.Slot, talk.Lead.Id));
        talk.Lead = talk.Lead with { Booking = null };
        return EndAsync(step, "book.cancelled", time, cancellation);
    }

    private static Task<DialogTurnResult> EndAsync(WaterfallStepContext step, string textId, string time, CancellationToken cancellation)
    {
        var talk = step.Context.Talk();
        if (!talk.Digressed)
        {
            talk.SayInTurn(textId, ("time", time));
        }
        else if (talk.Reply.IsEmpty)
        {
            Standing.Say(talk);
        }

        return step.EndDialogAsync(cancellationToken: cancellation);
    }
}
