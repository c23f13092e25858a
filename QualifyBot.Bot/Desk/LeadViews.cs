using System.Collections.Immutable;
using System.Text.Json;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Bot.Playbooks;
using QualifyBot.Bot.Turns;
using QualifyBot.BotFramework.Schema;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Explaining;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Bot.Desk;

/// <summary>Shows leads to sellers.</summary>
internal sealed class LeadViews(RetentionOptions retention, PlaybookCatalog catalog, TimeProvider clock)
{
    /// <summary>A lead's view.</summary>
    public LeadView Of(LeadRecord lead) => new()
    {
        Id = lead.Id,
        Status = lead.StatusAt(clock.GetUtcNow(), TimeSpan.FromMinutes(retention.AbandonedAfterMinutes)),
        CreatedAt = lead.CreatedAt,
        UpdatedAt = lead.UpdatedAt,
        Channel = lead.Channel,
        Conversation = lead.Conversation,
        Language = lead.Language,
        Subject = lead.Subject,
        Visit = lead.Visit,
        Outcome = lead.HandOff is null ? lead.Decision?.Outcome : Outcome.HandOff,
        Reason = lead.HandOff?.Reason ?? lead.Decision?.Reason,
        ReasonInWords = lead is { HandOff: null, Decision: { } decision } && Find(lead.Playbook, decision.PlaybookHash ?? lead.PlaybookHash) is { } deciding
            ? DecisionWords.Of(decision.Outcome, decision.Reason, deciding)
            : null,
        Stage = LeadProgress.StageOf(lead),
        StageSince = lead.Lifecycle?.Since,
        Reopened = lead.Reopened,
        Agreed = lead.Agreed is { } agreed ? AgreedView.Of(agreed, Find(lead.Playbook, lead.PlaybookHash)) : null,
        Result = lead.Result,
        Domain = lead.Domain,
        DecisionHash = lead.Decision?.Hash,
        Playbook = new PlaybookView(lead.Playbook, lead.PlaybookVersion, lead.PlaybookHash),
        Score = ScoreOf(lead),
        Answers = [.. lead.Known.Answers.Select(answer => new AnswerView(answer.Slot, answer.Value, EvidenceView.Of(answer), answer.At))],
        Demo = lead.Booking is { } booking ? DemoView.Of(lead.Id, booking) : null,
        Consent = lead.Consent,
        HandOff = lead.HandOff,
        Model = lead.Model,
        Files = lead.Files.IsEmpty ? null : [.. lead.Files.Select(file => FileView.Of(lead.Id, file))],
        Questions = lead.Questions,
    };

    /// <summary>A lead's view with how it came to stand there.</summary>
    public LeadView WithCourse(LeadRecord lead) => Of(lead) with { Course = CourseViews.Of(lead, ScoreOf(lead)) };

    /// <summary>What would have to be different for another outcome than the one decided; null where none was, or its rulebook is no longer there.</summary>
    public OtherwiseView? OtherwiseOf(LeadRecord lead) =>
        lead is { HandOff: null, Decision: { Day: { } day } decision } && Find(lead.Playbook, decision.PlaybookHash ?? lead.PlaybookHash) is { } playbook
            ? OtherwiseView.Of(Counterfactual.Of(decision.Known ?? lead.Known, playbook, day), playbook)
            : null;

    /// <summary>The lines of a talk.</summary>
    public static IEnumerable<LineView> Lines(IReadOnlyList<Activity> transcript) => transcript
        .Where(line => line.Type is ActivityTypes.Message)
        .Select(line => new LineView(line.Id, SpeakerOf(line), line.Text ?? "", line.Timestamp) { Files = FilesOf(line) });

    private static ImmutableArray<string>? FilesOf(Activity line) =>
        (line.Attachments ?? []).Where(static attachment => attachment.ContentUrl is not null).Select(static attachment => attachment.Name ?? attachment.ContentType ?? "file").ToImmutableArray()
            is { IsEmpty: false } names ? names : null;

    // Teams gives nobody a role, and a click on a card answers the card; what the bot says always tells what it expects.
    private static string SpeakerOf(Activity line) =>
        line.From?.Role is not RoleTypes.Bot && (line.From?.Role is RoleTypes.User || line.InputHint is null) ? "visitor"
        : line.ChannelData is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty("colleague", out _) ? "colleague"
        : "bot";

    private Playbook? Find(string id, string hash) =>
        catalog.Playbooks.TryGetValue(id, out var playbook) && string.Equals(playbook.Hash, hash, StringComparison.Ordinal) ? playbook : null;

    private ScoreView? ScoreOf(LeadRecord lead)
    {
        if (lead.Score is not { } score)
        {
            return null;
        }

        var words = WordsOf(lead);
        var view = ScoreViews.Of(score, lead.Known);
        return view with { Receipts = [.. view.Receipts.Select(receipt => receipt with { Words = words.GetValueOrDefault(receipt.Rule) })] };
    }

    // Receipts are stored by the slots and signals that they rest on; under the same rulebook they come out the same.
    private Dictionary<string, string> WordsOf(LeadRecord lead) => lead.Score is { Day: { } day } && Find(lead.Playbook, lead.PlaybookHash) is { } playbook
        ? Scorer.Score(lead.Known, playbook, day).Receipts.ToDictionary(receipt => receipt.Rule, receipt => ReceiptWords.Of(receipt, lead.Known, playbook), StringComparer.Ordinal)
        : [];
}
