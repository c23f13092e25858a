using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Extraction;

/// <summary>What an answer settles of the question that it is for.</summary>
internal static class Settling
{
    // "No", "nein", "não"; "none" says that there is none.
    private const int LongestNo = 3;

    /// <summary>Why no answer will come, where that is what the words say. "None" and "no preference" answer a question for free words: there is nothing to tell.</summary>
    public static WithheldReason? WithheldBy(ImmutableArray<Act> acts, SlotType type) =>
        acts.Contains(Act.DeclineToAnswer) ? WithheldReason.Declined
        : (acts.Contains(Act.Unsure) && !acts.Contains(Act.Wait)) || (type == SlotType.Text && (acts.Contains(Act.No) || acts.Contains(Act.NoPreference))) ? WithheldReason.Unknown
        : null;

    /// <summary>Whether a value says that it will not be told.</summary>
    public static bool IsRefused(AnswerValue value) =>
        value is AnswerValue.Money { Status: MoneyStatus.Declined } or AnswerValue.Timeframe { Class: TimeframeClass.Declined };

    /// <summary>Whether an answer leaves its question open, so that a plain one takes its place without being called a correction.</summary>
    public static bool LeavesOpen(AnswerValue value) =>
        IsLittle(value) || value is AnswerValue.Money { Status: MoneyStatus.Undecided } or AnswerValue.Timeframe { Class: TimeframeClass.Unknown };

    /// <summary>Whether a value is so vague that asking once more is worth it.</summary>
    public static bool IsLittle(AnswerValue value) =>
        value is AnswerValue.Money { Status: MoneyStatus.Vague } or AnswerValue.Authority { Class: AuthorityClass.Unclear };

    /// <summary>Whether a message is a bare "no" to "which problem?": it may refuse the question as well as any problem.</summary>
    public static bool IsBareNo(Candidate candidate, string message) =>
        candidate is { Value: AnswerValue.Need { Present: false }, Length: <= LongestNo } && message.AsSpan().Trim().TrimEnd(".!").Length == candidate.Length;
}
