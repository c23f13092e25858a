using System.Runtime.InteropServices;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Scoring;

/// <summary>What a condition may read.</summary>
/// <param name="Lead">The lead.</param>
/// <param name="Playbook">Its playbook.</param>
/// <param name="Today">The day.</param>
/// <param name="Points">Its points, where conditions read them.</param>
internal readonly record struct Facts(Lead Lead, Playbook Playbook, DateOnly Today, Points Points = default)
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
}

/// <summary>Points on each axis.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Points(int Fit, int Intent)
{
    public static Points Of(Score score) => new(score.Fit, score.Intent);

    public int On(Axis? axis) => axis switch
    {
        Axis.Fit => Fit,
        Axis.Intent => Intent,
        _ => Fit + Intent,
    };
}
