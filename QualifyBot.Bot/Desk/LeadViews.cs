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
    public LeadView Of(LeadRecord lead) => new()
    {
        Id = lead.Id,
        Status = lead.StatusAt(clock.GetUtcNow(), TimeSpan.FromMinutes(retention.AbandonedAfterMinutes)),
        CreatedAt = lead.CreatedAt,
        UpdatedAt = lead.UpdatedAt,
        Channel = lead.Channel,
        Conversation = lead.Conversation,
        Outcome = lead.HandOff is null ? lead.Decision?.Outcome : Outcome.HandOff,
        Reason = lead.HandOff?.Reason ?? lead.Decision?.Reason,
        Stage = LeadProgress.StageOf(lead),
        StageSince = lead.Lifecycle?.Since,
        Reopened = lead.Reopened,
        Result = lead.Result,
        Domain = lead.Domain,
        DecisionHash = lead.Decision?.Hash,
        Playbook = new PlaybookView(lead.Playbook, lead.PlaybookVersion, lead.PlaybookHash),
        Score = lead.Score is { } score ? ScoreViews.Of(score, lead.Known) : null,
        Answers = [.. lead.Known.Answers.Select(answer => new AnswerView(answer.Slot, answer.Value, EvidenceView.Of(answer), answer.At))],
        Demo = lead.Booking is { } booking ? DemoView.Of(lead.Id, booking) : null,
        Consent = lead.Consent,
        HandOff = lead.HandOff,
        Model = lead.Model,
        Questions = lead.Questions,
    };

    /// <summary>A lead's view with how it came to stand there.</summary>
    public LeadView WithCourse(LeadRecord lead) => Of(lead) with { Course = CourseViews.Of(lead) };

    /// <summary>The lines of a talk.</summary>
    public static IEnumerable<LineView> Lines(IReadOnlyList<Activity> transcript) => transcript
        .Where(line => line.Type is ActivityTypes.Message)
        .Select(line => new LineView(line.Id, line.From?.Role is RoleTypes.Bot || line.ReplyToId is not null ? "bot" : "visitor", line.Text ?? "", line.Timestamp));
}
