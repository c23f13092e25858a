using QualifyBot.BotFramework.Turns;

namespace QualifyBot.BotFramework.Dialogs.Prompts;

/// <summary>Asks for a text, which may not be empty.</summary>
public sealed class TextPrompt(string dialogId, PromptValidator<string>? validator = null) : Prompt<string>(dialogId, validator)
{
    /// <inheritdoc/>
    protected override Task<PromptRecognizerResult<string>> OnRecognizeAsync(
        ITurnContext turnContext, PromptOptions options, CancellationToken cancellationToken = default)
    {
        var text = turnContext.Activity.Text;
        return Task.FromResult(new PromptRecognizerResult<string>(!string.IsNullOrWhiteSpace(text), text));
    }
}
