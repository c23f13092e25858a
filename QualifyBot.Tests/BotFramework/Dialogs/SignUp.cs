using QualifyBot.BotFramework.Dialogs;
using QualifyBot.BotFramework.Dialogs.Choices;
using QualifyBot.BotFramework.Dialogs.Prompts;
using QualifyBot.BotFramework.Turns;

namespace QualifyBot.Tests.BotFramework.Dialogs;

/// <summary>A component with a component inside: who, then when, then a confirmation; "cancel", "help" and "restart" at any time.</summary>
internal sealed class SignUp : ComponentDialog
{
    public SignUp()
        : base("signUp")
    {
        AddDialog(new WaterfallDialog("steps").AddStep(AskName).AddStep(AskDay).AddStep(Confirm).AddStep(Finish));
        AddDialog(new TextPrompt("name", (p, _) => Task.FromResult(p.Recognized.Value is { Length: > 1 })));
        AddDialog(new DayDialog());
        AddDialog(new ConfirmPrompt("sure") { Style = ListStyle.None });
        AddDialog(new HelpDialog());
    }

    protected override async Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default)
    {
        switch (innerDc.Context.Activity.Text)
        {
            case "cancel":
                await innerDc.Context.SendActivityAsync("Cancelled.", cancellationToken: cancellationToken);
                return await innerDc.CancelAllDialogsAsync(cancellationToken);
            case "help":
                return await innerDc.BeginDialogAsync("help", null, cancellationToken);
            case "restart":
                return await innerDc.ReplaceDialogAsync("steps", null, cancellationToken);
            case "repeat":
                await innerDc.RepromptDialogAsync(cancellationToken);
                return EndOfTurn;
            default:
                return await base.OnContinueDialogAsync(innerDc, cancellationToken);
        }
    }

    private static Task<DialogTurnResult> AskName(WaterfallStepContext step, CancellationToken cancellation) => step.PromptAsync(
        "name", new PromptOptions { Prompt = MessageFactory.Text("Name?"), RetryPrompt = MessageFactory.Text("Your name, please?") }, cancellation);

    private static Task<DialogTurnResult> AskDay(WaterfallStepContext step, CancellationToken cancellation)
    {
        step.Values["name"] = (string?)step.Result;
        return step.BeginDialogAsync("day", null, cancellation);
    }

    private static Task<DialogTurnResult> Confirm(WaterfallStepContext step, CancellationToken cancellation)
    {
        var day = (FoundChoice)step.Result!;
        step.Values["day"] = day.Value;
        return step.PromptAsync("sure", new PromptOptions { Prompt = MessageFactory.Text($"{step.Values["name"]} on {day.Value}?") }, cancellation);
    }

    private static async Task<DialogTurnResult> Finish(WaterfallStepContext step, CancellationToken cancellation)
    {
        await step.Context.SendActivityAsync(step.Result is true ? "Booked." : "Not booked.", cancellationToken: cancellation);
        return await step.EndDialogAsync((string?)step.Values["day"], cancellation);
    }

    private sealed class DayDialog : ComponentDialog
    {
        public DayDialog()
            : base("day")
        {
            AddDialog(new WaterfallDialog("dayStep", [AskDay]));
            AddDialog(new ChoicePrompt("dayChoice"));
        }

        private static Task<DialogTurnResult> AskDay(WaterfallStepContext step, CancellationToken cancellation) => step.PromptAsync(
            "dayChoice",
            new PromptOptions { Prompt = MessageFactory.Text("Day?"), Choices = ChoiceFactory.ToChoices(["Monday", "Tuesday"]) },
            cancellation);
    }

    private sealed class HelpDialog() : Dialog("help")
    {
        public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
        {
            await dc.Context.SendActivityAsync("Answer the question.", cancellationToken: cancellationToken);
            return await dc.EndDialogAsync(null, cancellationToken);
        }
    }
}
