using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Extraction;

/// <summary>
/// What is said anew and otherwise without being called a correction: "we are 900 people" after "9". It counts where the message says little else, so
/// that figures of something else change nothing.
/// </summary>
internal static class Restated
{
    private const int MostOtherWords = 5;

    /// <summary>Whether a candidate tells anew what the only slot of its kind holds.</summary>
    /// <param name="lead">What is known.</param>
    /// <param name="slots">The slots of the candidate's type that the message has not filled.</param>
    /// <param name="candidate">What was read.</param>
    /// <param name="text">The message.</param>
    /// <param name="isAsking">True where a slot was asked for; a time that is told without may be meant for the demo.</param>
    public static bool Is(Lead lead, Slot[] slots, Candidate candidate, string text, bool isAsking) =>
        slots is [var slot] && lead.Find(slot.Id) is { Value: var known } && !text.Contains('?', StringComparison.Ordinal) && candidate.Value switch
        {
            AnswerValue.Need { Present: true } => known is AnswerValue.Need { Present: false },
            AnswerValue.Headcount or AnswerValue.Money { Status: MoneyStatus.Amount or MoneyStatus.None } or AnswerValue.Authority { Class: not AuthorityClass.Unclear } => SaysLittleElse(candidate, text),
            AnswerValue.Timeframe { Class: TimeframeClass.Dated or TimeframeClass.Asap } => isAsking && SaysLittleElse(candidate, text),
            _ => false,
        };

    /// <summary>Whether a message is about a demo, as "Thursday for 3 people" is.</summary>
    public static bool IsOfDemo(MessageReading reading) => reading.Candidates.Any(static candidate => candidate.Value is AnswerValue.Time);

    private static bool SaysLittleElse(Candidate candidate, string text) =>
        WordsIn(text.AsSpan(0, candidate.Start)) + WordsIn(text.AsSpan(candidate.Start + candidate.Length)) <= MostOtherWords;

    private static int WordsIn(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            count += char.IsLetterOrDigit(text[i]) && (i == 0 || text[i - 1] == ' ') ? 1 : 0;
        }

        return count;
    }
}
