using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Scoring;

/// <summary>Brings an answer down to one number. A range counts as its middle, an open range as the bound that is known.</summary>
internal static class Measure
{
    /// <summary>More than any sum of money; larger amounts count as this, so that no arithmetic overflows.</summary>
    private const decimal Most = 1_000_000_000_000_000m;

    /// <summary>Money a year in the playbook's currency, or null where it cannot be told.</summary>
    public static decimal? YearlyAmount(AnswerValue? value, Playbook playbook) => value is AnswerValue.Money money
        ? money.Status switch
        {
            MoneyStatus.None => 0,
            MoneyStatus.Unlimited => Most,
            MoneyStatus.Amount => Middle(money.Min, money.Max) is { } amount && Rate(money.Currency, playbook) is { } rate
                ? Math.Min(Math.Min(amount, Most) * TimesAYear(money.Period) * rate, Most)
                : null,
            _ => null,
        }
        : null;

    /// <summary>A headcount or number, or null where there is none.</summary>
    public static decimal? Count(AnswerValue? value) => value switch
    {
        AnswerValue.Headcount(var least, var most) => Middle(least, most),
        AnswerValue.Number(var least, var most) => Middle(least, most),
        _ => null,
    };

    /// <summary>Days from today to the start; 0 for "as soon as possible", more than any limit for "no rush", null where it cannot be told.</summary>
    public static int? DaysToStart(AnswerValue? value, DateOnly today) => value switch
    {
        AnswerValue.Timeframe { Class: TimeframeClass.Asap } => 0,
        AnswerValue.Timeframe { Class: TimeframeClass.NoRush } => int.MaxValue,
        AnswerValue.Timeframe { Class: TimeframeClass.Dated, From: var from, To: var to } => Middle(from?.DayNumber, to?.DayNumber - 1) is { } day
            ? (int)decimal.Floor(day) - today.DayNumber
            : null,
        _ => null,
    };

    private static decimal? Middle(decimal? least, decimal? most) =>
        least is { } low && most is { } high ? (low / 2) + (high / 2) : least ?? most;

    private static decimal? Rate(string? currency, Playbook playbook)
    {
        if (currency is null || string.Equals(currency, playbook.Currency, StringComparison.Ordinal))
        {
            return 1;
        }

        foreach (var rate in playbook.Rates)
        {
            if (string.Equals(rate.Currency, currency, StringComparison.Ordinal))
            {
                return rate.Value;
            }
        }

        return null;
    }

    // Days and hours are working time: a year has 260 working days of 8 hours.
    private static int TimesAYear(Period? period) => period switch
    {
        Period.Hour => 2080,
        Period.Day => 260,
        Period.Week => 52,
        Period.Month => 12,
        Period.Quarter => 4,
        _ => 1,
    };
}
