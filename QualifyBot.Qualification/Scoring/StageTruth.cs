using System.Collections.Immutable;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Scoring;

/// <summary>Which stages a lead has, or may come to have.</summary>
internal static class StageTruth
{
    /// <summary>The stage of a total of points, product signals included.</summary>
    public static Stage Of(int total, in Facts facts)
    {
        var stage = facts.Playbook.Stages.Of(total);
        return stage < Stage.Pql && facts.Playbook.ProductQualified is { } product && Truth.Is(product, true, facts) ? Stage.Pql : stage;
    }

    /// <summary>Whether it is <paramref name="wanted"/> that the stage is one of these; unknown is neither.</summary>
    public static bool Is(ImmutableArray<Stage> stages, bool wanted, in Facts facts)
    {
        var (low, high) = facts.Points.On(null);
        var product = facts.Playbook.ProductQualified;
        var mayBeProduct = product is not null && Truth.Is(product, true, facts.View == View.Now ? facts : facts with { View = View.Possible });
        var isProduct = product is not null && Truth.Is(product, true, facts.View == View.Now ? facts : facts with { View = View.Sure });
        var (all, some) = (true, false);
        for (var stage = facts.Playbook.Stages.Of(low); stage <= facts.Playbook.Stages.Of(high); stage++)
        {
            var below = stage < Stage.Pql;
            var asItIs = stages.Contains(stage) == wanted;
            var asProduct = stages.Contains(Stage.Pql) == wanted;
            if (stage == Stage.Pql)
            {
                continue;
            }

            all &= (asItIs || (below && isProduct)) && (asProduct || !(below && mayBeProduct));
            some |= (asItIs && !(below && isProduct)) || (asProduct && below && mayBeProduct);
        }

        return facts.View == View.Possible ? some : all;
    }
}
