using System.Collections.Immutable;
using System.Runtime.InteropServices;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Explaining;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Proving;

/// <summary>Finds ranges of one slot's rules that overlap in a part, and what lies between two of them under no rule.</summary>
internal sealed class RangeProof(Proof proof, ImmutableArray<Ladder> ladders)
{
    public void Find()
    {
        foreach (var ladder in ladders.Where(static ladder => ladder.Rising[0] is not AnswerValue.YesNo))
        {
            foreach (var axis in Enum.GetValues<Axis>())
            {
                FindIn(ladder, [.. RangesOf(ladder, axis)]);
            }
        }
    }

    private IEnumerable<Range> RangesOf(Ladder ladder, Axis axis) => proof.Playbook.Rules.Index()
        .Where(rule => rule.Item.Axis == axis && Parts.Kinds(rule.Item.When).IsEmpty && Parts.Slots(rule.Item.When) is [var only] && only == ladder.Slot)
        .Select(rule => RangeOf(ladder, rule.Index, rule.Item)).OfType<Range>();

    // Null where the rule holds nowhere, or with holes.
    private Range? RangeOf(Ladder ladder, int index, ScoreRule rule)
    {
        var holds = ladder.Rising.Select(value => proof.IsTrue(rule.When, Lead.Empty.With(Space.AnswerFor(ladder.Slot, value)))).ToList();
        var (first, last) = (holds.IndexOf(true), holds.LastIndexOf(true));
        return first >= 0 && holds.Skip(first).Take(last - first + 1).All(static one => one) ? new Range(index, rule, first, last) : null;
    }

    private void FindIn(Ladder ladder, ImmutableArray<Range> ranges)
    {
        foreach (var lower in ranges)
        {
            foreach (var upper in ranges.Where(upper => lower.First < upper.First && lower.Last < upper.Last))
            {
                if (upper.First <= lower.Last)
                {
                    AddOverlap(ladder, lower, upper);
                }
                else if (upper.First > lower.Last + 1 && ladder.IsMeasured && lower.Rule.Points > 0 && upper.Rule.Points > 0
                    && !ranges.Any(other => other.First < upper.First && other.Last > lower.Last))
                {
                    AddGap(ladder, lower, upper);
                }
            }
        }
    }

    // Whoever is in both gets both: seldom meant where neither range lies in the other.
    private void AddOverlap(Ladder ladder, Range lower, Range upper)
    {
        var (earlier, later) = lower.Index < upper.Index ? (lower, upper) : (upper, lower);
        var severity = Math.Sign(lower.Rule.Points) == Math.Sign(upper.Rule.Points) ? Severity.Error : Severity.Warning;
        proof.Add(FindingKinds.Overlap, severity, $"rules/{later.Index}", $"The ranges of the rules '{earlier.Rule.Id}' and '{later.Rule.Id}' overlap in a part, so that some leads get both.", "Let one range start where the other ends.",
            Shows(ladder, upper.First, $"This lead gets {Figures.Signed(earlier.Rule.Points)} by '{earlier.Rule.Id}' and {Figures.Signed(later.Rule.Points)} by '{later.Rule.Id}'."));
    }

    private void AddGap(Ladder ladder, Range lower, Range upper)
    {
        var later = lower.Index < upper.Index ? upper : lower;
        proof.Add(FindingKinds.Gap, Severity.Warning, $"rules/{later.Index}", $"Between the ranges of the rules '{lower.Rule.Id}' and '{upper.Rule.Id}' lies one that no rule covers.", "Let one range start where the other ends, or add a rule for what lies between.",
            Shows(ladder, lower.Last + 1, "This lead gets neither."));
    }

    private static ExampleLead Shows(Ladder ladder, int place, string says) => new(says, Lead.Empty.With(Space.AnswerFor(ladder.Slot, ladder.Rising[place])));

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Range(int Index, ScoreRule Rule, int First, int Last);
}
