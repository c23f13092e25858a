using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Qualification.Replaying;

/// <summary>Plays leads under two versions of a rulebook, and finds which change flipped which lead.</summary>
/// <param name="before">The rulebook that decided; null where it is not there any more.</param>
/// <param name="after">The changed one.</param>
public sealed class Replayer(Playbook? before, Playbook after)
{
    private readonly FlipCauses? causes = before is null ? null : new FlipCauses(before, after);

    /// <summary>What differs between the two.</summary>
    public ImmutableArray<RulebookChange> Changes => causes?.Changes ?? [];

    /// <summary>
    /// Plays one lead. A lead that was decided stays decided: where the changed rulebook would ask on, its outcome is the one for what is known,
    /// and the question is named beside it.
    /// </summary>
    public Replayed Play(ReplayCase lead)
    {
        var then = before is null ? lead.Stored ?? new Standpoint(null, null) : StandOf(lead.Before, before, lead.Day);
        var now = StandOf(Kept(lead.After, after), after, lead.Day);
        then = lead.IsDecided ? Settled(then) : then;
        now = then.Outcome is null ? now : Settled(now);
        var played = new Replayed(lead, then, now) { Moved = MovedBetween(then.Decision?.Score, now.Decision?.Score) };
        return played.IsFlip && causes is not null ? causes.Explain(played) : played;
    }

    private static Standpoint Settled(Standpoint stand) => stand is { Outcome: null, Decision: { } decision } ? stand with { Outcome = decision.Outcome } : stand;

    /// <summary>The lead without answers for slots that the playbook does not have, or has of another type.</summary>
    public static Lead Kept(Lead lead, Playbook playbook)
    {
        var kept = lead.Answers.RemoveAll(answer => playbook.FindSlot(answer.Slot) is not { } slot || !AnswerTypes.Fits(answer.Value, slot.Type));
        return kept.Length == lead.Answers.Length ? lead : lead with { Answers = kept };
    }

    internal static Standpoint StandOf(Lead lead, Playbook playbook, DateOnly day) => Decider.Next(lead, playbook, day) switch
    {
        NextStep.Conclude(var decision) => new Standpoint(decision.Outcome, decision),
        NextStep.Ask(var question) => new Standpoint(null, Decider.AsItStands(lead, playbook, day)) { Asks = question.Id },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static ImmutableArray<MovedPoints> MovedBetween(Score? then, Score? now)
    {
        if (then is null || now is null)
        {
            return [];
        }

        var rules = now.Receipts.Concat(then.Receipts).Select(receipt => receipt.Rule).Distinct(StringComparer.Ordinal);
        return [.. rules.Select(rule => new MovedPoints(rule, PointsOf(then, rule), PointsOf(now, rule))).Where(moved => moved.Before != moved.After)];
    }

    private static int PointsOf(Score score, string rule) => score.Receipts.Where(receipt => string.Equals(receipt.Rule, rule, StringComparison.Ordinal)).Sum(receipt => receipt.Points);
}
