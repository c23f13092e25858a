using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Replaying;

/// <summary>
/// Finds the changes of a rulebook that flip a lead: each is made alone in the old rulebook. Where none is enough, changes are taken back from all of
/// them, one after the other, as long as the lead stays flipped; what is left cannot lose one more.
/// </summary>
internal sealed class FlipCauses
{
    private const int MostKept = 1000;

    private readonly Playbook after;
    private readonly PlaybookDraft ground;
    private readonly Dictionary<string, Playbook?> made = new(StringComparer.Ordinal);

    public FlipCauses(Playbook before, Playbook after)
    {
        this.after = after;
        Changes = RulebookChanges.Between(before, after);
        ground = RulebookChanges.Ground(before, after);
    }

    /// <summary>All differences of the two rulebooks.</summary>
    public ImmutableArray<RulebookChange> Changes { get; }

    /// <summary>The flip with its causes.</summary>
    public Replayed Explain(Replayed flip)
    {
        var reread = flip.Case.Before == flip.Case.After ? [] : ImmutableArray.Create(Reading);
        var changes = Changes.AddRange(reread);
        ImmutableArray<RulebookChange> alone = [.. changes.Where(change => Flips([change], flip))];
        return alone.IsEmpty
            ? flip with { Causes = Smallest(changes, flip) }
            : flip with { Causes = alone, IsEachEnough = true };
    }

    private static RulebookChange Reading { get; } = new("reading", "", "sentences are read as the new rulebook says");

    private ImmutableArray<RulebookChange> Smallest(ImmutableArray<RulebookChange> changes, Replayed flip)
    {
        if (!Flips(changes, flip))
        {
            return [];
        }

        foreach (var change in changes)
        {
            var fewer = changes.Remove(change, ReferenceEqualityComparer.Instance);
            changes = Flips(fewer, flip) ? fewer : changes;
        }

        return changes;
    }

    private bool Flips(ImmutableArray<RulebookChange> changes, Replayed flip)
    {
        if (Make(changes) is not { } playbook)
        {
            return false;
        }

        var lead = changes.Contains(Reading) ? flip.Case.After : flip.Case.Before;
        var gone = changes.Where(change => string.Equals(change.Part, "slot", StringComparison.Ordinal)).Select(change => change.Id).ToHashSet(StringComparer.Ordinal);
        lead = lead with { Answers = lead.Answers.RemoveAll(answer => gone.Contains(answer.Slot) && (after.FindSlot(answer.Slot) is not { } slot || !AnswerTypes.Fits(answer.Value, slot.Type))) };
        return OutcomeOf(lead, playbook, flip) == flip.After.Outcome;
    }

    private static Outcome? OutcomeOf(Lead lead, Playbook playbook, Replayed flip)
    {
        var stand = Replayer.StandOf(lead, playbook, flip.Case.Day);
        return flip.Before.Outcome is not null ? stand.Decision!.Outcome : stand.Outcome;
    }

    // Null where the changes make no playbook without the others: a last route that is gone or has a condition.
    private Playbook? Make(ImmutableArray<RulebookChange> changes)
    {
        var key = string.Join('\n', changes.Select(change => change.Name));
        if (!made.TryGetValue(key, out var playbook))
        {
            var draft = changes.Aggregate(ground, (rest, change) => change.Apply(rest));
            playbook = draft.Routes is [.., { When: null }] ? Playbook.Between(draft) : null;
            if (made.Count == MostKept)
            {
                made.Clear();
            }

            made[key] = playbook;
        }

        return playbook;
    }
}
