using System.Text.Json;
using System.Text.Json.Nodes;
using QualifyBot.Bot.Outcomes.Booking;
using QualifyBot.BotFramework.Dialogs;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Bot.Dialogs;

/// <summary>Books a demo, or moves one: asks for an address where none is known, offers times, takes the visitor's own words for one, and claims it.</summary>
public sealed class BookDialog : WaterfallDialog
{
    /// <summary>The dialog's id.</summary>
    public const string DialogId = "book";

    private const string ContactQuestion = "book.contact";
    private const string Named = "named";
    private const string Offered = "offered";
    private const int MissesUntilHuman = 2;
    private const int MostOthers = 3;

    private readonly DemoCalendar calendar;
    private readonly DemoConfirmation confirmation;

    /// <summary>The dialog.</summary>
    public BookDialog(DemoCalendar calendar, DemoConfirmation confirmation)
        : base(DialogId)
    {
        (this.calendar, this.confirmation) = (calendar, confirmation);
        AddStep(AskContactAsync);
        AddStep(OfferAsync);
        AddStep(ChooseAsync);
    }

    /// <summary>Options that take the time which the message in hand names, if it names one, before any is offered.</summary>
    public static JsonNode AtNamedTime => JsonValue.Create(Named);

    private static async Task<DialogTurnResult> AskContactAsync(WaterfallStepContext step, CancellationToken cancellation)
    {
        var talk = step.Context.Talk();
        if (talk.Concluded)
        {
            talk.Say("book.fit");
        }

        if (talk.Contact(SlotType.Email) is not null || talk.SlotOf(SlotType.Email) is not { } slot || talk.IsWithheld(slot))
        {
            return await step.NextAsync(cancellationToken: cancellation);
        }

        Questions.Ask(talk, ContactQuestion, slot, [SlotType.Email, SlotType.Person]);
        return await step.BeginDialogAsync(SlotPrompt.DialogId, cancellationToken: cancellation);
    }

    private async Task<DialogTurnResult> OfferAsync(WaterfallStepContext step, CancellationToken cancellation)
    {
        var talk = step.Context.Talk();
        if (talk.Contact(SlotType.Email) is null && talk.SlotOf(SlotType.Email) is { } slot && !talk.IsWithheld(slot))
        {
            return await step.ReplaceDialogAsync(DialogId, cancellationToken: cancellation);
        }

        if (step.Options is JsonValue && TimeChoice.Wanted(talk).Count > 0)
        {
            return await step.NextAsync(cancellationToken: cancellation);
        }

        var offer = (step.Options as JsonObject)?.Deserialize(DialogsJsonContext.Default.TimeOffer) ?? TimeOffer.Of(await calendar.FreeAsync(talk.Now, cancellation));
        if (offer.Slots.Count == 0)
        {
            talk.Say("book.full");
            return await step.ReplaceDialogAsync(HandOffDialog.DialogId, cancellationToken: cancellation);
        }

        step.Values[Offered] = JsonSerializer.SerializeToNode(offer.Slots, DialogsJsonContext.Default.IReadOnlyListDemoSlot);
        offer.Put(talk);
        return EndOfTurn;
    }

    private async Task<DialogTurnResult> ChooseAsync(WaterfallStepContext step, CancellationToken cancellation)
    {
        var talk = step.Context.Talk();
        var offered = step.Values[Offered].Deserialize(DialogsJsonContext.Default.IReadOnlyListDemoSlot) ?? [];
        var choice = TimeChoice.Of(talk, offered, await calendar.FreeAsync(talk.Now, cancellation));
        if (choice.Slot is { } slot)
        {
            if (await ClaimAsync(talk, slot, cancellation) is { } claimed)
            {
                confirmation.Confirm(talk, claimed);
                return await step.EndDialogAsync(cancellationToken: cancellation);
            }

            choice = TimeChoice.Taken(slot, await calendar.FreeAsync(talk.Now, cancellation));
        }

        choice = TellsFacts(talk) ? new TimeChoice(null, null) : choice;
        if (choice.Offer is null && !TellsFacts(talk) && IsMissed(talk))
        {
            Patience.End(talk);
            return await step.ReplaceDialogAsync(HandOffDialog.DialogId, cancellationToken: cancellation);
        }

        return await step.ReplaceDialogAsync(DialogId, (choice.Offer ?? new TimeOffer("book.which", offered)).ToJson(), cancellation);
    }

    // Counts what was no time at all, and says so; true where a person is asked better than the calendar.
    private static bool IsMissed(Talk talk)
    {
        if (!talk.Digressed)
        {
            Questions.Miss(talk);
        }

        var says = talk.Digressed && talk.Kind is not (MessageKind.Silence or MessageKind.Signs);
        var isOver = talk.Conversation.Open is { Misses: >= MissesUntilHuman } || talk.Conversation.Missed > Patience.AlmostOver;
        if (!talk.Digressed && !isOver)
        {
            Questions.SayNotUnderstood(talk);
        }

        return isOver && !says;
    }

    private static bool TellsFacts(Talk talk) => talk.Filling is { IsEmpty: false } && TimeChoice.Wanted(talk).Count == 0;

    // Somebody may have been faster; at the same time another of us will do as well.
    private async ValueTask<DemoSlot?> ClaimAsync(Talk talk, DemoSlot slot, CancellationToken cancellation)
    {
        if (await calendar.ClaimAsync(slot, talk.Lead.Id, talk.Now, cancellation) is ClaimResult.Claimed)
        {
            return slot;
        }

        foreach (var other in (await calendar.FreeAsync(talk.Now, cancellation)).Where(other => other.Start == slot.Start).Take(MostOthers))
        {
            if (await calendar.ClaimAsync(other, talk.Lead.Id, talk.Now, cancellation) is ClaimResult.Claimed)
            {
                return other;
            }
        }

        return null;
    }
}
