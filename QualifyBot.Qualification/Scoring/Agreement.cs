using QualifyBot.Qualification.Answers;

namespace QualifyBot.Qualification.Scoring;

/// <summary>Whether two values of one slot say the same: ranges that overlap do, words whatever the case of their letters.</summary>
internal static class Agreement
{
    public static bool Of(AnswerValue said, AnswerValue told) => (said, told) switch
    {
        (AnswerValue.Money a, AnswerValue.Money b) => a.Status == b.Status && SameOrUnknown(a.Currency, b.Currency) && Overlap(a.Min, a.Max, b.Min, b.Max),
        (AnswerValue.Headcount a, AnswerValue.Headcount b) => Overlap(a.Min, a.Max, b.Min, b.Max),
        (AnswerValue.Number a, AnswerValue.Number b) => Overlap(a.Min, a.Max, b.Min, b.Max),
        (AnswerValue.Timeframe a, AnswerValue.Timeframe b) => a.Class == b.Class && Overlap(a.From?.DayNumber, a.To?.DayNumber - 1, b.From?.DayNumber, b.To?.DayNumber - 1),
        (AnswerValue.Authority a, AnswerValue.Authority b) => a.Class == b.Class,
        (AnswerValue.Title a, AnswerValue.Title b) => a.Level == b.Level,
        (AnswerValue.Need a, AnswerValue.Need b) => a.Present == b.Present && SameOrUnknown(a.Category, b.Category),
        (AnswerValue.Text a, AnswerValue.Text b) => a.Value.AsSpan().Trim().Equals(b.Value.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase),
        _ => said == told,
    };

    private static bool SameOrUnknown(string? one, string? other) => one is null || other is null || string.Equals(one, other, StringComparison.Ordinal);

    private static bool Overlap(decimal? least, decimal? most, decimal? otherLeast, decimal? otherMost) =>
        !(most < otherLeast) && !(otherMost < least);
}
