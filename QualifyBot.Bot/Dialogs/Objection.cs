using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Dialogs;

/// <summary>
/// "No, the budget is 20k" to an offer or to a question for consent: the "no" puts right what is known, and says nothing of the offer.
/// </summary>
internal static class Objection
{
    // "No", "nein", "não": longer words of refusal are one.
    private const int LongestNo = 4;

    private static readonly SlotType[] Facts = [SlotType.Money, SlotType.Headcount, SlotType.Authority, SlotType.Title, SlotType.Company, SlotType.Email];

    /// <summary>The reading, with the facts behind a bare "no" as corrections of those that are known.</summary>
    public static MessageReading Of(Talk talk, MessageReading reading)
    {
        if (talk.Conversation.Open is not { Slot: null, Requested: [SlotType.YesNo, ..] } || !reading.Corrections.IsEmpty || !OpensWithNo(talk, reading))
        {
            return reading;
        }

        var corrections = reading.Candidates.Where(candidate => Facts.Contains(candidate.Type) && talk.Playbook.Slots.Any(slot => slot.Type == candidate.Type && talk.Lead.Known.Find(slot.Id) is { } known && !known.Value.Equals(candidate.Value)))
            .DistinctBy(static candidate => candidate.Type)
            .Select(candidate => new Correction(candidate.Type, null, talk.Words.Substring(candidate.Start, candidate.Length), candidate.Start, candidate.Length));
        return reading with { Corrections = [.. corrections] };
    }

    private static bool OpensWithNo(Talk talk, MessageReading reading) =>
        reading.Candidates.Any(candidate => candidate is { Value: AnswerValue.YesNo { Class: YesNoClass.No }, Start: 0, Length: <= LongestNo } && talk.Words.Length > candidate.Length && talk.Words[candidate.Length] is ',' or '.' or ':');
}
