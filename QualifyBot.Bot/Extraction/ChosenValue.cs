using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Extraction;

/// <summary>
/// Values that a model chooses from the closed lists of the schema. Where the rules read the quote they must agree; where they do not, a choice
/// counts for the slot that was asked for, and unasked only as a kind of need.
/// </summary>
internal static class ChosenValue
{
    /// <summary>The choice for a need of which the playbook knows no kind.</summary>
    public const string OtherNeed = "other";

    /// <summary>The choice for a visitor who says that there is no need.</summary>
    public const string NoNeed = "no_need";

    private const int FewestLetters = 3;

    /// <summary>The choices for authority.</summary>
    public static readonly ImmutableArray<(string Name, AuthorityClass Class)> Parts =
    [
        ("sole", AuthorityClass.Sole), ("joint", AuthorityClass.Joint), ("needs_approval", AuthorityClass.NeedsApproval),
        ("influencer", AuthorityClass.Influencer), ("none", AuthorityClass.None),
    ];

    /// <summary>The choices for yes and no.</summary>
    public static readonly ImmutableArray<(string Name, YesNoClass Class)> YesNos =
        [("yes", YesNoClass.Yes), ("no", YesNoClass.No), ("unsure", YesNoClass.Unsure)];

    /// <summary>A need, of a kind that the playbook knows or of none.</summary>
    public static (Candidate? Candidate, DropReason Reason) Need(Quoted quote, string? choice, ImmutableArray<NeedCategory> kinds)
    {
        var present = choice is not NoNeed;
        var kind = kinds.FirstOrDefault(kind => string.Equals(kind.Id, choice, StringComparison.Ordinal))?.Id;
        if ((kind is null && choice is not (OtherNeed or NoNeed)) || quote.Words.Count(char.IsLetter) < FewestLetters || (!present && !quote.Asked))
        {
            return (null, DropReason.OutOfBounds);
        }

        return quote.Rule?.Value switch
        {
            AnswerValue.Need read when read.Present != present && (!read.Present || IsStated(quote)) => (null, DropReason.Disagrees),
            AnswerValue.Need { Category: { } known } => (quote.Whole(new AnswerValue.Need(present, present ? known : null, quote.Words)), default),
            _ => (quote.Whole(new AnswerValue.Need(present, kind, quote.Words)), default),
        };
    }

    /// <summary>A part in the decision.</summary>
    public static (Candidate? Candidate, DropReason Reason) Authority(Quoted quote, string? choice)
    {
        var chosen = Parts.Where(part => string.Equals(part.Name, choice, StringComparison.Ordinal)).Select(part => (AuthorityClass?)part.Class).FirstOrDefault();
        return quote.Rule?.Value is AnswerValue.Authority { Class: not AuthorityClass.Unclear } read
            ? Agreed(quote.Rule, read.Class == chosen)
            : Chosen(quote, chosen is { } part ? new AnswerValue.Authority(part, []) : null);
    }

    /// <summary>Yes, no or unsure.</summary>
    public static (Candidate? Candidate, DropReason Reason) YesNo(Quoted quote, string? choice)
    {
        var chosen = YesNos.Where(one => string.Equals(one.Name, choice, StringComparison.Ordinal)).Select(one => (YesNoClass?)one.Class).FirstOrDefault();
        return quote.Rule?.Value is AnswerValue.YesNo read
            ? Agreed(quote.Rule, read.Class == chosen)
            : Chosen(quote, chosen is { } answer ? new AnswerValue.YesNo(answer) : null);
    }

    // When asked, the rules take any sentence for a need; only what they know as one stands against a model that reads none.
    private static bool IsStated(Quoted quote) => quote.Rule?.Rule is not "need.answer";

    private static (Candidate? Candidate, DropReason Reason) Agreed(Candidate read, bool agrees) =>
        agrees ? (read, default) : (null, DropReason.Disagrees);

    private static (Candidate? Candidate, DropReason Reason) Chosen(Quoted quote, AnswerValue? value) =>
        value is not null && quote.Asked && quote.Words.Any(char.IsLetter) ? (quote.Whole(value), default) : (null, DropReason.OutOfBounds);
}
