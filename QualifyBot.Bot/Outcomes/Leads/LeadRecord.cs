using System.Collections.Immutable;
using QualifyBot.Bot.Outcomes.Booking;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Lifecycle;

namespace QualifyBot.Bot.Outcomes.Leads;

/// <summary>A lead as it is stored: who talked, what is known, what it scores, what came of it. Written with every turn of the talk.</summary>
public sealed record LeadRecord
{
    /// <summary>Version of this stored form.</summary>
    public int Format { get; init; } = 1;

    /// <summary>Id, 20 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>The channel of the talk ("directline", "msteams").</summary>
    public required string Channel { get; init; }

    /// <summary>The channel's id of the conversation.</summary>
    public required string Conversation { get; init; }

    /// <summary>The channel's id of the visitor, where it has one.</summary>
    public string? UserId { get; init; }

    /// <summary>The site's own id of the visitor, where its server signed it; null = nobody said who they are.</summary>
    public string? Subject { get; init; }

    /// <summary>What the site's pages told of the visits; null = nothing.</summary>
    public VisitRecord? Visit { get; init; }

    /// <summary>Id of the lead of the same visitor's conversation before this one, whose answers were taken over; null = none is known.</summary>
    public string? Earlier { get; init; }

    /// <summary>The language that the visitor was last spoken with ("de"); null in leads stored before talks had languages.</summary>
    public string? Language { get; init; }

    /// <summary>When the visitor wrote first.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the visitor wrote last.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When something from outside the talk changed it last, or null.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>Id of the playbook.</summary>
    public required string Playbook { get; init; }

    /// <summary>Version of the playbook, for people.</summary>
    public required string PlaybookVersion { get; init; }

    /// <summary>Hash of the playbook's content.</summary>
    public required string PlaybookHash { get; init; }

    /// <summary>The answers, each with the visitor's words.</summary>
    public Lead Known { get; init; } = Lead.Empty;

    /// <summary>What the answers score now.</summary>
    public ScoreRecord? Score { get; init; }

    /// <summary>What was decided, or null while the talk goes on.</summary>
    public DecisionRecord? Decision { get; init; }

    /// <summary>The demo, where one is booked.</summary>
    public DemoBooking? Booking { get; init; }

    /// <summary>Whether e-mails are allowed, where the visitor was asked.</summary>
    public ConsentRecord? Consent { get; init; }

    /// <summary>Since when a human is wanted, and why.</summary>
    public HandOffRecord? HandOff { get; init; }

    /// <summary>What came of the deal, where somebody told; null = nothing is known.</summary>
    public ResultRecord? Result { get; init; }

    /// <summary>The stage and its changes; null in leads stored before they were kept.</summary>
    public LeadLifecycle? Lifecycle { get; init; }

    /// <summary>Decisions that others took the place of; null while there was at most one.</summary>
    public HistoryRecord? History { get; init; }

    /// <summary>That something from outside opened the lead again; null = nothing did, or it is over.</summary>
    public ReopenedRecord? Reopened { get; init; }

    /// <summary>What was agreed with the visitor, and what changed since; null = nothing is agreed.</summary>
    public AgreedRecord? Agreed { get; init; }

    /// <summary>The e-mail address by which the lead is found, or null.</summary>
    public string? Address { get; init; }

    /// <summary>The domain of the account that the lead is listed with, or null.</summary>
    public string? Domain { get; init; }

    /// <summary>What the visitor asked that only a human can answer, in their words.</summary>
    public ImmutableArray<string> Questions { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The messages in which they asked, in the order of the questions; "" or missing where it was not kept yet.</summary>
    public ImmutableArray<string> QuestionMessages { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The files that the visitor sent.</summary>
    public ImmutableArray<FileRecord> Files { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What a language model cost in this talk; null where none was asked.</summary>
    public ModelCost? Model { get; init; }

    /// <summary>When the visitor said that they want to stop, or left the conversation.</summary>
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>Since when the visitor does not want to be written to unasked; null = they never said so, or asked for something since.</summary>
    public DateTimeOffset? QuietSince { get; init; }

    /// <summary>This lead with other answers and signals; a decision keeps those that it was made from.</summary>
    public LeadRecord Knowing(Lead known) => this with
    {
        Known = known,
        Decision = Decision is { Known: null } decision && known != Known ? decision with { Known = Known } : Decision,
    };

    /// <summary>This lead with one more question.</summary>
    public LeadRecord Asking(string words, string? messageId) => this with
    {
        Questions = Questions.Add(words),
        QuestionMessages = [.. Questions.Select((_, index) => MessageOf(index)), messageId ?? ""],
    };

    /// <summary>This lead without some of its questions.</summary>
    /// <param name="isGone">Tells of the words and their message, "" where it is not known.</param>
    public LeadRecord WithoutQuestions(Func<string, string, bool> isGone)
    {
        var left = Questions.Select((words, index) => (Words: words, Message: MessageOf(index))).Where(asked => !isGone(asked.Words, asked.Message)).ToArray();
        return this with { Questions = [.. left.Select(static asked => asked.Words)], QuestionMessages = [.. left.Select(static asked => asked.Message)] };
    }

    /// <summary>How the talk stands, seen from <paramref name="now"/>.</summary>
    public LeadStatus StatusAt(DateTimeOffset now, TimeSpan abandonedAfter) => this switch
    {
        { HandOff: not null } => LeadStatus.HandedOff,
        { Booking: not null } => LeadStatus.Booked,
        { Decision.Outcome: Qualification.Playbooks.Outcome.Disqualify } => LeadStatus.Disqualified,
        { Consent: not null } => LeadStatus.Nurtured,
        _ when LeftAt is not null || now - UpdatedAt >= abandonedAfter => LeadStatus.Abandoned,
        _ => LeadStatus.Open,
    };

    private string MessageOf(int question) => question < QuestionMessages.Length ? QuestionMessages[question] : "";
}
