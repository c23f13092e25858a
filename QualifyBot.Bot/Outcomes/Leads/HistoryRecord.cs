using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Lifecycle;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Outcomes.Leads;

/// <summary>A decision that another one took the place of, with the score that it rested on.</summary>
public sealed record PastDecision(DecisionRecord Decision, ScoreRecord Score);

/// <summary>What was decided before, with all that its receipts name.</summary>
/// <param name="Earlier">The decisions before the one in force, oldest first, at most <see cref="Kept"/>.</param>
/// <param name="Replaced">How many decisions others took the place of, the forgotten ones included.</param>
/// <param name="Former">Answers that were replaced since, and that the receipts of earlier decisions name.</param>
public sealed record HistoryRecord(ImmutableArray<PastDecision> Earlier, int Replaced, ImmutableArray<Answer> Former)
{
    /// <summary>How many earlier decisions are kept; together with the one in force, 20.</summary>
    public const int Kept = 19;

    /// <summary>Nothing was decided before.</summary>
    public static readonly HistoryRecord Empty = new([], 0, []);

    /// <summary>This history with one more decision. Where it is full, the oldest decision goes that changed neither outcome nor stage; else the oldest.</summary>
    public HistoryRecord With(PastDecision past)
    {
        // Snapshots of all that was known would grow without bound; what receipts name is kept once.
        var earlier = Earlier.Add(past with { Decision = past.Decision with { Known = null } });
        if (earlier.Length > Kept)
        {
            var idle = Enumerable.Range(1, earlier.Length - 1).FirstOrDefault(index => !Turns(earlier[index - 1].Decision, earlier[index].Decision));
            earlier = earlier.RemoveAt(idle);
        }

        return this with { Earlier = earlier, Replaced = Replaced + 1 };
    }

    /// <summary>This history with the answers that were replaced, as far as receipts name them.</summary>
    public HistoryRecord Keeping(Lead before, Lead after)
    {
        var replaced = before.Answers.Where(answer => after.Find(answer.Slot) != answer);
        return this with { Former = [.. Former.Concat(replaced).Where(IsNamed)] };
    }

    /// <summary>The answer that stood for a slot when something was decided; null where it was forgotten since.</summary>
    public Answer? Find(string slot, DateTimeOffset decidedAt, Lead known) =>
        known.Find(slot) is { } standing && standing.At <= decidedAt ? standing : Former.Where(answer => answer.Slot == slot && answer.At <= decidedAt).MaxBy(answer => answer.At);

    private bool IsNamed(Answer answer) => Earlier.Any(past => answer.At <= past.Decision.At && past.Score.Receipts.Any(receipt => receipt.Slots.Contains(answer.Slot, StringComparer.Ordinal)));

    private static bool Turns(DecisionRecord one, DecisionRecord next) => (one.Outcome, one.Stage) != (next.Outcome, next.Stage);
}

/// <summary>That a lead whose case was closed is worth a call again.</summary>
/// <param name="From">The outcome before.</param>
/// <param name="To">The outcome now.</param>
/// <param name="Cause">What opened it.</param>
/// <param name="At">When.</param>
public sealed record ReopenedRecord(Outcome From, Outcome To, Cause Cause, DateTimeOffset At);
