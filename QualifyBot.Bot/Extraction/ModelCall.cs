using Microsoft.Extensions.AI;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace QualifyBot.Bot.Extraction;

/// <summary>What a call yielded.</summary>
/// <param name="Text">The reply, or null where there is none.</param>
/// <param name="Use">What it cost.</param>
internal readonly record struct ModelReply(string? Text, ModelUse Use);

/// <summary>Asks the model within time and budget. Whatever the model, its server or its client does, a call ends in time and without an exception.</summary>
internal sealed partial class ModelCall(
    IChatClient client, ExtractionOptions options, TimeProvider clock, Func<double> chance, ModelMeter meter, ILogger<ModelCall> logger)
{
    private const long MostTokens = 10_000_000;
    private readonly ResiliencePipeline pipeline = Endurance.Of(options, clock, chance);
    private readonly ModelBudget budget = new(options, clock);

    /// <summary>The model's reply to a message.</summary>
    public async ValueTask<ModelReply> AskAsync(MessageToRead message, CancellationToken cancellation)
    {
        if (!budget.TryTake(message.Visitor, message.ModelCalls))
        {
            meter.Called(CallOutcome.OverBudget, default);
            return default;
        }

        var attempts = new Attempts(message);
        var begun = clock.GetTimestamp();
        var (outcome, response) = await TryAsync(attempts, cancellation);
        var text = response?.Text;
        var use = new ModelUse(
            attempts.Count, Sane(response?.Usage?.InputTokenCount), Sane(response?.Usage?.OutputTokenCount), (long)clock.GetElapsedTime(begun).TotalMilliseconds, 0);
        outcome = outcome is CallOutcome.Answered && string.IsNullOrWhiteSpace(text) ? CallOutcome.Silent : outcome;
        meter.Called(outcome, use);
        Log.Asked(logger, outcome, use.Calls, use.InputTokens, use.OutputTokens, use.Milliseconds);
        Log.Words(logger, message.Text, text);
        return new ModelReply(outcome is CallOutcome.Answered ? text : null, use);
    }

    private async Task<(CallOutcome Outcome, ChatResponse? Response)> TryAsync(Attempts attempts, CancellationToken cancellation)
    {
        try
        {
            return (CallOutcome.Answered, await pipeline.ExecuteAsync(SendAsync, attempts, cancellation));
        }
        catch (TimeoutRejectedException)
        {
            Log.TooSlow(logger, options.BudgetMilliseconds);
            return (CallOutcome.TooSlow, null);
        }
        catch (BrokenCircuitException)
        {
            return (CallOutcome.Broken, null);
        }

        // Only the client runs in there, ours, a package's or anybody's: whatever it throws is one more way of having no reply.
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            Log.Failed(logger, exception.GetType().Name, ModelFaults.StatusOf(exception));
            Log.Details(logger, exception);
            return (CallOutcome.Failed, null);
        }
    }

    // On a thread of its own and left behind when time is up: a client may block, or not look at its cancellation.
    private async ValueTask<ChatResponse> SendAsync(Attempts attempts, CancellationToken cancellation)
    {
        attempts.Count++;
        var sending = Task.Run(
            () => client.GetResponseAsync(ModelPrompt.MessagesFor(attempts.Message), ModelPrompt.OptionsFor(attempts.Message, options.Temperature), cancellation),
            cancellation);
        return await sending.WaitAsync(cancellation);
    }

    private static long Sane(long? tokens) => Math.Clamp(tokens ?? 0, 0, MostTokens);

    private sealed class Attempts(MessageToRead message)
    {
        public MessageToRead Message { get; } = message;

        public int Count { get; set; }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "The model was asked: {Outcome} after {Calls} call(s), {Input} + {Output} tokens, {Milliseconds} ms.")]
        public static partial void Asked(ILogger logger, CallOutcome outcome, int calls, long input, long output, long milliseconds);

        [LoggerMessage(Level = LogLevel.Trace, Message = "Asked about \"{Message}\" the model replied: {Reply}")]
        public static partial void Words(ILogger logger, string message, string? reply);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The model did not reply within {Milliseconds} ms; the rules read alone.")]
        public static partial void TooSlow(ILogger logger, int milliseconds);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The model failed ({Kind}, HTTP status {Status}); the rules read alone.")]
        public static partial void Failed(ILogger logger, string kind, int? status);

        [LoggerMessage(Level = LogLevel.Trace, Message = "The model failed.")]
        public static partial void Details(ILogger logger, Exception exception);
    }
}
