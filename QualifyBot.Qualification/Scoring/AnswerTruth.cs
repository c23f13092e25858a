using System.Diagnostics;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Scoring;

/// <summary>What one answer says about a condition: true, false, or null where it says nothing.</summary>
internal static class AnswerTruth
{
    public static bool? Of(Condition.OnSlot condition, in Facts facts)
    {
        var value = facts.ValueOf(condition.Slot);
        return condition switch
        {
            Condition.Answered(_, var expected) => (value is not null && ReasonWithheld(value) is null) == expected,
            Condition.Withheld => value is null ? null : ReasonWithheld(value) is not null,
            Condition.MoneyWithin(_, var least, var below) => Within(Measure.YearlyAmount(value, facts.Playbook), least, below),
            Condition.MoneyIs(_, var statuses) => StatusOf(value) is { } status ? statuses.Contains(status) : null,
            Condition.StartsWithin(_, var days) => Measure.DaysToStart(value, facts.Today) is { } start ? start <= days : null,
            Condition.TimeframeIs(_, var classes) => TimeframeOf(value) is { } timeframe ? classes.Contains(timeframe) : null,
            Condition.AuthorityIs(_, var classes) => AuthorityOf(value) is { } authority ? classes.Contains(authority) : null,
            Condition.NeedPresent(_, var expected) => value is AnswerValue.Need need ? need.Present == expected : null,
            Condition.NeedIn(_, var categories) => value is AnswerValue.Need need
                ? need is { Present: true, Category: { } category } && categories.Contains(category, StringComparer.Ordinal)
                : null,
            Condition.CountWithin(_, var least, var below) => Within(Measure.Count(value), least, below),
            Condition.TitleAtLeast(_, var level) => value is AnswerValue.Title title ? title.Level >= level : null,
            Condition.YesNoIs(_, var classes) => YesNoOf(value) is { } answer ? classes.Contains(answer) : null,
            Condition.TextIn(_, var values) => Words.Of(value) is { } text ? Words.AreOneOf(text, values) : null,
            Condition.HasWord(_, var words) => Words.Of(value) is { } text ? Words.HoldOneOf(text, words) : null,
            Condition.FreeMail(_, var expected) => Words.Of(value) is { } address ? FreeMailDomains.Host(address) == expected : null,
            _ => throw new UnreachableException(),
        };
    }

    private static bool? Within(decimal? amount, decimal? least, decimal? below) =>
        amount is null ? null : (least is null || amount >= least) && (below is null || amount < below);

    private static WithheldReason? ReasonWithheld(AnswerValue value) => value switch
    {
        AnswerValue.Withheld(var reason) => reason,
        AnswerValue.Money { Status: MoneyStatus.Declined } or AnswerValue.Timeframe { Class: TimeframeClass.Declined } => WithheldReason.Declined,
        _ => null,
    };

    private static MoneyStatus? StatusOf(AnswerValue? value) => value switch
    {
        AnswerValue.Money money => money.Status,
        AnswerValue.Withheld(WithheldReason.Declined) => MoneyStatus.Declined,
        AnswerValue.Withheld(WithheldReason.Unknown) => MoneyStatus.Undecided,
        _ => null,
    };

    private static TimeframeClass? TimeframeOf(AnswerValue? value) => value switch
    {
        AnswerValue.Timeframe timeframe => timeframe.Class,
        AnswerValue.Withheld(WithheldReason.Declined) => TimeframeClass.Declined,
        AnswerValue.Withheld(WithheldReason.Unknown) => TimeframeClass.Unknown,
        _ => null,
    };

    private static AuthorityClass? AuthorityOf(AnswerValue? value) => value switch
    {
        AnswerValue.Authority authority => authority.Class,
        AnswerValue.Withheld(WithheldReason.Unknown) => AuthorityClass.Unclear,
        _ => null,
    };

    private static YesNoClass? YesNoOf(AnswerValue? value) => value switch
    {
        AnswerValue.YesNo answer => answer.Class,
        AnswerValue.Withheld(WithheldReason.Unknown) => YesNoClass.Unsure,
        _ => null,
    };
}
