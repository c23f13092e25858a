using System.ComponentModel.DataAnnotations;

namespace QualifyBot.Bot.Extraction;

/// <summary>Whose protocol a language model speaks.</summary>
public enum ModelProvider
{
    /// <summary>OpenAI's chat completions: OpenAI, Azure OpenAI, Ollama, vLLM and many others.</summary>
    OpenAI,

    /// <summary>Anthropic's messages.</summary>
    Anthropic,
}

/// <summary>When a language model is asked besides the rules.</summary>
public enum ExtractionMode
{
    /// <summary>Never.</summary>
    Rules,

    /// <summary>Where the rules left the open question unanswered, or much of the message unread.</summary>
    Assist,

    /// <summary>With every message that has words and may fill a slot.</summary>
    Always,
}

/// <summary>Who words what the bot says.</summary>
public enum PhrasingMode
{
    /// <summary>The texts alone.</summary>
    Texts,

    /// <summary>A language model may put a text in other words; each phrase is checked, and the text is said where it does not pass.</summary>
    Model,
}

/// <summary>How messages are read: the section "Extraction" of the settings.</summary>
public sealed class ExtractionOptions : IValidatableObject
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Extraction";

    /// <summary>The model's protocol; null = no model by these settings.</summary>
    public ModelProvider? Provider { get; set; }

    /// <summary>Where the model's server is, such as http://localhost:11434/v1; null = the provider's own.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The model's name, as its server calls it.</summary>
    public string? Model { get; set; }

    /// <summary>The key that the server asks for.</summary>
    public string? Key { get; set; }

    /// <summary>When the model is asked; null = assist where there is a model.</summary>
    public ExtractionMode? Mode { get; set; }

    /// <summary>Who words what the bot says.</summary>
    public PhrasingMode Phrasing { get; set; }

    /// <summary>True for servers and gateways that reply as a stream only; the reader takes a reply in whole all the same.</summary>
    public bool Stream { get; set; }

    /// <summary>The longest that a turn waits for the model, retries included, in milliseconds.</summary>
    [Range(100, 30_000, ErrorMessage = "is 100 to 30000 milliseconds.")]
    public int BudgetMilliseconds { get; set; } = 2500;

    /// <summary>0 gives the same answer to the same message wherever a model can; null = not sent, for models that refuse it.</summary>
    [Range(0.0, 2.0, ErrorMessage = "is 0 to 2, or empty for a model that refuses it.")]
    public float? Temperature { get; set; } = 0;

    /// <summary>Most calls in one talk.</summary>
    [Range(0, 1_000, ErrorMessage = "is 0 to 1000.")]
    public int CallsPerTalk { get; set; } = 20;

    /// <summary>Most calls for one visitor on one day (UTC), on this host.</summary>
    [Range(0, 100_000, ErrorMessage = "is 0 to 100000.")]
    public int CallsPerVisitorPerDay { get; set; } = 60;

    /// <summary>Most calls on one day (UTC), on this host.</summary>
    [Range(0, 1_000_000, ErrorMessage = "is 0 to 1000000.")]
    public int CallsPerHostPerDay { get; set; } = 10_000;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Endpoint is not null && !IsWebAddress(Endpoint))
        {
            yield return new("is an absolute http or https address, such as http://localhost:11434/v1.", [nameof(Endpoint)]);
        }

        if (Key is not null && Key.Any(c => c is <= ' ' or > '~'))
        {
            yield return new("holds a blank, a line break or another character that no key has.", [nameof(Key)]);
        }

        if (Provider is null && (Model ?? Endpoint ?? Key) is not null)
        {
            yield return new("is missing: openai or anthropic, whichever protocol the model's server speaks.", [nameof(Provider)]);
        }

        if (Provider is not null && string.IsNullOrWhiteSpace(Model))
        {
            yield return new("is missing: the model's name, as its server calls it.", [nameof(Model)]);
        }

        if (string.IsNullOrEmpty(Key) && (Provider is ModelProvider.Anthropic || (Provider is ModelProvider.OpenAI && Endpoint is null)))
        {
            yield return new("is missing: only a server of your own, named by Extraction:Endpoint, goes without one.", [nameof(Key)]);
        }
    }

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}
