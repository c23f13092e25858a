using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Proving;

/// <summary>Finds disqualifiers that take all, or none that others have not taken.</summary>
internal sealed class DisqualifierProof(Proof proof)
{
    public void Find()
    {
        for (var index = 0; index < proof.Playbook.Disqualifiers.Length; index++)
        {
            var (path, disqualifier) = ($"disqualifiers/{index}", proof.Playbook.Disqualifiers[index]);
            var alone = proof.Solver.Solve(proof.Anything, proof.Holds(disqualifier.When));
            if (alone.Cells is not { } cells)
            {
                continue;
            }

            if (proof.Solver.Solve(proof.Anything, [proof.Holds(disqualifier.When), .. proof.NotDisqualified(index)]).IsImpossible)
            {
                var taker = proof.AsItStands(proof.Space.LeadOf(cells)).Reason;
                proof.Add(FindingKinds.ShadowedDisqualifier, Severity.Error, path, $"Every lead that '{disqualifier.Id}' would take is taken before it, such as by '{taker}', so its reason is never told.",
                    $"Put '{disqualifier.Id}' before '{taker}', narrow '{taker}', or remove one.",
                    proof.Example($"This lead meets '{disqualifier.Id}', but '{taker}' takes it.", cells, lead => proof.IsTrue(disqualifier.When, lead) && proof.AsItStands(lead).Reason == taker));
            }

            FindTooWide(path, disqualifier);
        }
    }

    private void FindTooWide(string path, Disqualifier disqualifier)
    {
        var read = proof.Space.Read(disqualifier.When);
        var telling = new Ground($"{path} answered", [.. proof.Space.Variables.Select((variable, index) => read.Contains(index) && !variable.IsKind ? variable.Where(static cell => cell.IsAnswer) : variable.All)]);
        var spared = proof.Solver.Solve(telling, proof.Fails(disqualifier.When));
        if (spared.IsImpossible && proof.Solver.Solve(telling, proof.Holds(disqualifier.When)).Cells is { } cells)
        {
            proof.Add(FindingKinds.AlwaysDisqualifies, Severity.Error, $"{path}/when", $"'{disqualifier.Id}' disqualifies every lead that answers {string.Join(" and ", Parts.Slots(disqualifier.When))}, whatever the answer.",
                "Name the answers that there is no fit for.", proof.Example("This lead is disqualified, as is every other.", cells, lead => proof.IsTrue(disqualifier.When, lead)));
        }
    }
}
