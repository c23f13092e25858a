using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Extraction;

/// <summary>How much a matter presses, as the answer to a question for yes or no: "top of my list", "eher nebenbei".</summary>
internal static class Pressing
{
    // "I'd have to ask my boss first" says nothing of it.
    private const int MostWords = 6;

    /// <summary>The yes, no or unsure in a short message that has no plainer one; null where it tells nothing of how much it presses.</summary>
    public static Candidate? Of(MessageReading reading, string text) =>
        reading.Candidates.Any(static candidate => candidate.Type is SlotType.YesNo) || text.AsSpan().Trim().Count(' ') >= MostWords ? null
        : reading.Candidates.FirstOrDefault(static candidate => candidate.Type is SlotType.Priority) is { Value: AnswerValue.Text { Value: var level } } read
            ? read with { Type = SlotType.YesNo, Value = new AnswerValue.YesNo(level switch { "top" or "high" => YesNoClass.Yes, "medium" => YesNoClass.Unsure, _ => YesNoClass.No }) }
            : null;
}
