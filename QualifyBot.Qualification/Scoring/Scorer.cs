using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Scoring;

/// <summary>Scores leads: a pure function of its arguments.</summary>
public static class Scorer
{
    /// <summary>What the lead's answers earn on this day.</summary>
    public static Score Score(Lead lead, Playbook playbook, DateOnly today) =>
        new(0, 0, playbook.Grid.Of(0, 0), playbook.Stages.Of(0), playbook.Grid.TemperatureOf(0), []);
}
