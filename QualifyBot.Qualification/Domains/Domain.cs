using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Qualification.Domains;

/// <summary>A few answers for a slot that stand for all: whatever a visitor answers, one of them is the same to every condition of the playbook.</summary>
public sealed class Domain
{
    /// <summary>More combinations of words than this are not listed.</summary>
    internal const int MostValues = 512;

    private readonly Playbook playbook;

    internal Domain(Slot slot, ImmutableArray<Condition.OnSlot> leaves, Playbook playbook)
    {
        (Slot, Leaves, this.playbook) = (slot, leaves, playbook);
        Unanswered = Truths(null, DateOnly.MinValue);
        var (candidates, all) = Candidates.For(slot, leaves, playbook);
        (Values, IsExhaustive) = (Distinct(leaves.IsEmpty ? candidates.Take(1) : candidates), all);
    }

    /// <summary>The slot.</summary>
    public Slot Slot { get; }

    /// <summary>The conditions on this slot alone that rules, disqualifiers, routes and questions are built of, each once, in playbook order.</summary>
    public ImmutableArray<Condition.OnSlot> Leaves { get; }

    /// <summary>
    /// The answers, no two of which are the same to all leaves: first those that can be measured, rising, then the others, at the end the withheld ones.
    /// At least one, even where no condition reads the slot.
    /// </summary>
    public ImmutableArray<Representative> Values { get; }

    /// <summary>What each leaf says where there is no answer.</summary>
    public ImmutableArray<bool?> Unanswered { get; }

    /// <summary>Whether the answers stand for all; false only where the playbook lists words in so many ways that their combinations are too many.</summary>
    public bool IsExhaustive { get; }

    /// <summary>The representative of an answer given on a day, or null where the domain is not exhaustive and has none.</summary>
    public Representative? Of(AnswerValue value, DateOnly today)
    {
        var truths = Truths(value, today);
        return Values.FirstOrDefault(known => known.Truths.AsSpan().SequenceEqual(truths.AsSpan()));
    }

    /// <summary>What each leaf says of an answer given on a day; null = no answer.</summary>
    public ImmutableArray<bool?> Truths(AnswerValue? value, DateOnly today)
    {
        var lead = value is null ? Lead.Empty : Lead.Empty.With(new Answer(Slot.Id, value, new Evidence("", 0, 0, "", ""), default));
        var facts = new Facts(lead, playbook, today);
        var truths = ImmutableArray.CreateBuilder<bool?>(Leaves.Length);
        foreach (var leaf in Leaves)
        {
            truths.Add(AnswerTruth.Of(leaf, facts));
        }

        return truths.DrainToImmutable();
    }

    private ImmutableArray<Representative> Distinct(IEnumerable<(ChoiceValue Meaning, Place? Place)> candidates)
    {
        var (seen, values) = (new HashSet<string>(StringComparer.Ordinal), ImmutableArray.CreateBuilder<Representative>());
        foreach (var (meaning, place) in candidates)
        {
            var truths = Truths(meaning.On(DateOnly.MinValue), DateOnly.MinValue);
            if (seen.Add(string.Concat(truths.Select(static truth => truth switch { true => '1', false => '0', null => '?' }))))
            {
                values.Add(new Representative(meaning, truths, place));
            }
        }

        return values.DrainToImmutable();
    }
}
