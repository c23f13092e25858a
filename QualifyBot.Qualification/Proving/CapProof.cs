using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Explaining;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Proving;

/// <summary>Finds caps that cut a rule's points away, and caps that never cut.</summary>
internal sealed class CapProof(Proof proof)
{
    public void Find()
    {
        var positive = proof.Score.Tables.Where(table => table.Rule.Points > 0 && proof.Playbook.CapOf(table.Index) is not null);
        foreach (var group in positive.GroupBy(table => proof.Playbook.CapOf(table.Index)!.Value))
        {
            var tables = group.ToList();
            for (var index = 0; index < tables.Count; index++)
            {
                FindCut(proof.Playbook.Caps[group.Key], tables[index], [.. tables.Take(index)]);
            }

            FindLoose(group.Key);
        }
    }

    // What is not known earns nothing, so the group's other rules take least where only this rule's answers are there.
    private void FindCut(GroupCap cap, RuleTable table, List<RuleTable> earlier)
    {
        (int Got, int Worth, int[] Cells)? best = null;
        var (combinations, cells) = (new Combinations(proof.Space, table.Variables), new int[proof.Space.Variables.Length]);
        for (var number = 0; number < combinations.Count; number++)
        {
            combinations.Tell(number, (variable, cell) => cells[variable] = cell);
            var worth = table.WorthOf(cells);
            if (worth <= 0)
            {
                continue;
            }

            var got = Math.Clamp(cap.Most - earlier.Sum(other => other.WorthOf(cells)), 0, worth);
            best = best is not { } known || worth - got < known.Worth - known.Got ? (got, worth, [.. cells]) : best;
            if (got == worth)
            {
                return;
            }
        }

        if (best is var (most, full, where))
        {
            AddCut(cap, table, earlier, most, full, proof.Space.LeadOf(where));
        }
    }

    private void AddCut(GroupCap cap, RuleTable table, List<RuleTable> earlier, int most, int full, Lead lead)
    {
        var (path, rule) = ($"rules/{table.Index}", table.Rule);
        var before = string.Join(", ", earlier.Where(other => proof.IsTrue(other.Rule.When, lead)).Select(static other => $"'{other.Rule.Id}'"));
        var example = new ExampleLead($"Even this lead gets {Figures.Signed(most)} of {Figures.Signed(full)} by '{rule.Id}'.", lead);
        var cause = before.Length == 0 ? "" : $", which {before} used before it";
        if (most == 0)
        {
            proof.Add(FindingKinds.CappedOut, Severity.Error, path, $"The rule '{rule.Id}' never earns a point: the group '{cap.Group}' is capped at {Figures.Of(cap.Most)}{cause}.", $"Raise the cap of '{cap.Group}', or move the rule out of the group.", example);
        }
        else
        {
            proof.Add(FindingKinds.CappedShort, Severity.Warning, path, $"The rule '{rule.Id}' never earns all of its {Figures.Of(full)} points: the group '{cap.Group}' is capped at {Figures.Of(cap.Most)}{cause}.", $"Raise the cap of '{cap.Group}', or lower the rule's points.", example);
        }
    }

    private void FindLoose(int index)
    {
        var cap = proof.Playbook.Caps[index];
        if (proof.Score.MostUnder(index) is { } most && most < cap.Most)
        {
            proof.Add(FindingKinds.LooseCap, Severity.Warning, $"caps/{index}", $"The cap of '{cap.Group}' is {Figures.Of(cap.Most)}, but its rules earn at most {Figures.Of(most)} together, so it never cuts.", $"Lower it to {Figures.Of(most)} or below, or remove it.");
        }
    }
}
