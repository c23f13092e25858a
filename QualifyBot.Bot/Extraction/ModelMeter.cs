using System.Diagnostics.Metrics;
using System.Text.Json;

namespace QualifyBot.Bot.Extraction;

/// <summary>How a call to a model ended.</summary>
internal enum CallOutcome
{
    /// <summary>There is a reply.</summary>
    Answered,

    /// <summary>The reply holds no text: refused, filtered or empty.</summary>
    Silent,

    /// <summary>No reply within the budget.</summary>
    TooSlow,

    /// <summary>The server or the way to it failed.</summary>
    Failed,

    /// <summary>Not sent: too many calls failed just before.</summary>
    Broken,

    /// <summary>Not sent: a budget of calls is spent.</summary>
    OverBudget,
}

/// <summary>What the model costs and yields, as metrics of the meter "QualifyBot".</summary>
internal sealed class ModelMeter
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "QualifyBot";

    private readonly Counter<long> requests;
    private readonly Counter<long> tokens;
    private readonly Counter<long> dropped;
    private readonly Counter<long> doubts;
    private readonly Counter<long> phrases;
    private readonly Histogram<double> duration;
    private readonly KeyValuePair<string, object?> prompt = new("prompt", ModelPrompt.Version);

    /// <summary>Makes the instruments.</summary>
    public ModelMeter(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        requests = meter.CreateCounter<long>("qualifybot.model.calls", "{call}", "Calls to the language model, by outcome.");
        tokens = meter.CreateCounter<long>("qualifybot.model.tokens", "{token}", "Tokens, as the model's server counts them, by direction.");
        dropped = meter.CreateCounter<long>("qualifybot.model.dropped", "{answer}", "Answers of the model that were dropped, by reason.");
        doubts = meter.CreateCounter<long>("qualifybot.model.doubts", "{doubt}", "Slots for which the rules and the model read different answers.");
        phrases = meter.CreateCounter<long>("qualifybot.model.phrases", "{phrase}", "Sentences put in other words, by verdict.");
        duration = meter.CreateHistogram<double>("qualifybot.model.duration", "ms", "How long a turn waited for the model.");
    }

    /// <summary>Notes a call.</summary>
    public void Called(ModelPurpose purpose, CallOutcome outcome, ModelUse use)
    {
        KeyValuePair<string, object?> why = new("purpose", NameOf(purpose));
        requests.Add(1, new("outcome", NameOf(outcome)), why, prompt);
        if (use.Calls > 0)
        {
            duration.Record(use.Milliseconds, why, prompt);
            tokens.Add(use.InputTokens, new KeyValuePair<string, object?>("direction", "input"), why, prompt);
            tokens.Add(use.OutputTokens, new KeyValuePair<string, object?>("direction", "output"), why, prompt);
        }
    }

    /// <summary>Notes an answer that was dropped.</summary>
    public void Dropped(DropReason reason) => dropped.Add(1, new("reason", NameOf(reason)), prompt);

    /// <summary>Notes for how many slots the two readers differ.</summary>
    public void Doubted(int slots) => doubts.Add(slots, prompt);

    /// <summary>Notes whether a phrase was said.</summary>
    public void Phrased(PhraseVerdict verdict) => phrases.Add(1, new("verdict", NameOf(verdict)), prompt);

    private static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
