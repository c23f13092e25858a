using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Extraction;

/// <summary>Why an answer of a model was dropped.</summary>
internal enum DropReason
{
    /// <summary>The reply is not the JSON that was asked for.</summary>
    Unreadable,

    /// <summary>It names no slot that was asked for.</summary>
    UnknownSlot,

    /// <summary>What it quotes does not stand in the message.</summary>
    NotInMessage,

    /// <summary>The rules read no such value in the quote.</summary>
    NotOfType,

    /// <summary>The rules read something else in these words.</summary>
    Disagrees,

    /// <summary>It is too long, or no name, or not what was asked.</summary>
    OutOfBounds,
}

/// <summary>
/// Makes candidates of a model's answers. The value of a candidate is the rules' reading of the quote, a choice from the schema's closed list, or the
/// quote itself: never text that the model wrote.
/// </summary>
internal sealed class ProposalCheck(MessageToRead message, MessageReading reading)
{
    /// <summary>The reader's name in the evidence.</summary>
    public const string Reader = "model";

    private const int LongestQuote = 500;
    private readonly Wording wording = new(ModelPrompt.TextOf(message));

    /// <summary>The proposal that an answer makes, or null with the reason.</summary>
    public (Proposal? Proposal, DropReason Reason) Check(ModelAnswer answer)
    {
        if (message.Unknown.FirstOrDefault(slot => string.Equals(slot.Id, answer.Slot, StringComparison.Ordinal)) is not { } slot)
        {
            return (null, DropReason.UnknownSlot);
        }

        if (answer.Quote.Length > LongestQuote)
        {
            return (null, DropReason.OutOfBounds);
        }

        if (wording.Find(answer.Quote) is not var (start, length))
        {
            return (null, DropReason.NotInMessage);
        }

        var quote = Quote(slot, start, length);
        var (candidate, reason) = slot.Type switch
        {
            SlotType.Need => ChosenValue.Need(quote, answer.Choice, message.Context.Needs),
            SlotType.Authority => ChosenValue.Authority(quote, answer.Choice),
            SlotType.YesNo => ChosenValue.YesNo(quote, answer.Choice),
            SlotType.Title or SlotType.Person or SlotType.Company or SlotType.Technology or SlotType.Competitor or SlotType.Text => IsData ? (null, DropReason.OutOfBounds) : QuotedName.Of(quote),
            _ => Figure(quote),
        };
        return (candidate is null ? null : new Proposal(slot.Id, candidate with { Rule = Reader }), reason);
    }

    // A message that is written as a reply for machines names nobody: its words are its own keys and values.
    private bool IsData => message.Text.AsSpan().TrimStart() is ['{', ..] or ['[', '{', ..];

    private Quoted Quote(Slot slot, int start, int length) => new(slot.Type, message.Text.Substring(start, length), start)
    {
        Rule = slot.Type is SlotType.Text ? null : ByRules(slot, start, length),
        InWhole = [.. Within(message.Text, slot).Candidates.Where(candidate => candidate.Type == slot.Type)],
        Asked = message.Asks(slot),
        Unasked = message.OpenSlot is null,
        Opens = Wording.OpensClause(message.Text, start),
    };

    // A quote cut out of its sentence must not mean something else than the sentence: "15k" out of "between 10 and 15k".
    private (Candidate? Candidate, DropReason Reason) Figure(Quoted quote)
    {
        if (quote.Rule is not { } read)
        {
            return (null, DropReason.NotOfType);
        }

        var agrees = quote.InWhole.All(candidate => !Overlaps(candidate, read) || candidate.Value.Equals(read.Value))
            && !reading.Candidates.Any(candidate => Overlaps(candidate, read) && IsOtherFigure(candidate.Type, quote.Type));
        return agrees ? (read, default) : (null, DropReason.Disagrees);
    }

    private Candidate? ByRules(Slot slot, int start, int length)
    {
        var read = Within(message.Text.Substring(start, length), slot).Candidates.FirstOrDefault(candidate => candidate.Type == slot.Type);
        return read is null ? null : read with { Start = start + read.Start };
    }

    // The rules read an answer more freely than a remark: "me" is a number of people only where one was asked for.
    private MessageReading Within(string text, Slot slot) =>
        RuleReader.Read(text, message.Context with { Requested = message.Asks(slot) ? [slot.Type] : [] });

    private static bool Overlaps(Candidate one, Candidate other) =>
        one.Start < other.Start + other.Length && other.Start < one.Start + one.Length;

    private static bool IsOtherFigure(SlotType one, SlotType other) => FamilyOf(one) is var family and > 0 && family != FamilyOf(other);

    private static int FamilyOf(SlotType type) => type switch
    {
        SlotType.Money => 1,
        SlotType.Time or SlotType.Timeframe or SlotType.Duration => 2,
        SlotType.Headcount or SlotType.Number => 3,
        SlotType.Email => 4,
        SlotType.Phone => 5,
        _ => 0,
    };
}

/// <summary>A quote that stands in the message.</summary>
/// <param name="Type">What its slot holds.</param>
/// <param name="Words">The visitor's words, verbatim.</param>
/// <param name="Start">Where they begin in the message.</param>
internal sealed record Quoted(SlotType Type, string Words, int Start)
{
    /// <summary>What the rules read in these words alone for that type, or null.</summary>
    public Candidate? Rule { get; init; }

    /// <summary>What the rules read in the whole message for that type.</summary>
    public ImmutableArray<Candidate> InWhole { get; init; } = [];

    /// <summary>True where the slot was asked for.</summary>
    public bool Asked { get; init; }

    /// <summary>True where nothing was asked.</summary>
    public bool Unasked { get; init; }

    /// <summary>True where it opens the message or a sentence, so that a capital tells nothing.</summary>
    public bool Opens { get; init; }

    /// <summary>A candidate of all its words.</summary>
    public Candidate Whole(AnswerValue value) => new(Type, value, Start, Words.Length, ProposalCheck.Reader);
}
