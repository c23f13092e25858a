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

    // Of the budget: less is no time in which a model replies, and a call that cannot succeed should not count against it.
    private const int LeastPart = 5;
    private readonly ResiliencePipeline pipeline = Endurance.Of(clock, chance);
    private readonly ModelBudget budget = new(options, clock);

    /// <summary>The model's reply; that of the first run where the turn runs again. All calls of a turn together wait no longer than the budget.</summary>
    public async ValueTask<ModelReply> AskAsync(ModelQuestion question, ModelAccount account, CancellationToken cancellation)
    {
        if (account.Memory.Find(question.Purpose) is { } known)
        {
            return known;
        }

        var begun = clock.GetTimestamp();
        var reply = await AskOnceAsync(question, account, cancellation);
        account.Memory.Keep(question.Purpose, reply, clock.GetElapsedTime(begun));
        return reply;
    }

    private async ValueTask<ModelReply> AskOnceAsync(ModelQuestion question, ModelAccount account, CancellationToken cancellation)
    {
        var whole = TimeSpan.FromMilliseconds(options.BudgetMilliseconds);
        var left = whole - account.Memory.Waited;
        if (left < whole / LeastPart || !budget.TryTake(account.Visitor, account.CallsOfTalk))
        {
            meter.Called(question.Purpose, left < whole / LeastPart ? CallOutcome.TooSlow : CallOutcome.OverBudget, default);
            return default;
        }

        var attempts = new Attempts(question);
        var begun = clock.GetTimestamp();
        var (outcome, response) = await TryAsync(attempts, left, cancellation);
        budget.Charge(account.Visitor, attempts.Count - 1);
        var text = response?.Text;
        var use = new ModelUse(
            attempts.Count, Sane(response?.Usage?.InputTokenCount), Sane(response?.Usage?.OutputTokenCount), (long)clock.GetElapsedTime(begun).TotalMilliseconds, 0);
        outcome = outcome is CallOutcome.Answered && string.IsNullOrWhiteSpace(text) ? CallOutcome.Silent : outcome;
        meter.Called(question.Purpose, outcome, use);
        Log.Asked(logger, question.Purpose, outcome, use.Calls, use.InputTokens, use.OutputTokens, use.Milliseconds);
        Log.Words(logger, question.Document, text);
        return new ModelReply(outcome is CallOutcome.Answered ? text : null, use);
    }

    private async Task<(CallOutcome Outcome, ChatResponse? Response)> TryAsync(Attempts attempts, TimeSpan left, CancellationToken cancellation)
    {
        var context = ResilienceContextPool.Shared.Get(cancellation);
        context.Properties.Set(Endurance.TimeLeft, left);
        try
        {
            return (CallOutcome.Answered, await pipeline.ExecuteAsync(SendAsync, context, attempts));
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
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    // On a thread of its own and left behind when time is up: a client may block, or not look at its cancellation.
    private async ValueTask<ChatResponse> SendAsync(ResilienceContext context, Attempts attempts)
    {
        attempts.Count++;
        var cancellation = context.CancellationToken;
        var (messages, chat) = (attempts.Question.Messages, attempts.Question.Options(options.Temperature));
        var sending = Task.Run(
            () => options.Stream
                ? client.GetStreamingResponseAsync(messages, chat, cancellation).ToChatResponseAsync(cancellation)
                : client.GetResponseAsync(messages, chat, cancellation),
            cancellation);
        return await sending.WaitAsync(cancellation);
    }

    private static long Sane(long? tokens) => Math.Clamp(tokens ?? 0, 0, MostTokens);

    private sealed class Attempts(ModelQuestion question)
    {
        public ModelQuestion Question { get; } = question;

        public int Count { get; set; }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "The model was asked ({Purpose}): {Outcome} after {Calls} call(s), {Input} + {Output} tokens, {Milliseconds} ms.")]
        public static partial void Asked(ILogger logger, ModelPurpose purpose, CallOutcome outcome, int calls, long input, long output, long milliseconds);

        [LoggerMessage(Level = LogLevel.Trace, Message = "Asked about {Document} the model replied: {Reply}")]
        public static partial void Words(ILogger logger, string document, string? reply);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The model did not reply within {Milliseconds} ms; the talk goes on without it.")]
        public static partial void TooSlow(ILogger logger, int milliseconds);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The model failed ({Kind}, HTTP status {Status}); the talk goes on without it.")]
        public static partial void Failed(ILogger logger, string kind, int? status);

        [LoggerMessage(Level = LogLevel.Trace, Message = "The model failed.")]
        public static partial void Details(ILogger logger, Exception exception);
    }
}
