using QualifyBot.BotFramework.Dialogs.Choices;
using QualifyBot.BotFramework.Turns;

namespace QualifyBot.BotFramework.Dialogs.Prompts;

/// <summary>Asks to choose one of <see cref="PromptOptions.Choices"/>.</summary>
public sealed class ChoicePrompt(string dialogId, PromptValidator<FoundChoice>? validator = null) : Prompt<FoundChoice>(dialogId, validator)
{
    /// <summary>How choices are shown where the options do not say.</summary>
    public ListStyle Style { get; set; } = ListStyle.Auto;

    /// <inheritdoc/>
    protected override Task OnPromptAsync(ITurnContext turnContext, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default) =>
        turnContext.SendActivityAsync(
            ChoiceFactory.AppendChoices(Question(options, isRetry), options.Choices ?? [], options.Style ?? Style, turnContext.Activity), cancellationToken);

    /// <inheritdoc/>
    protected override Task<PromptRecognizerResult<FoundChoice>> OnRecognizeAsync(
        ITurnContext turnContext, PromptOptions options, CancellationToken cancellationToken = default)
    {
        var found = ChoiceRecognizer.Recognize(turnContext.Activity.Text, [.. options.Choices ?? []]);
        return Task.FromResult(new PromptRecognizerResult<FoundChoice>(found is not null, found));
    }
}
