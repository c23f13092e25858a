using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Explaining;

/// <summary>What would have to be different for another outcome, in plain words for the seller.</summary>
public static class CounterfactualWords
{
    /// <summary>"With authority: decides alone, or with start within 92 days, it would be: book a demo."</summary>
    /// <param name="counterfactual">What was found.</param>
    /// <param name="playbook">Tells the currency.</param>
    public static string Of(Counterfactual counterfactual, Playbook playbook)
    {
        var ways = counterfactual.Flips.GroupBy(static flip => flip.To)
            .Select(flips => $"With {string.Join(", or with ", flips.Select(flip => Of(flip, playbook)))} it would be: {StageWords.Of(flips.Key)}.");
        return counterfactual.Flips.IsEmpty
            ? $"No change of up to {Counterfactual.MostChanges} answers would change the outcome{(counterfactual.IsComplete ? "" : ", as far as could be tried")}."
            : string.Join(' ', ways);
    }

    /// <summary>"budget of at least 20,000 USD a year and start within 92 days".</summary>
    public static string Of(Flip flip, Playbook playbook) => string.Join(" and ", flip.Changes.Select(change => ConditionWords.Of(change.Bound, playbook)));
}
