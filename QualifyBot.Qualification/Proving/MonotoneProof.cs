using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Explaining;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Qualification.Proving;

/// <summary>Finds better answers that lower the score, and answers in the middle that earn less than those on both sides.</summary>
internal sealed class MonotoneProof(Proof proof, ImmutableArray<Ladder> ladders)
{
    private const int MostContexts = 60;

    private readonly HashSet<string> told = new(StringComparer.Ordinal);

    public void Find()
    {
        foreach (var ladder in ladders)
        {
            foreach (var context in Contexts(ladder))
            {
                var scores = ladder.Rising.Select(value => (Value: value, Lead: context.With(Space.AnswerFor(ladder.Slot, value)))).Select(step => (step.Value, step.Lead, Score: proof.ScoreOf(step.Lead))).ToList();
                if (ladder.IsBetter)
                {
                    FindDrops(ladder, scores);
                }
                else
                {
                    FindDip(ladder, scores);
                }
            }
        }
    }

    // Nothing else known, and all else as each rule that reads other answers too wants it.
    private IEnumerable<Lead> Contexts(Ladder ladder)
    {
        var variable = proof.Space.OfSlot(ladder.Slot);
        var joint = proof.Score.Tables.Where(table => table.Variables.Length > 1 && table.Variables.Contains(variable));
        return joint.SelectMany(table => ContextsOf(table, variable)).Take(MostContexts).Prepend(Lead.Empty);
    }

    private IEnumerable<Lead> ContextsOf(RuleTable table, int variable)
    {
        var classes = table.ClassesOf(variable);
        return classes.Distinct().Select(number => ContextOf(table, variable, number, classes)).OfType<Lead>();
    }

    private Lead? ContextOf(RuleTable table, int variable, int number, int[] classes)
    {
        var ground = new Ground($"{table.Index} {variable} {number}", [.. proof.Anything.Allowed]);
        ground.Allowed[variable] = Enumerable.Range(0, classes.Length).Where(cell => classes[cell] == number).Aggregate(UInt128.Zero, static (cells, cell) => cells | (UInt128.One << cell));
        return proof.Solver.Solve(ground, proof.Holds(table.Rule.When)).Cells is { } cells
            ? Proof.Slim(proof.Space.LeadOf(cells), lead => proof.IsTrue(table.Rule.When, lead)).Without(proof.Space.Variables[variable].Id)
            : null;
    }

    private void FindDrops(Ladder ladder, List<(AnswerValue Value, Lead Lead, Score Score)> scores)
    {
        for (var index = 1; index < scores.Count; index++)
        {
            var (worse, better) = (scores[index - 1], scores[index]);
            var (axis, drops) = (worse.Score.Fit - better.Score.Fit, worse.Score.Intent - better.Score.Intent) switch
            {
                var (fit, intent) when fit + intent > 0 => ("", true),
                var (fit, _) when fit > 0 => (" of fit", true),
                var (_, intent) when intent > 0 => (" of intent", true),
                _ => ("", false),
            };
            if (drops)
            {
                AddDrop(ladder, worse, better, axis);
            }
        }
    }

    private void AddDrop(Ladder ladder, (AnswerValue Value, Lead Lead, Score Score) worse, (AnswerValue Value, Lead Lead, Score Score) better, string axis)
    {
        var path = PathOfDrop(ladder, worse, better);
        if (!told.Add($"{path} {axis}"))
        {
            return;
        }

        var (low, high) = (LeadWords.Of(ladder.Slot, worse.Value, proof.Today), LeadWords.Of(ladder.Slot, better.Value, proof.Today));
        proof.Add(FindingKinds.NotMonotone, axis.Length == 0 ? Severity.Error : Severity.Warning, path, $"A better answer earns fewer points{axis}: {high} earns {Earned(better.Score, axis)}, {low} earns {Earned(worse.Score, axis)}.",
            "Check the sign and the bounds of the rules on this slot: give the better answer at least what the worse one earns.",
            new ExampleLead($"The worse answer: {Tells(worse.Score)}", worse.Lead), new ExampleLead($"The better answer: {Tells(better.Score)}", better.Lead));
    }

    private static string Earned(Score score, string axis) => Figures.Of(axis switch { " of fit" => score.Fit, " of intent" => score.Intent, _ => score.Total });

    private static string Tells(Score score) => $"{Figures.Of(score.Total)} points" + (score.Receipts.IsEmpty ? "." : $", by {string.Join(", ", score.Receipts.Select(static receipt => $"{receipt.Rule} {Figures.Signed(receipt.Points)}"))}.");

    private void FindDip(Ladder ladder, List<(AnswerValue Value, Lead Lead, Score Score)> scores)
    {
        for (var index = 1; index < scores.Count - 1; index++)
        {
            var here = scores[index];
            var (lower, upper) = (scores.Take(index).MaxBy(static step => step.Score.Total), scores.Skip(index + 1).MaxBy(static step => step.Score.Total));
            if (here.Score.Total >= Math.Min(lower.Score.Total, upper.Score.Total))
            {
                continue;
            }

            var path = PathOf(ladder.Slot, here.Score, lower.Score);
            if (told.Add(path))
            {
                proof.Add(FindingKinds.Dip, Severity.Warning, path, $"{LeadWords.Of(ladder.Slot, here.Value, proof.Today)} earns {Figures.Of(here.Score.Total)}, less than {LeadWords.Of(ladder.Slot, lower.Value, proof.Today)} ({Figures.Of(lower.Score.Total)}) and {LeadWords.Of(ladder.Slot, upper.Value, proof.Today)} ({Figures.Of(upper.Score.Total)}).",
                    "Check the signs and the bounds of the rules on this slot.", new ExampleLead(Tells(lower.Score), lower.Lead), new ExampleLead(Tells(here.Score), here.Lead), new ExampleLead(Tells(upper.Score), upper.Lead));
            }

            return;
        }
    }

    // A rule that takes points from the better answer; else one that rewards the worst of all; else the one that gives the better answer too little.
    private string PathOfDrop(Ladder ladder, (AnswerValue Value, Lead Lead, Score Score) worse, (AnswerValue Value, Lead Lead, Score Score) better)
    {
        var (lost, gained) = (Only(ladder.Slot, worse.Score, better.Score), Only(ladder.Slot, better.Score, worse.Score));
        var takes = gained.Where(static receipt => receipt.Points < 0).OrderBy(static receipt => receipt.Points);
        var isWorst = worse.Value == ladder.Rising[0];
        var rewards = lost.Where(receipt => isWorst && receipt.Points > 0).OrderByDescending(static receipt => receipt.Points);
        return PathOf(takes.Concat(rewards).Concat(gained).Concat(lost.OrderByDescending(static receipt => receipt.Points)).First());
    }

    // The rule that the first lead alone is under, the costliest before the others; else the one that the other lead alone is under.
    private string PathOf(string slot, Score first, Score other) =>
        PathOf(Only(slot, first, other).OrderBy(static receipt => receipt.Points).Concat(Only(slot, other, first).OrderByDescending(static receipt => receipt.Points)).First());

    private string PathOf(Receipt receipt) => $"rules/{proof.Playbook.Rules.Index().First(known => known.Item.Id == receipt.Rule).Index}";

    private IEnumerable<Receipt> Only(string slot, Score one, Score other) => one.Receipts.Where(receipt => !other.Receipts.Any(known => known.Rule == receipt.Rule && known.Points == receipt.Points)
        && Parts.Slots(proof.Playbook.Rules.First(rule => rule.Id == receipt.Rule).When).Contains(slot, StringComparer.Ordinal));
}
