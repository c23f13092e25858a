using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Statements;

/// <summary>A refusal to answer fills money and timeline, whose values know it.</summary>
internal static class Refusals
{
    public static void Run(Sentence s, List<Act> acts, List<Candidate> found)
    {
        if (!acts.Contains(Act.DeclineToAnswer) || s.Count == 0)
        {
            return;
        }

        var length = s.EndBefore(s.Count) - s.StartOf(0);
        var requested = s.Context.Requested;
        if (requested.Contains(SlotType.Money) && Replace(found, SlotType.Money))
        {
            found.Add(new Candidate(SlotType.Money, new AnswerValue.Money(MoneyStatus.Declined), s.StartOf(0), length, "money.declined"));
        }

        if (requested.Contains(SlotType.Timeframe) && Replace(found, SlotType.Timeframe))
        {
            found.Add(new Candidate(SlotType.Timeframe, new AnswerValue.Timeframe(TimeframeClass.Declined), s.StartOf(0), length, "timeframe.declined"));
        }
    }

    // An amount or a date stands although something else was declined.
    private static bool Replace(List<Candidate> found, SlotType type)
    {
        var index = found.FindIndex(candidate => candidate.Type == type);
        var kept = index >= 0 && found[index].Value is AnswerValue.Money { Status: MoneyStatus.Amount } or AnswerValue.Timeframe { Class: TimeframeClass.Dated };
        if (index >= 0 && !kept)
        {
            found.RemoveAt(index);
        }

        return !kept;
    }
}
