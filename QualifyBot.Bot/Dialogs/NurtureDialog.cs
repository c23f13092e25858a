using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.BotFramework.Dialogs;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Bot.Dialogs;

/// <summary>Offers a follow-up by e-mail. Nobody is written to without a yes, and the question and the answer are kept as its proof.</summary>
public sealed class NurtureDialog : WaterfallDialog
{
    /// <summary>The dialog's id.</summary>
    public const string DialogId = "nurture";

    /// <summary>Id of the question for consent.</summary>
    public const string Question = "nurture.consent";

    /// <summary>Id of the question for the address.</summary>
    public const string AddressQuestion = "nurture.email";

    /// <summary>The dialog.</summary>
    public NurtureDialog()
        : base(DialogId, [AskConsentAsync, AskEmailAsync, EndAsync])
    {
    }

    private static Task<DialogTurnResult> AskConsentAsync(WaterfallStepContext step, CancellationToken cancellation)
    {
        var talk = step.Context.Talk();
        if (talk.Lead.Consent is { } known)
        {
            return step.NextAsync(known.Given, cancellation);
        }

        Questions.Ask(talk, Question, null, [SlotType.YesNo], [talk.Texts.Get("talk.yes"), talk.Texts.Get("talk.no")]);
        return step.BeginDialogAsync(YesNoPrompt.DialogId, cancellationToken: cancellation);
    }

    private static async Task<DialogTurnResult> AskEmailAsync(WaterfallStepContext step, CancellationToken cancellation)
    {
        var talk = step.Context.Talk();
        var given = step.Result is true;
        talk.Lead = talk.Lead with
        {
            Consent = talk.Lead.Consent ?? new ConsentRecord(given, talk.Conversation.Open?.Words ?? "", talk.Words, talk.Activity.Id ?? "", talk.Now),
        };
        if (!given || talk.Contact(SlotType.Email) is not null || talk.SlotOf(SlotType.Email) is not { } slot)
        {
            return await step.NextAsync(cancellationToken: cancellation);
        }

        Questions.Ask(talk, AddressQuestion, slot, [SlotType.Email]);
        return await step.BeginDialogAsync(SlotPrompt.DialogId, cancellationToken: cancellation);
    }

    private static Task<DialogTurnResult> EndAsync(WaterfallStepContext step, CancellationToken cancellation)
    {
        var talk = step.Context.Talk();
        if (talk.Lead.Consent is { Given: true } && talk.Contact(SlotType.Email) is { } email)
        {
            talk.SayInTurn("nurture.done", ("email", email));
        }
        else
        {
            // Without an address nobody can be written to, and who keeps it back does not want it.
            talk.Lead = talk.Lead with { Consent = talk.Lead.Consent is { } consent ? consent with { Given = false } : null };
            talk.SayInTurn("nurture.declined");
        }

        return step.EndDialogAsync(cancellationToken: cancellation);
    }
}
