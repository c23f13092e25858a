using System.Collections.Immutable;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Proving;

/// <summary>Bounds that points do not exceed.</summary>
internal sealed class Bounds(Playbook playbook, Compiler compiler)
{
    /// <summary>Bounds of what a block earns outside of groups: exact where all of it is listed.</summary>
    public Region Of(Block block, Sums sums, UInt128[] allowed) => block.IsListed ? sums.Bounds : Loose(block, allowed);

    /// <summary>Bounds of what components earn together.</summary>
    public static Region OfAll(ImmutableArray<Component> components, ImmutableArray<ImmutableArray<Region>> blocks)
    {
        var (fitLow, fitHigh, intentLow, intentHigh) = (0, 0, 0, 0);
        foreach (var part in blocks.SelectMany(static one => one))
        {
            (fitLow, fitHigh) = (fitLow + part.FitLow, fitHigh + part.FitHigh);
            (intentLow, intentHigh) = (intentLow + part.IntentLow, intentHigh + part.IntentHigh);
        }

        foreach (var (most, axis) in components.SelectMany(static component => component.Caps))
        {
            (fitHigh, intentHigh) = axis == Axis.Fit ? (fitHigh + most, intentHigh) : (fitHigh, intentHigh + most);
        }

        return new Region(fitLow, fitHigh, intentLow, intentHigh, fitLow + intentLow, fitHigh + intentHigh);
    }

    // Each rule may count or not, whatever the others do.
    private Region Loose(Block block, UInt128[] allowed)
    {
        var (fitLow, fitHigh, intentLow, intentHigh) = (0, 0, 0, 0);
        foreach (var rule in block.Rules.Select(static table => table.Rule).Where(rule => (compiler.Of(rule.When).Of(allowed, null) & Known.True) != Known.Nothing))
        {
            var most = rule.Points * rule.Each * Math.Max(100, rule.Points > 0 ? playbook.Weights.Evidenced : 0) / 100;
            var (low, high) = (Math.Min(0, most), Math.Max(0, most));
            (fitLow, fitHigh) = rule.Axis == Axis.Fit ? (fitLow + low, fitHigh + high) : (fitLow, fitHigh);
            (intentLow, intentHigh) = rule.Axis == Axis.Intent ? (intentLow + low, intentHigh + high) : (intentLow, intentHigh);
        }

        return Region.Whole with { FitLow = fitLow, FitHigh = fitHigh, IntentLow = intentLow, IntentHigh = intentHigh };
    }
}
