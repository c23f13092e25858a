using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Explaining;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Desk;

/// <summary>What would have to be different for another outcome.</summary>
/// <param name="Words">In a sentence.</param>
/// <param name="Ways">The smallest changes; empty = no small one does it.</param>
public sealed record OtherwiseView(string Words, ImmutableArray<WayView> Ways)
{
    /// <summary>The view of what was found.</summary>
    public static OtherwiseView Of(Counterfactual found, Playbook playbook) => new(
        CounterfactualWords.Of(found, playbook),
        [.. found.Flips.Select(flip => new WayView(flip.To, [.. flip.Changes.Select(change => new ChangeOfAnswerView(change.Slot, change.From, change.To, ConditionWords.Of(change.Bound, playbook)))]))]);
}

/// <summary>A change that gives another outcome; all of it is needed.</summary>
public sealed record WayView(Outcome Outcome, ImmutableArray<ChangeOfAnswerView> Changes);

/// <summary>Another answer for a slot.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="From">The answer as it is; null = none.</param>
/// <param name="To">The nearest answer that does it.</param>
/// <param name="Bound">What an answer has to be to do it, in words.</param>
public sealed record ChangeOfAnswerView(string Slot, AnswerValue? From, AnswerValue To, string Bound);
