using QualifyBot.Qualification.Explaining;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Proving;

/// <summary>Finds rules that stand twice, contradict each other, or whose points come to nothing.</summary>
internal sealed class RuleProof(Proof proof)
{
    private readonly Playbook playbook = proof.Playbook;

    public void Find()
    {
        FindTwins();
        for (var index = 0; index < playbook.Rules.Length; index++)
        {
            FindPointless(index);
        }
    }

    private void FindTwins()
    {
        var alike = playbook.Rules.Index().GroupBy(rule => (rule.Item.Axis, Read: string.Join(' ', Parts.Slots(rule.Item.When).Concat(Parts.Kinds(rule.Item.When)).Order(StringComparer.Ordinal))));
        foreach (var group in alike.Select(static group => group.ToList()).Where(static group => group.Count > 1))
        {
            for (var later = 1; later < group.Count; later++)
            {
                var twin = group.Take(later).FirstOrDefault(earlier => AreTwins(earlier.Item, group[later].Item));
                if (twin.Item is not null)
                {
                    AddTwin(group[later].Index, twin.Item);
                }
            }
        }
    }

    private bool AreTwins(ScoreRule one, ScoreRule other) =>
        one.Each == other.Each && one.Decay == other.Decay && Implies(one.When, other.When) && Implies(other.When, one.When) && !Never(one.When);

    private bool Implies(Condition one, Condition other) => proof.Solver.Solve(proof.Anything, proof.Holds(one), proof.Fails(other)).IsImpossible;

    private bool Never(Condition condition) => proof.Solver.Solve(proof.Anything, proof.Holds(condition)).IsImpossible;

    private void AddTwin(int index, ScoreRule earlier)
    {
        var rule = playbook.Rules[index];
        var contradicts = Math.Sign(rule.Points) != Math.Sign(earlier.Points);
        var cells = proof.Solver.Solve(proof.Anything, proof.Holds(rule.When)).Cells!;
        var example = proof.Example($"This lead gets {Figures.Signed(earlier.Points)} by '{earlier.Id}' and {Figures.Signed(rule.Points)} by '{rule.Id}'.", cells, lead => proof.IsTrue(rule.When, lead));
        if (contradicts)
        {
            proof.Add(FindingKinds.ContradictoryRules, Severity.Error, $"rules/{index}", $"The rule '{rule.Id}' takes points from the very leads to which '{earlier.Id}' gives some: {ConditionWords.Of(rule.When, playbook)}.",
                "Change the condition of one, or the sign of its points, or remove one.", example);
        }
        else
        {
            proof.Add(FindingKinds.DuplicateRule, Severity.Error, $"rules/{index}", $"The rule '{rule.Id}' holds for the very leads for which '{earlier.Id}' does: {ConditionWords.Of(rule.When, playbook)}.",
                "Change the condition of one, or remove one and give its points to the other.", example);
        }
    }

    private void FindPointless(int index)
    {
        var rule = playbook.Rules[index];
        if (rule.Points < 0 || playbook.Disqualifiers.IsEmpty || Never(rule.When)
            || !proof.Solver.Solve(proof.Anything, [proof.Holds(rule.When), .. proof.NotDisqualified()]).IsImpossible)
        {
            return;
        }

        var cells = proof.Solver.Solve(proof.Anything, proof.Holds(rule.When)).Cells!;
        var taker = proof.AsItStands(proof.Space.LeadOf(cells)).Reason;
        proof.Add(FindingKinds.PointlessRule, Severity.Error, $"rules/{index}", $"Every lead that earns the points of '{rule.Id}' is disqualified, so they never count.",
            $"Change the condition of the rule, or narrow the disqualifier '{taker}'.",
            proof.Example($"This lead earns {Figures.Signed(rule.Points)} by '{rule.Id}' and is disqualified by '{taker}'.", cells, lead => proof.IsTrue(rule.When, lead)));
    }
}
