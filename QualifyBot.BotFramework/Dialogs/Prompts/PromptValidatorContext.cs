using System.Text.Json.Nodes;
using QualifyBot.BotFramework.Turns;

namespace QualifyBot.BotFramework.Dialogs.Prompts;

/// <summary>Says whether an answer will do; one that will not is asked for again, in the validator's words if it sends any.</summary>
public delegate Task<bool> PromptValidator<T>(PromptValidatorContext<T> promptContext, CancellationToken cancellationToken);

/// <summary>What a prompt made of a message.</summary>
/// <param name="Succeeded">Whether it found a value.</param>
/// <param name="Value">The value, if it found one; a validator may set another.</param>
public sealed record PromptRecognizerResult<T>(bool Succeeded, T? Value = default)
{
    /// <summary>The value, if one was found; a validator may set another.</summary>
    public T? Value { get; set; } = Value;
}

/// <summary>What a validator looks at.</summary>
/// <param name="Context">The turn.</param>
/// <param name="Recognized">What the prompt made of the message.</param>
/// <param name="State">What a validator may keep until the prompt ends.</param>
/// <param name="Options">What was asked.</param>
/// <param name="AttemptCount">How many messages have been tried, this one included.</param>
public sealed record PromptValidatorContext<T>(
    ITurnContext Context, PromptRecognizerResult<T> Recognized, JsonObject State, PromptOptions Options, int AttemptCount);
