using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Bot.Playbooks;
using QualifyBot.Bot.Turns;
using QualifyBot.BotFramework.Schema;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Explaining;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Bot.Desk;

/// <summary>Shows leads to sellers.</summary>
internal sealed class LeadViews(RetentionOptions retention, PlaybookCatalog catalog, TimeProvider clock)
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
        ReasonInWords = lead is { HandOff: null, Decision: { } decision } && Find(lead.Playbook, decision.PlaybookHash ?? lead.PlaybookHash) is { } deciding
            ? DecisionWords.Of(decision.Outcome, decision.Reason, deciding)
            : null,
        DecisionHash = lead.Decision?.Hash,
        Playbook = new PlaybookView(lead.Playbook, lead.PlaybookVersion, lead.PlaybookHash),
        Score = lead.Score is { } score ? Of(score, lead.Known, WordsOf(lead)) : null,
        Answers = [.. lead.Known.Answers.Select(answer => new AnswerView(answer.Slot, answer.Value, Of(answer), answer.At))],
        Demo = lead.Booking is { } booking ? DemoView.Of(lead.Id, booking) : null,
        Consent = lead.Consent,
        HandOff = lead.HandOff,
        Model = lead.Model,
        Questions = lead.Questions,
        Transcript = transcript is null ? null : [.. transcript.Where(line => line.Type is ActivityTypes.Message).Select(Of)],
    };

    private Playbook? Find(string id, string hash) =>
        catalog.Playbooks.TryGetValue(id, out var playbook) && string.Equals(playbook.Hash, hash, StringComparison.Ordinal) ? playbook : null;

    // Receipts are stored by the slots and signals that they rest on; under the same rulebook they come out the same.
    private Dictionary<string, string> WordsOf(LeadRecord lead) => lead.Score is { Day: { } day } && Find(lead.Playbook, lead.PlaybookHash) is { } playbook
        ? Scorer.Score(lead.Known, playbook, day).Receipts.ToDictionary(receipt => receipt.Rule, receipt => ReceiptWords.Of(receipt, lead.Known, playbook), StringComparer.Ordinal)
        : [];

    private static ScoreView Of(ScoreRecord score, Lead known, Dictionary<string, string> words) => new(
        score.Fit + score.Intent, score.Fit, score.Intent, score.Grade, score.Stage, score.Temperature,
        [.. score.Receipts.Select(receipt => Of(receipt, known) with { Words = words.GetValueOrDefault(receipt.Rule) })]);

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
