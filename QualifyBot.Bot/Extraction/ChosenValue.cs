using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Extraction;

/// <summary>
/// Values that a model chooses from the closed lists of the schema. They count for the slot that was asked for, a need also where nothing was asked; and
/// where the rules read the quote, or its message, they must agree.
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
        if ((kind is null && choice is not (OtherNeed or NoNeed)) || quote.Words.Count(char.IsLetter) < FewestLetters || !(quote.Asked || (quote.Unasked && present)))
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
        return Chosen(quote, chosen is { } part ? new AnswerValue.Authority(part, []) : null, read => read is not AnswerValue.Authority other || other.Class == chosen || other.Class is AuthorityClass.Unclear);
    }

    /// <summary>Yes, no or unsure.</summary>
    public static (Candidate? Candidate, DropReason Reason) YesNo(Quoted quote, string? choice)
    {
        var chosen = YesNos.Where(one => string.Equals(one.Name, choice, StringComparison.Ordinal)).Select(one => (YesNoClass?)one.Class).FirstOrDefault();
        return Chosen(quote, chosen is { } answer ? new AnswerValue.YesNo(answer) : null, read => read is not AnswerValue.YesNo other || other.Class == chosen);
    }

    // When asked, the rules take any sentence for a need; only what they know as one stands against a model that reads none.
    private static bool IsStated(Quoted quote) => quote.Rule?.Rule is not "need.answer";

    // A quote cut out of its sentence must not mean something else than the sentence: "I approve" out of "I approve nothing".
    private static (Candidate? Candidate, DropReason Reason) Chosen(Quoted quote, AnswerValue? value, Func<AnswerValue, bool> agrees) =>
        value is null || !quote.Asked || !quote.Words.Any(char.IsLetter) ? (null, DropReason.OutOfBounds)
        : quote.InWhole.All(candidate => agrees(candidate.Value)) && (quote.Rule is null || agrees(quote.Rule.Value)) ? (quote.Whole(value), default)
        : (null, DropReason.Disagrees);
}
