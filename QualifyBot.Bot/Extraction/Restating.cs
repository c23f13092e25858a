using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Extraction;

/// <summary>Whether somebody tells a fact that is known already as it is now: "we're 400 people", without a word that calls it a correction.</summary>
internal static class Restating
{
    private const int MostWordsBeside = 6;

    private static readonly SlotType[] Facts = [SlotType.Headcount, SlotType.Money, SlotType.Authority, SlotType.Title, SlotType.Company, SlotType.Email, SlotType.Phone];

    /// <summary>Whether a candidate says by itself what a slot holds now.</summary>
    /// <param name="lead">What is known.</param>
    /// <param name="slot">The slot that it would fill anew; null = none.</param>
    /// <param name="candidate">What was read.</param>
    /// <param name="reading">All that was read.</param>
    /// <param name="message">The message.</param>
    public static bool Is(Lead lead, string? slot, Candidate candidate, MessageReading reading, string message) =>
        slot is not null && !message.Contains('?', StringComparison.Ordinal)
        && (ProblemAfterNone(lead, slot, candidate) || (IsFact(candidate) && reading.Candidates.All(other => IsFact(other) || Overlap(other, candidate)) && WordsBeside(reading, message) <= MostWordsBeside));

    private static bool IsFact(Candidate candidate) => Facts.Contains(candidate.Type);

    private static bool Overlap(Candidate one, Candidate other) => one.Start < other.Start + other.Length && one.Start + one.Length > other.Start;

    // Who said that nothing is wrong, and now says what is.
    private static bool ProblemAfterNone(Lead lead, string slot, Candidate candidate) =>
        candidate.Value is AnswerValue.Need { Present: true } && lead.Find(slot) is { Value: AnswerValue.Need { Present: false } };

    // The words that tell none of the facts.
    private static int WordsBeside(MessageReading reading, string message)
    {
        var rest = message.ToCharArray();
        foreach (var fact in reading.Candidates.Where(IsFact))
        {
            rest.AsSpan(fact.Start, fact.Length).Fill(' ');
        }

        return new string(rest).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(static word => word.Any(char.IsLetterOrDigit));
    }
}
