using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding.Outlook;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Deciding;

/// <summary>The least that would have to be different for another outcome.</summary>
/// <param name="Outcome">The outcome as it stands.</param>
/// <param name="Flips">
/// The smallest changes that give another one, each over another set of slots: all change as few answers as can be. First those that move
/// answers least in their natural order, then those whose slots stand first in the playbook. Empty = no change of up to <see cref="MostChanges"/> answers does.
/// </param>
/// <param name="IsComplete">Whether all changes were tried; false only where a playbook tells too many answers apart.</param>
public sealed record Counterfactual(Outcome Outcome, ImmutableArray<Flip> Flips, bool IsComplete)
{
    /// <summary>Changes of more answers than this are not looked for.</summary>
    public const int MostChanges = 3;

    /// <summary>More ways than this are not told.</summary>
    public const int MostFlips = 5;

    /// <summary>
    /// Finds the smallest changes. Another answer is one that tells something, never a withheld one, nor a figure that cannot be measured; it may be given
    /// for a slot that has none, but not for one whose value another system tells.
    /// </summary>
    /// <param name="lead">The lead.</param>
    /// <param name="playbook">Its rulebook.</param>
    /// <param name="today">The day of the decision.</param>
    /// <param name="wanted">The outcome wanted; null = any other than that which stands.</param>
    public static Counterfactual Of(Lead lead, Playbook playbook, DateOnly today, Outcome? wanted = null)
    {
        var outcome = Decider.AsItStands(lead, playbook, today).Outcome;
        var targets = Enum.GetValues<Outcome>().Where(other => other != outcome && (wanted is null || other == wanted))
            .Aggregate(default(Outcomes), static (targets, other) => targets.With(other));
        var search = new FlipSearch(lead, playbook, today, targets);
        return new Counterfactual(outcome, targets.Count == 0 ? [] : search.Smallest(), search.IsComplete);
    }
}

/// <summary>A change of answers that gives another outcome.</summary>
/// <param name="To">The outcome that it gives.</param>
/// <param name="Changes">What changes, in playbook order; all of it is needed.</param>
public sealed record Flip(Outcome To, ImmutableArray<Change> Changes);

/// <summary>Another answer.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="From">The answer as it is; null = none.</param>
/// <param name="To">The nearest answer that does it.</param>
/// <param name="Bound">The weakest condition that does it, built of the playbook's own: every answer that tells something and of which it holds gives the same outcome.</param>
public sealed record Change(string Slot, AnswerValue? From, AnswerValue To, Condition Bound);
