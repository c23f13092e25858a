using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Bot.Desk;

/// <summary>Shows how a lead came to where it stands.</summary>
internal static class CourseViews
{
    /// <summary>A lead's course.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="score">Its score of today.</param>
    public static CourseView Of(LeadRecord lead, ScoreView? score)
    {
        var history = lead.History ?? HistoryRecord.Empty;
        var earlier = history.Earlier.Select(past => Of(past.Decision, ScoreViews.Of(past.Score, lead.Known, slot => history.Find(slot, past.Decision.At, lead.Known))));
        var standing = lead.Decision is { } decision ? [Of(decision, score)] : Enumerable.Empty<DecisionView>();
        return new CourseView
        {
            Events = lead.Lifecycle?.Events ?? [],
            EventCount = lead.Lifecycle?.Changes ?? 0,
            Decisions = [.. earlier, .. standing],
            DecisionCount = history.Replaced + (lead.Decision is null ? 0 : 1),
            Signals = lead.Known.Signals,
        };
    }

    private static DecisionView Of(DecisionRecord decision, ScoreView? score) => new()
    {
        Outcome = decision.Outcome,
        Stage = decision.Stage,
        Reason = decision.Reason,
        At = decision.At,
        Day = decision.Day,
        Hash = decision.Hash,
        PlaybookHash = decision.PlaybookHash,
        Cause = decision.Cause,
        Score = score,
    };
}

/// <summary>Shows scores with the words and signals that earned them.</summary>
internal static class ScoreViews
{
    /// <summary>A score's view by what is known of the lead.</summary>
    public static ScoreView Of(ScoreRecord score, Lead known) => Of(score, known, known.Find);

    /// <summary>A score's view by the answers that stood when it was made.</summary>
    public static ScoreView Of(ScoreRecord score, Lead known, Func<string, Answer?> answerOf) => new(
        score.Fit + score.Intent, score.Fit, score.Intent, score.Grade, score.Stage, score.Temperature, [.. score.Receipts.Select(receipt => Of(receipt, known, answerOf))]);

    private static ReceiptView Of(ReceiptRecord receipt, Lead known, Func<string, Answer?> answerOf)
    {
        var ids = receipt.Signals;
        return new ReceiptView(receipt.Rule, receipt.Axis, receipt.Points, receipt.Cut, [.. receipt.Slots.Select(answerOf).OfType<Answer>().Select(EvidenceView.Of)])
        {
            Signals = ids.IsEmpty ? null : [.. known.Signals.Where(signal => ids.Contains(signal.Id, StringComparer.Ordinal))],
        };
    }
}
