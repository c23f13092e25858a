using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Scoring;

/// <summary>Which stage a lead has.</summary>
internal static class StageTruth
{
    /// <summary>The stage of a total of points, product signals included.</summary>
    public static Stage Of(int total, in Facts facts)
    {
        var stage = facts.Playbook.Stages.Of(total);
        return stage < Stage.Pql && facts.Playbook.ProductQualified is { } product && Truth.Is(product, true, facts) ? Stage.Pql : stage;
    }
}
