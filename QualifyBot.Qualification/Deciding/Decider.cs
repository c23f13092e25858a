using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Qualification.Deciding;

/// <summary>Decides the next step: a pure function of the lead, the playbook and the day, never of the talk's history.</summary>
public static class Decider
{
    /// <summary>The next question, or the decision where nothing is left to ask.</summary>
    public static NextStep Next(Lead lead, Playbook playbook, DateOnly today)
    {
        foreach (var question in playbook.Questions)
        {
            if (lead.Find(question.Slot.Id) is null)
            {
                return new NextStep.Ask(question);
            }
        }

        var score = Scorer.Score(lead, playbook, today);
        return new NextStep.Conclude(new Decision(Outcome.Nurture, score.Stage, score, "default", ""));
    }
}
