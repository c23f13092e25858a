using System.Text;
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
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in proof.Score.Tables)
        {
            var (rule, sign) = (table.Rule, SignOf(table));
            if (sign is not null && !first.TryAdd($"{rule.Axis} {rule.Each} {rule.Decay} {sign}", table.Index))
            {
                AddTwin(table.Index, playbook.Rules[first[$"{rule.Axis} {rule.Each} {rule.Decay} {sign}"]]);
            }
        }
    }

    // What the rule reads, and for which combinations of it the rule holds; null where there are too many, or none.
    private string? SignOf(RuleTable table)
    {
        var sign = new StringBuilder().AppendJoin(' ', table.Variables.Order()).Append(':');
        var (node, allowed, any) = (proof.NodeOf(table.Rule.When), proof.Space.Everything(), false);
        var combinations = new Combinations(proof.Space, [.. table.Variables.Order()]);
        for (var number = 0; number < combinations.Count; number++)
        {
            combinations.Tell(number, (variable, cell) => allowed[variable] = UInt128.One << cell);
            var holds = node.Of(allowed, null) == Known.True;
            any |= holds;
            sign.Append(holds ? '1' : '0');
        }

        return any ? sign.ToString() : null;
    }

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
