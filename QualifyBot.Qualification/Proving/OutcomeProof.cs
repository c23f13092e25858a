using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Explaining;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Proving;

/// <summary>Finds better answers that worsen the outcome, around leads that are known to take each route and disqualifier.</summary>
internal sealed class OutcomeProof(Proof proof, ImmutableArray<Ladder> ladders)
{
    private readonly HashSet<string> told = new(StringComparer.Ordinal);

    public void Find(IEnumerable<Lead> taken)
    {
        var read = proof.Playbook.Disqualifiers.Select(static disqualifier => disqualifier.When).Concat(proof.Playbook.Routes.Select(static route => route.When).OfType<Condition>())
            .SelectMany(static when => Parts.Slots(when)).ToHashSet(StringComparer.Ordinal);
        var rising = ladders.Where(ladder => ladder.IsBetter && read.Contains(ladder.Slot)).ToList();
        foreach (var lead in taken.Concat(proof.Playbook.Disqualifiers.SelectMany(Taken)))
        {
            rising.ForEach(ladder => FindIn(ladder, lead));
        }
    }

    private IEnumerable<Lead> Taken(Disqualifier disqualifier)
    {
        if (proof.Solver.Solve(proof.Anything, proof.Holds(disqualifier.When)).Cells is { } cells)
        {
            var lead = proof.Space.LeadOf(cells);
            yield return Proof.Slim(lead, rest => proof.IsTrue(disqualifier.When, rest));
        }
    }

    private void FindIn(Ladder ladder, Lead lead)
    {
        (Lead Lead, Decision Decision)? worse = null;
        foreach (var value in ladder.Rising)
        {
            var next = lead.With(Space.AnswerFor(ladder.Slot, value));
            var decision = proof.AsItStands(next);
            if (worse is var (before, decided) && IsWorse(decision.Outcome, decided.Outcome) && told.Add($"{ladder.Slot} {decision.Reason}"))
            {
                Add(ladder, before, decided, next, decision);
            }

            worse = (next, decision);
        }
    }

    private void Add(Ladder ladder, Lead worse, Decision decided, Lead better, Decision decision)
    {
        var disqualifier = proof.Playbook.Disqualifiers.Index().FirstOrDefault(known => known.Item.Id == decision.Reason);
        var loser = disqualifier.Item is null ? proof.Playbook.Routes.Index().First(route => route.Item.Id == decided.Reason).Index : 0;
        var path = disqualifier.Item is null ? $"routes/{loser}/when" : $"disqualifiers/{disqualifier.Index}/when";
        var (low, high) = (LeadWords.Of(ladder.Slot, worse.Find(ladder.Slot)!.Value, proof.Today), LeadWords.Of(ladder.Slot, better.Find(ladder.Slot)!.Value, proof.Today));
        proof.Add(FindingKinds.WorseOutcome, Severity.Error, path, $"A better answer leads to a worse outcome: {low} leads to '{StageWords.Of(decided.Outcome)}' by '{decided.Reason}', {high} to '{StageWords.Of(decision.Outcome)}' by '{decision.Reason}'.",
            "Check whether a bound is the wrong way round, or let the other route take the better answer too.",
            new ExampleLead($"The worse answer: {StageWords.Of(decided.Outcome)}.", worse), new ExampleLead($"The better answer: {StageWords.Of(decision.Outcome)}.", better));
    }

    // A human may take over because something is good, or because it is unclear, so no other end but a polite no is worse.
    private static bool IsWorse(Outcome outcome, Outcome before) =>
        outcome != before && (outcome == Outcome.Disqualify || (outcome == Outcome.Nurture && before == Outcome.BookDemo));
}
