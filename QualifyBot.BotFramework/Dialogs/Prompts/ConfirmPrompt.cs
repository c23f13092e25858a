using QualifyBot.BotFramework.Dialogs.Choices;
using QualifyBot.BotFramework.Turns;

namespace QualifyBot.BotFramework.Dialogs.Prompts;

/// <summary>Asks for yes or no.</summary>
public sealed class ConfirmPrompt(string dialogId, PromptValidator<bool>? validator = null) : Prompt<bool>(dialogId, validator)
{
    /// <summary>What means yes, and what means no: the values are shown, the synonyms are understood at the start of an answer.</summary>
    public (Choice Yes, Choice No) ConfirmChoices { get; set; } = (
        new Choice("Yes")
        {
            Synonyms =
            [
                "y", "yep", "yeah", "yup", "ya", "aye", "sure", "ok", "okay", "of course", "correct", "right", "exactly", "absolutely",
                "definitely", "certainly", "indeed", "please do", "go ahead", "sounds good", "that works", "that is right", "thats right",
                "i think so", "i guess so", "lets do it", "lets do that", "no problem", "not a problem", "why not", "👍",
            ],
        },
        new Choice("No") { Synonyms = ["n", "nope", "nah", "nay", "never", "not", "dont", "do not", "negative", "wrong", "incorrect", "👎"] });

    /// <summary>How the two are shown where the options do not say.</summary>
    public ListStyle Style { get; set; } = ListStyle.Auto;

    /// <inheritdoc/>
    protected override Task OnPromptAsync(ITurnContext turnContext, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default) =>
        turnContext.SendActivityAsync(
            ChoiceFactory.AppendChoices(Question(options, isRetry), [ConfirmChoices.Yes, ConfirmChoices.No], options.Style ?? Style, turnContext.Activity),
            cancellationToken);

    /// <inheritdoc/>
    protected override Task<PromptRecognizerResult<bool>> OnRecognizeAsync(
        ITurnContext turnContext, PromptOptions options, CancellationToken cancellationToken = default)
    {
        var answer = ConfirmRecognizer.Recognize(turnContext.Activity.Text, ConfirmChoices.Yes, ConfirmChoices.No);
        return Task.FromResult(new PromptRecognizerResult<bool>(answer is not null, answer ?? false));
    }
}
