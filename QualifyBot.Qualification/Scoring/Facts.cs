using System.Runtime.InteropServices;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Scoring;

/// <summary>From where a condition is looked at.</summary>
internal enum View
{
    /// <summary>By what is known; what is not known stays so.</summary>
    Now,

    /// <summary>Whatever the questions still open may bring.</summary>
    Sure,

    /// <summary>With some answer to the questions still open.</summary>
    Possible,
}

/// <summary>What a condition may read.</summary>
internal readonly record struct Facts(Lead Lead, Playbook Playbook, DateOnly Today, View View = View.Now, PointRange Points = default)
{
    /// <summary>What counts as the value of a slot: what a signal tells, else what the visitor said.</summary>
    public AnswerValue? ValueOf(string slot) => (Lead.Signals.IsEmpty ? null : Lead.Told(slot)?.Value) ?? Lead.Find(slot)?.Value;

    /// <summary>What the value of a slot rests on; null where there is none.</summary>
    public Standing? StandingOf(string slot)
    {
        var (said, told) = (Lead.Find(slot)?.Value, Lead.Told(slot)?.Value);
        return (said, told) switch
        {
            (null, null) => null,
            (_, null) => Standing.SelfReported,
            (null or AnswerValue.Withheld, _) => Standing.Enriched,
            _ => Agreement.Of(said, told) ? Standing.Confirmed : Standing.Contradicted,
        };
    }

    /// <summary>Whether a question may still fill the slot.</summary>
    public bool IsOpen(string slot)
    {
        if (ValueOf(slot) is not null)
        {
            return false;
        }

        foreach (var question in Playbook.Questions)
        {
            if (string.Equals(question.Slot.Id, slot, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Least and most points on each axis; equal where nothing is open.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PointRange(int FitLow, int FitHigh, int IntentLow, int IntentHigh)
{
    public static PointRange Exactly(Score score) => new(score.Fit, score.Fit, score.Intent, score.Intent);

    public (int Low, int High) On(Axis? axis) => axis switch
    {
        Axis.Fit => (FitLow, FitHigh),
        Axis.Intent => (IntentLow, IntentHigh),
        _ => (FitLow + IntentLow, FitHigh + IntentHigh),
    };
}
