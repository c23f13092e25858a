using System.Text.Json;
using System.Text.Json.Nodes;
using QualifyBot.BotFramework.Schema;
using QualifyBot.BotFramework.Turns;

namespace QualifyBot.BotFramework.Dialogs.Prompts;

/// <summary>A dialog that asks, and asks again until the answer will do; it ends with the value.</summary>
public abstract class Prompt<T>(string dialogId, PromptValidator<T>? validator) : Dialog(dialogId)
{
    private const string OptionsKey = "options";
    private const string StateKey = "state";
    private const string AttemptsKey = "attempts";

    /// <summary>Asks.</summary>
    /// <param name="dc">The stack, with this prompt on top.</param>
    /// <param name="options"><see cref="PromptOptions"/>; anything else is an error.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var asked = options as PromptOptions
            ?? throw new ArgumentException($"The prompt \"{Id}\" needs PromptOptions. Begin it with PromptAsync.", nameof(options));
        ExpectInput(asked.Prompt);
        ExpectInput(asked.RetryPrompt);
        dc.ActiveDialog!.State[OptionsKey] = JsonSerializer.SerializeToNode(asked, DialogJsonContext.Default.PromptOptions);
        await OnPromptAsync(dc.Context, asked, isRetry: false, cancellationToken);
        return EndOfTurn;
    }

    /// <inheritdoc/>
    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        if (dc.Context.Activity.Type is not ActivityTypes.Message)
        {
            return EndOfTurn;
        }

        var instance = dc.ActiveDialog!;
        var options = OptionsOf(instance);
        var recognized = await OnRecognizeAsync(dc.Context, options, cancellationToken);
        if (await IsValidAsync(dc.Context, instance, recognized, options, cancellationToken))
        {
            return await dc.EndDialogAsync(recognized.Value, cancellationToken);
        }

        if (!dc.Context.Responded)
        {
            await OnPromptAsync(dc.Context, options, isRetry: true, cancellationToken);
        }

        return EndOfTurn;
    }

    /// <summary>Somebody put a dialog on top of the prompt and that has ended: the question is asked again.</summary>
    public override async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        await RepromptDialogAsync(dc.Context, dc.ActiveDialog!, cancellationToken);
        return EndOfTurn;
    }

    /// <inheritdoc/>
    public override Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) =>
        OnPromptAsync(turnContext, OptionsOf(instance), isRetry: false, cancellationToken);

    /// <summary>Sends the question.</summary>
    protected virtual async Task OnPromptAsync(ITurnContext turnContext, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default)
    {
        if (Question(options, isRetry) is { } question)
        {
            await turnContext.SendActivityAsync(question, cancellationToken);
        }
    }

    /// <summary>Looks for a value in the message.</summary>
    protected abstract Task<PromptRecognizerResult<T>> OnRecognizeAsync(
        ITurnContext turnContext, PromptOptions options, CancellationToken cancellationToken = default);

    /// <summary>The question to ask now, if any.</summary>
    protected static Activity? Question(PromptOptions options, bool isRetry) => isRetry ? options.RetryPrompt ?? options.Prompt : options.Prompt;

    private static PromptOptions OptionsOf(DialogInstance instance) =>
        instance.State[OptionsKey]?.Deserialize(DialogJsonContext.Default.PromptOptions) ?? new PromptOptions();

    private static void ExpectInput(Activity? question)
    {
        if (question is not null && string.IsNullOrEmpty(question.InputHint))
        {
            question.InputHint = InputHints.ExpectingInput;
        }
    }

    private async Task<bool> IsValidAsync(
        ITurnContext turnContext, DialogInstance instance, PromptRecognizerResult<T> recognized, PromptOptions options, CancellationToken cancellationToken)
    {
        if (validator is null)
        {
            return recognized.Succeeded;
        }

        var attempts = (instance.State[AttemptsKey]?.GetValue<int>() ?? 0) + 1;
        instance.State[AttemptsKey] = attempts;
        if (instance.State[StateKey] is not JsonObject state)
        {
            instance.State[StateKey] = state = [];
        }

        return await validator(new PromptValidatorContext<T>(turnContext, recognized, state, options, attempts), cancellationToken);
    }
}
