using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Lifecycle;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Bot.Outcomes.Leads;

/// <summary>A score as it is stored: its receipts name slots, whose evidence stands with the answers.</summary>
public sealed record ScoreRecord(int Fit, int Intent, string Grade, Stage Stage, Temperature Temperature, ImmutableArray<ReceiptRecord> Receipts)
{
    /// <summary>The day it was scored for; null where it was stored before days were kept.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The stored form of a score.</summary>
    public static ScoreRecord Of(Score score, DateOnly day) => new(
        score.Fit, score.Intent, score.Grade.ToString(), score.Stage, score.Temperature, [.. score.Receipts.Select(ReceiptRecord.Of)]) { Day = day };
}

/// <summary>Why there are points: the slots whose answers, and the ids of the signals, that the rule rests on.</summary>
public sealed record ReceiptRecord(string Rule, Axis Axis, int Points, int Cut, ImmutableArray<string> Slots)
{
    /// <summary>Ids of signals, which stand with the lead; empty where the stored form has none.</summary>
    public ImmutableArray<string> Signals { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The stored form of a receipt.</summary>
    public static ReceiptRecord Of(Receipt receipt) => new(
        receipt.Rule, receipt.Axis, receipt.Points, receipt.Cut, [.. receipt.Citations.OfType<Citation.Words>().Select(words => words.Slot)])
    {
        Signals = [.. receipt.Citations.Select(SignalOf).OfType<string>()],
    };

    private static string? SignalOf(Citation citation) => citation switch
    {
        Citation.Words { By: { } signal } => signal.Id,
        Citation.Told(_, var signal) => signal.Id,
        Citation.Happened(var signal) => signal.Id,
        _ => null,
    };
}

/// <summary>What was decided, when, and the hash that proves it.</summary>
public sealed record DecisionRecord(Outcome Outcome, Stage Stage, string Reason, string Hash, DateTimeOffset At)
{
    /// <summary>The day for which it was decided, on the visitor's calendar, which the hash covers; null in leads stored before it was kept.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Hash of the playbook by which it was decided; null in leads stored before it was kept: then it is the lead's.</summary>
    public string? PlaybookHash { get; init; }

    /// <summary>The answers and signals it rests on, where the lead has others by now; null = the lead's.</summary>
    public Lead? Known { get; init; }

    /// <summary>What led to it from outside the talk; null = the talk did.</summary>
    public Cause? Cause { get; init; }

    /// <summary>The stored form of a decision.</summary>
    public static DecisionRecord Of(Decision decision, string playbookHash, DateOnly day, DateTimeOffset at) =>
        new(decision.Outcome, decision.Stage, decision.Reason, decision.Hash, at) { Day = day, PlaybookHash = playbookHash };
}

/// <summary>Whether e-mails are allowed: what was asked, what was answered, in which message.</summary>
public sealed record ConsentRecord(bool Given, string Asked, string Answered, string MessageId, DateTimeOffset At);

/// <summary>That a human is wanted.</summary>
/// <param name="Reason">Id of the route that decided so, "asked" where the visitor asked for one, or "not_understood" where the talk led nowhere.</param>
/// <param name="At">Since when.</param>
public sealed record HandOffRecord(string Reason, DateTimeOffset At);

/// <summary>What a language model cost in a talk.</summary>
/// <param name="Calls">Requests that were sent, retries included.</param>
/// <param name="InputTokens">Tokens sent, as the model's server counts them.</param>
/// <param name="OutputTokens">Tokens received.</param>
/// <param name="Milliseconds">How long turns waited.</param>
/// <param name="DroppedQuotes">Answers dropped because their quote does not stand in the message.</param>
public sealed record ModelCost(int Calls, long InputTokens, long OutputTokens, long Milliseconds, int DroppedQuotes)
{
    /// <summary>This and one more message.</summary>
    public ModelCost Plus(int calls, long inputTokens, long outputTokens, long milliseconds, int droppedQuotes) => new(
        Calls + calls, InputTokens + inputTokens, OutputTokens + outputTokens, Milliseconds + milliseconds, DroppedQuotes + droppedQuotes);
}
