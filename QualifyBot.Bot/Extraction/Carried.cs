using QualifyBot.Qualification.Answers;

namespace QualifyBot.Bot.Extraction;

/// <summary>What a corrected amount leaves unsaid is as it was: "make that 20k" after "40,000 euros a year" means euros a year.</summary>
internal static class Carried
{
    // "k" and "m" belong to the figure; a longer word names a currency or a unit.
    private const int LettersOfFigure = 1;
    private const string CurrencySigns = "$€£¥₹";

    /// <summary>The new answer, with the currency and the period of the old amount where its words name none.</summary>
    public static Answer Over(AnswerValue? old, Answer answer) =>
        old is AnswerValue.Money { Status: MoneyStatus.Amount } before && answer.Value is AnswerValue.Money { Status: MoneyStatus.Amount } now && IsBare(answer.Evidence.Quote)
            ? answer with { Value = now with { Currency = before.Currency ?? now.Currency, Period = now.Period ?? before.Period } }
            : answer;

    private static bool IsBare(string quote) =>
        !quote.AsSpan().ContainsAny(CurrencySigns) && quote.Split(' ').All(static word => word.Count(char.IsLetter) <= LettersOfFigure);
}
