using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Qualification.Explaining;

/// <summary>Something that the visitor said which spoke for or against them.</summary>
/// <param name="Criterion">Id of the criterion that it serves.</param>
/// <param name="Slot">Id of the slot that it answers.</param>
/// <param name="Type">The slot's type.</param>
/// <param name="Favours">Whether it spoke for them.</param>
/// <param name="Quote">Their own words, on one line.</param>
public sealed record VisitorReason(string Criterion, string Slot, SlotType Type, bool Favours, string Quote);

/// <summary>
/// Why it was decided so, for the visitor: what they said themselves, and whether anything else played a part. No rule, no points, and nothing
/// of what other systems know.
/// </summary>
/// <param name="Said">What weighed most, first; at most <see cref="Most"/>.</param>
/// <param name="FromElsewhere">Whether information counted that the visitor did not give here.</param>
public sealed record VisitorReasons(ImmutableArray<VisitorReason> Said, bool FromElsewhere)
{
    /// <summary>Most of the visitor's answers that are named.</summary>
    public const int Most = 4;

    private const int LongestQuote = 80;

    /// <summary>The reasons of a decision.</summary>
    public static VisitorReasons Of(Decision decision, Lead lead, Playbook playbook, DateOnly today)
    {
        var deciding = decision.Score is var score && DecisionWords.Find(decision.Reason, playbook)?.When is { } when
            ? Citations.Of(when, new Facts(lead, playbook, today, Points: Points.Of(score)))
            : [];
        // Where the talk was ended by what was said, nothing else is to be told: that the rest sounded good would be mockery.
        var spoilt = decision.Stage == Stage.Disqualified;
        var receipts = spoilt && !deciding.IsEmpty ? [] : decision.Score.Receipts;
        var said = from slot in playbook.Slots
                   let weight = WeightOf(slot.Id, receipts)
                   let decides = deciding.Any(citation => citation is Citation.Words words && string.Equals(words.Slot, slot.Id, StringComparison.Ordinal))
                   where (weight != 0 || (decides && spoilt)) && IsToldBack(slot.Type) && lead.Find(slot.Id) is { } answer && Speaks(answer.Value) && !IsContradicted(slot.Id, lead, playbook, today)
                   let favours = !(decides && spoilt) && weight > 0
                   orderby favours == (decision.Outcome is Outcome.BookDemo or Outcome.HandOff) ? 0 : 1, Math.Abs(weight) descending
                   select new VisitorReason(slot.Criterion, slot.Id, slot.Type, favours, Quoted.Line(lead.Find(slot.Id)!.Evidence.Quote, LongestQuote).Trim());
        return new VisitorReasons([.. said.Where(reason => reason.Quote.Length > 0).Take(Most)], receipts.SelectMany(receipt => receipt.Citations).Concat(deciding).Any(IsFromElsewhere));
    }

    // A rule that rests on several answers counts for each of them.
    private static int WeightOf(string slot, ImmutableArray<Receipt> receipts) => receipts
        .Where(receipt => receipt.Citations.Any(citation => citation is Citation.Words words && string.Equals(words.Slot, slot, StringComparison.Ordinal)))
        .Sum(receipt => receipt.Points + receipt.Cut);

    private static bool IsFromElsewhere(Citation citation) => citation is not Citation.Words { Standing: Standing.SelfReported };

    private static bool IsContradicted(string slot, Lead lead, Playbook playbook, DateOnly today) =>
        new Facts(lead, playbook, today).StandingOf(slot) == Standing.Contradicted;

    // To say "you told me your address, which counts for you" would help nobody.
    private static bool IsToldBack(SlotType type) => type is SlotType.Money or SlotType.Timeframe or SlotType.Authority or SlotType.Title or SlotType.YesNo
        or SlotType.Need or SlotType.Headcount or SlotType.Number or SlotType.Industry or SlotType.Geography or SlotType.Technology or SlotType.Priority;

    // What was left open spoke neither for nor against anybody.
    private static bool Speaks(AnswerValue value) => value switch
    {
        AnswerValue.Withheld => false,
        AnswerValue.Money { Status: MoneyStatus.Amount or MoneyStatus.None or MoneyStatus.Unlimited } => true,
        AnswerValue.Money => false,
        AnswerValue.Timeframe { Class: TimeframeClass.Dated or TimeframeClass.Asap or TimeframeClass.NoRush } => true,
        AnswerValue.Timeframe => false,
        AnswerValue.Authority { Class: AuthorityClass.Unclear } => false,
        AnswerValue.YesNo { Class: YesNoClass.Unsure } => false,
        _ => true,
    };
}
