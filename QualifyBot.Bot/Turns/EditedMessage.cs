using System.Collections.Immutable;
using QualifyBot.Bot.Dialogs;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Bot.Storage;
using QualifyBot.BotFramework.Schema;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Bot.Turns;

/// <summary>
/// A message whose words its writer edited or deleted: what it left behind besides its answers is taken out of the lead and the talk. What was decided
/// meanwhile keeps its points and its hash, and none of the words.
/// </summary>
internal sealed class EditedMessage
{
    /// <summary>What stands where words stood.</summary>
    public const string Gap = "…";

    private const string BetweenNeeds = "; ";

    private readonly Activity edit;
    private readonly string text;

    private EditedMessage(Activity edit, string text, ImmutableArray<string> quoted)
    {
        (this.edit, this.text) = (edit, text);
        Quoted = [.. WordsOf(quoted)];
        All = [.. WordsOf([.. quoted, text])];
    }

    /// <summary>What of its words the bot may say back at any time, longest first.</summary>
    public IReadOnlyList<string> Quoted { get; }

    /// <summary>These, and all of the message.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>Whether nothing takes its place.</summary>
    public bool IsDeleted => edit.Type is ActivityTypes.MessageDelete;

    /// <summary>The edit, which bears the message's id.</summary>
    public Activity Edit => edit;

    /// <summary>The message that a turn is about; null where it is about none.</summary>
    public static EditedMessage? Of(TurnRequest request, Talk talk, LeadRecord? before)
    {
        if (request.Edited is not { } log)
        {
            return null;
        }

        var answers = new[] { before?.Known, before?.Decision?.Known }.SelectMany(static known => known?.Answers ?? []).Concat(before?.History?.Former ?? []);
        var told = answers.Where(answer => IsOf(request.Activity, answer)).SelectMany(answer => new[] { answer.Evidence.Quote, Summary.ValueOf(talk, answer) });
        return new EditedMessage(request.Activity, log.Select(static entry => Parse(entry)).FirstOrDefault(line => Is(request.Activity, line))?.Text ?? "", [.. told]);
    }

    /// <summary>An entry of the log; null where it is none any more.</summary>
    public static Activity? Parse(LogEntry entry) => ActivityParser.TryParse(entry.Data.Span, out var activity, out _) ? activity : null;

    /// <summary>Whether an entry of the log is the message. What the bot says always tells what it expects.</summary>
    public bool Is(Activity? line) => Is(edit, line);

    /// <summary>A lead without what the message left, but for its answers, of which the talk takes care. A decision that rested on other answers is to be made anew.</summary>
    public LeadRecord ClearOf(LeadRecord lead)
    {
        var answers = lead.Known.Answers.Select(Without).ToImmutableArray();
        return WithoutNotes(answers.SequenceEqual(lead.Known.Answers) ? lead : lead.Knowing(lead.Known with { Answers = answers }));
    }

    /// <summary>A history without the answers that rested on the message.</summary>
    public HistoryRecord? ClearOf(HistoryRecord? history) =>
        history is null ? null : history with { Former = [.. history.Former.Where(answer => !IsOf(edit, answer)).Select(Without)] };

    /// <summary>What was agreed, without the words of the message in what changed since.</summary>
    public AgreedRecord? ClearOf(AgreedRecord? agreed) =>
        agreed is null ? null : agreed with { Changes = [.. agreed.Changes.Select(change => change with { Before = Kept(change.Before), Since = Kept(change.Since) })] };

    private Answer? Kept(Answer? answer) => answer is null || IsOf(edit, answer) ? null : Without(answer);

    /// <summary>A conversation that no longer lets the visitor choose between two readings of the message; what the edit left in doubt is asked in its own words.</summary>
    public ConversationRecord ClearOf(ConversationRecord conversation, ConversationRecord? before) =>
        conversation.Open is { Doubts: { } doubts } open && open == before?.Open && doubts.Any(doubt => IsOf(edit, doubt.Rule)) ? conversation with { Open = open.Before } : conversation;

    private static bool Is(Activity edit, Activity? line) =>
        line is { Type: ActivityTypes.Message, InputHint: null } && string.Equals(line.Id, edit.Id, StringComparison.Ordinal);

    private static bool IsOf(Activity edit, Answer answer) => string.Equals(answer.Evidence.MessageId, edit.Id, StringComparison.Ordinal);

    private LeadRecord WithoutNotes(LeadRecord lead) => lead.WithoutQuestions(IsOf) with
    {
        Consent = lead.Consent is { } consent && consent.MessageId == edit.Id && IsGone(consent.Answered) ? consent with { Answered = Gap } : lead.Consent,
        Files = IsDeleted ? lead.Files.RemoveAll(file => file.MessageId == edit.Id) : lead.Files,
    };

    private bool IsOf(string question, string message) =>
        IsGone(question) && (message.Length > 0 ? message == edit.Id : text.Length > 0 && text.Contains(question, StringComparison.Ordinal));

    // A need that was told in several messages holds the words of all of them, and names one.
    private Answer Without(Answer answer) => answer.Value is AnswerValue.Need { Words: var words } need && !IsOf(edit, answer) && text.Length > 0 && words.Contains(BetweenNeeds, StringComparison.Ordinal)
        ? answer with { Value = need with { Words = string.Join(BetweenNeeds, words.Split(BetweenNeeds).Where(part => !(text.Contains(part, StringComparison.OrdinalIgnoreCase) && IsGone(part)))) } }
        : answer;

    // Words that stand in the new text as well are not taken out.
    private bool IsGone(string words) => IsDeleted || edit.Text?.Contains(words.Trim(), StringComparison.OrdinalIgnoreCase) is not true;

    private IEnumerable<string> WordsOf(IEnumerable<string> words) => words
        .SelectMany(static word => new[] { word.Trim(), string.Join(' ', word.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) })
        .Where(word => word.Length > 0 && IsGone(word))
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .OrderByDescending(static word => word.Length);
}
