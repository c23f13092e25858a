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

    // Whoever has no need, and yet stays, is led another way altogether: nothing follows for those who have one.
    public void Find(IEnumerable<(RouteRule Route, Lead Lead)> taken)
    {
        var rising = ladders.Where(static ladder => ladder.IsBetter && ladder.Rising[0] is not AnswerValue.Need).ToList();
        var spoiling = proof.Playbook.Disqualifiers.SelectMany(static disqualifier => Parts.Slots(disqualifier.When)).ToHashSet(StringComparer.Ordinal);
        foreach (var (route, lead) in taken)
        {
            var own = route.When is { } when ? Parts.Slots(when) : [];
            rising.FindAll(ladder => own.Contains(ladder.Slot, StringComparer.Ordinal) || spoiling.Contains(ladder.Slot)).ForEach(ladder => FindIn(ladder, lead));
        }

        foreach (var disqualifier in proof.Playbook.Disqualifiers)
        {
            var own = rising.FindAll(ladder => Parts.Slots(disqualifier.When).Contains(ladder.Slot, StringComparer.Ordinal));
            own.ForEach(ladder => Taken(disqualifier).ForEach(lead => FindIn(ladder, lead)));
        }
    }

    private List<Lead> Taken(Disqualifier disqualifier) => proof.Solver.Solve(proof.Anything, proof.Holds(disqualifier.When)).Cells is { } cells
        ? [Proof.Slim(proof.Space.LeadOf(cells), rest => proof.IsTrue(disqualifier.When, rest))]
        : [];

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
