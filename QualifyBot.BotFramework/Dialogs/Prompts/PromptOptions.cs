using System.Text.Json.Nodes;
using QualifyBot.BotFramework.Dialogs.Choices;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.BotFramework.Dialogs.Prompts;

/// <summary>What a prompt asks; it is stored until the user answers.</summary>
public sealed class PromptOptions
{
    /// <summary>The question.</summary>
    public Activity? Prompt { get; set; }

    /// <summary>The question after an answer that would not do; null repeats <see cref="Prompt"/>.</summary>
    public Activity? RetryPrompt { get; set; }

    /// <summary>What can be chosen.</summary>
    public IList<Choice>? Choices { get; set; }

    /// <summary>How the choices are shown; null leaves it to the prompt.</summary>
    public ListStyle? Style { get; set; }

    /// <summary>Data for the validator.</summary>
    public JsonNode? Validations { get; set; }
}
