using System.Collections.Immutable;
using System.Text.Json.Serialization;
using QualifyBot.Bot.Outcomes.Booking;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Bot.Turns;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Lifecycle;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Desk;

/// <summary>A lead as the seller sees it.</summary>
public sealed record LeadView
{
    public required string Id { get; init; }

    public required LeadStatus Status { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required string Channel { get; init; }

    public required string Conversation { get; init; }

    /// <summary>The language of the talk ("de"); null where no bot talked, or before talks had languages.</summary>
    public string? Language { get; init; }

    /// <summary>The site's own id of the visitor, where its server signed it.</summary>
    public string? Subject { get; init; }

    /// <summary>What the site's pages told of the visits; a browser said so.</summary>
    public VisitRecord? Visit { get; init; }

    /// <summary>What was decided; null while the talk goes on.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>Id of the route or disqualifier that decided.</summary>
    public string? Reason { get; init; }

    /// <summary>What it asks for, in words; null where that version of the playbook is not the one in use.</summary>
    public string? ReasonInWords { get; init; }

    /// <summary>Where the lead stands between the first word and a deal.</summary>
    public required LeadStage Stage { get; init; }

    /// <summary>Since when; null where it never moved.</summary>
    public DateTimeOffset? StageSince { get; init; }

    /// <summary>That something from outside opened the lead again, for the seller to see.</summary>
    public ReopenedRecord? Reopened { get; init; }

    /// <summary>What was agreed with the visitor, what they put right since, and whether it still follows; null = nothing is agreed.</summary>
    public AgreedView? Agreed { get; init; }

    /// <summary>What came of the deal.</summary>
    public ResultRecord? Result { get; init; }

    /// <summary>The domain of the company's account.</summary>
    public string? Domain { get; init; }

    /// <summary>Proves the decision: the same answers under the same playbook on the same day give the same hash.</summary>
    public string? DecisionHash { get; init; }

    public required PlaybookView Playbook { get; init; }

    public ScoreView? Score { get; init; }

    public required ImmutableArray<AnswerView> Answers { get; init; }

    public DemoView? Demo { get; init; }

    public ConsentRecord? Consent { get; init; }

    public HandOffRecord? HandOff { get; init; }

    /// <summary>What a language model cost for this talk; null where none was asked.</summary>
    public ModelCost? Model { get; init; }

    /// <summary>The files that the visitor sent; null where there is none.</summary>
    public ImmutableArray<FileView>? Files { get; init; }

    /// <summary>What the visitor asked that only a human can answer.</summary>
    public required ImmutableArray<string> Questions { get; init; }

    /// <summary>Changes of stage, decisions and signals; only where one lead is asked for.</summary>
    public CourseView? Course { get; init; }

    /// <summary>The least that would have to be different for another outcome; only where one lead is asked for, and a decision stands.</summary>
    public OtherwiseView? Otherwise { get; init; }

    /// <summary>The company's account; only where one lead is asked for.</summary>
    public AccountView? Account { get; init; }

    /// <summary>Both sides of the talk; only where one lead is asked for.</summary>
    public ImmutableArray<LineView>? Transcript { get; init; }
}

/// <summary>The rulebook under which the lead is scored.</summary>
public sealed record PlaybookView(string Id, string Version, string Hash);

/// <summary>A score, each point with the words that earned it; the receipts' points sum to the total.</summary>
public sealed record ScoreView(int Total, int Fit, int Intent, string Grade, Stage Stage, Temperature Temperature, ImmutableArray<ReceiptView> Receipts);

/// <summary>Why there are points.</summary>
public sealed record ReceiptView(string Rule, Axis Axis, int Points, int Cut, ImmutableArray<EvidenceView> Evidence)
{
    /// <summary>The signals that it rests on; null where there is none.</summary>
    public ImmutableArray<Signal>? Signals { get; init; }

    /// <summary>The receipt in one line; null where the version of the playbook that scored is not the one in use.</summary>
    public string? Words { get; init; }
}

/// <summary>A slot and the words in it.</summary>
public sealed record EvidenceView(string Slot, string Quote, string MessageId, int Start, int Length, string Reader)
{
    /// <summary>The words of an answer.</summary>
    public static EvidenceView Of(Answer answer) => Of(answer.Slot, answer.Evidence);

    /// <summary>Words about a slot.</summary>
    public static EvidenceView Of(string slot, Evidence evidence) => new(slot, evidence.Quote, evidence.MessageId, evidence.Start, evidence.Length, evidence.Reader);
}

/// <summary>An answer with its words.</summary>
public sealed record AnswerView(string Slot, AnswerValue Value, EvidenceView Evidence, DateTimeOffset At);

/// <summary>A booked demo.</summary>
public sealed record DemoView(string Rep, DateTimeOffset Start, DateTimeOffset End, string Invite)
{
    /// <summary>The view of a booking.</summary>
    public static DemoView Of(string leadId, DemoBooking booking) =>
        new(booking.Slot.Rep, booking.Slot.Start, booking.Slot.End, InvitePath.Of(leadId, booking));
}

/// <summary>One line of a talk.</summary>
public sealed record LineView(string? Id, string From, string Text, DateTimeOffset? At)
{
    /// <summary>The names of the files that came with it; null where there is none.</summary>
    public ImmutableArray<string>? Files { get; init; }
}

/// <summary>A file that the visitor sent.</summary>
/// <param name="Name">Its name, where one was told.</param>
/// <param name="ContentType">Its type, where one was told.</param>
/// <param name="Size">Its length in bytes; null where only the channel has it.</param>
/// <param name="Address">Where the desk serves it; null where only the channel has it.</param>
/// <param name="MessageId">The message that it came with.</param>
/// <param name="At">When it came.</param>
public sealed record FileView(string? Name, string? ContentType, long? Size, string? Address, string MessageId, DateTimeOffset At)
{
    /// <summary>The view of a lead's file.</summary>
    public static FileView Of(string leadId, FileRecord file) =>
        new(file.Name, file.ContentType, file.Id is null ? null : file.Size, file.Id is null ? null : $"/api/leads/{leadId}/files/{file.Id}", file.MessageId, file.At);
}

/// <summary>A page of leads, newest first.</summary>
/// <param name="Leads">The leads.</param>
/// <param name="Next">The value of "before" for the next page; null where there is none.</param>
public sealed record LeadPage(ImmutableArray<LeadView> Leads, string? Next);

/// <summary>An error, in the form that the other calls have too.</summary>
public sealed record DeskError(DeskProblem Error);

/// <summary>What is wrong and how to mend it.</summary>
public sealed record DeskProblem(string Code, string Message);

/// <summary>The desk's JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true)]
[JsonSerializable(typeof(LeadPage))]
[JsonSerializable(typeof(LeadView))]
[JsonSerializable(typeof(ChangeAnswer))]
[JsonSerializable(typeof(GroupAnswer))]
[JsonSerializable(typeof(RequalifiedLeads))]
[JsonSerializable(typeof(AccountPage))]
[JsonSerializable(typeof(AccountView))]
[JsonSerializable(typeof(OutboxView))]
[JsonSerializable(typeof(MessageAnswer))]
[JsonSerializable(typeof(DeskError))]
internal sealed partial class DeskJsonContext : JsonSerializerContext;
