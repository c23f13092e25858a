using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Calls;

/// <summary>Sums as they are spoken of in calls: "keep it under forty" counts in thousands.</summary>
internal static class Sums
{
    /// <summary>What bare figures count in.</summary>
    public const int Thousand = 1000;

    private const int LeastInThousands = 10;

    /// <summary>A bare figure below a thousand, no sum a month or a seat, in thousands; all else as it is.</summary>
    public static Candidate InThousands(Candidate candidate, ReadOnlySpan<char> words, CallCues cues) =>
        candidate.Value is AnswerValue.Money { Status: MoneyStatus.Amount, Period: null or Period.Year or Period.Once } money
        && (money.Max ?? money.Min) < Thousand && (money.Min ?? money.Max) >= LeastInThousands && IsBare(words, cues)
            ? candidate with { Value = money with { Min = money.Min * Thousand, Max = money.Max * Thousand } }
            : candidate;

    /// <summary>Whether neither a sign nor a word says what the figure counts in.</summary>
    public static bool IsBare(ReadOnlySpan<char> words, CallCues cues) => !words.ContainsAny("$€£¥") && !cues.Holds("unit", words);
}
