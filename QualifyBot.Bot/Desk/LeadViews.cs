using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Bot.Turns;
using QualifyBot.BotFramework.Schema;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Desk;

/// <summary>Shows leads to sellers.</summary>
internal sealed class LeadViews(RetentionOptions retention, TimeProvider clock)
{
    /// <summary>A lead's view.</summary>
    public LeadView Of(LeadRecord lead, IReadOnlyList<Activity>? transcript = null) => new()
    {
        Id = lead.Id,
        Status = lead.StatusAt(clock.GetUtcNow(), TimeSpan.FromMinutes(retention.AbandonedAfterMinutes)),
        CreatedAt = lead.CreatedAt,
        UpdatedAt = lead.UpdatedAt,
        Channel = lead.Channel,
        Conversation = lead.Conversation,
        Outcome = lead.HandOff is null ? lead.Decision?.Outcome : Outcome.HandOff,
        Reason = lead.HandOff?.Reason ?? lead.Decision?.Reason,
        DecisionHash = lead.Decision?.Hash,
        Playbook = new PlaybookView(lead.Playbook, lead.PlaybookVersion, lead.PlaybookHash),
        Score = lead.Score is { } score ? Of(score, lead.Known) : null,
        Answers = [.. lead.Known.Answers.Select(answer => new AnswerView(answer.Slot, answer.Value, Of(answer), answer.At))],
        Demo = lead.Booking is { } booking ? DemoView.Of(lead.Id, booking) : null,
        Consent = lead.Consent,
        HandOff = lead.HandOff,
        Model = lead.Model,
        Questions = lead.Questions,
        Transcript = transcript is null ? null : [.. transcript.Where(line => line.Type is ActivityTypes.Message).Select(Of)],
    };

    private static ScoreView Of(ScoreRecord score, Lead known) => new(
        score.Fit + score.Intent, score.Fit, score.Intent, score.Grade, score.Stage, score.Temperature, [.. score.Receipts.Select(receipt => Of(receipt, known))]);

    private static ReceiptView Of(ReceiptRecord receipt, Lead known) => new(
        receipt.Rule, receipt.Axis, receipt.Points, receipt.Cut, [.. receipt.Slots.Select(known.Find).OfType<Answer>().Select(Of)]);

    private static EvidenceView Of(Answer answer)
    {
        var (messageId, start, length, quote, reader) = answer.Evidence;
        return new EvidenceView(answer.Slot, quote, messageId, start, length, reader);
    }

    private static LineView Of(Activity line) =>
        new(line.Id, line.From?.Role is RoleTypes.Bot || line.ReplyToId is not null ? "bot" : "visitor", line.Text ?? "", line.Timestamp);
}
