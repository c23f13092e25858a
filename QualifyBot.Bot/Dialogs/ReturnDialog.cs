using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.BotFramework.Dialogs;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Dialogs;

/// <summary>Somebody comes back after days: says in one line what is known, asks whether it still holds, and goes on from there.</summary>
public sealed class ReturnDialog : WaterfallDialog
{
    /// <summary>The dialog's id.</summary>
    public const string DialogId = "return";

    private const string HoldsQuestion = "return.holds";
    private const string ChangedQuestion = "return.changed";

    // A talk that goes on the next morning is still the same talk.
    private static readonly TimeSpan LongAway = TimeSpan.FromDays(1);

    /// <summary>The dialog.</summary>
    public ReturnDialog()
        : base(DialogId, [AskAsync, AskWhatChangedAsync, GoOnAsync])
    {
    }

    /// <summary>Whether the visitor comes back to answers that may be out of date. What others take care of by now, a demo or a colleague, is left alone.</summary>
    public static bool IsDue(Talk talk) =>
        (talk.Away >= LongAway || talk.IsElsewhere) && !IsOpen(talk) && talk.Lead is { HandOff: null, Booking: null } && ToldBefore(talk).Any();

    /// <summary>Whether the visitor was just asked whether the known still holds, or what of it has changed.</summary>
    public static bool IsOpen(Talk talk) => talk.IsOpen(HoldsQuestion) || talk.IsOpen(ChangedQuestion);

    // Who the site says they are was told by no visitor, and what is put right just now was told otherwise before.
    private static IEnumerable<SummaryLine> ToldBefore(Talk talk) =>
        Summary.LinesOf(talk).Where(line => talk.Lead.Known.Find(line.Slot)?.Evidence.Reader is not VisitorIdentity.Reader && talk.Filling?.Changed.Any(answer => answer.Slot == line.Slot) is not true);

    internal static string FactsOf(Talk talk) => string.Join("; ", ToldBefore(talk).Select(line => line.Said(talk)));

    private static Task<DialogTurnResult> AskAsync(WaterfallStepContext step, CancellationToken cancellation)
    {
        var talk = step.Context.Talk();
        Questions.AskInWords(talk, HoldsQuestion, talk.Texts.Get(HoldsQuestion, ("facts", FactsOf(talk))), [SlotType.YesNo], [talk.Texts.Get("talk.yes"), talk.Texts.Get("talk.no")]);
        return step.BeginDialogAsync(ReturnPrompt.DialogId, cancellationToken: cancellation);
    }

    private static Task<DialogTurnResult> AskWhatChangedAsync(WaterfallStepContext step, CancellationToken cancellation)
    {
        var talk = step.Context.Talk();
        if (step.Result is not false)
        {
            return step.NextAsync(step.Result, cancellation);
        }

        var labels = Summary.LinesOf(talk).Select(line => Summary.Words(talk, line));
        Questions.AskInWords(talk, ChangedQuestion, talk.Texts.Get(ChangedQuestion), [], [.. labels, talk.Texts.Get("return.all")]);
        return step.BeginDialogAsync(ReturnPrompt.DialogId, cancellationToken: cancellation);
    }

    private static Task<DialogTurnResult> GoOnAsync(WaterfallStepContext step, CancellationToken cancellation)
    {
        var talk = step.Context.Talk();
        if (talk.IsOpen(ChangedQuestion) && ChosenAnswer.ByLabel(talk) == talk.Conversation.Open!.Buttons.Length - 1)
        {
            return step.ReplaceDialogAsync(RestartDialog.DialogId, cancellationToken: cancellation);
        }

        var isTold = talk.Filling is { IsEmpty: false };
        var goesOn = isTold || talk.Lead.Decision is not { } decision || Course.Next(talk) is not NextStep.Conclude(var next) || next.Outcome != decision.Outcome || decision.Outcome is Outcome.BookDemo;
        talk.Digressed |= !isTold;
        if (goesOn && !isTold)
        {
            talk.SayFreely("return.kept");
        }

        return step.ReplaceDialogAsync(goesOn ? QualifyDialog.DialogId : AfterDialog.DialogId, cancellationToken: cancellation);
    }
}
