using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Lifecycle;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Bot.Outcomes.Leads;

/// <summary>Looks at a stored lead anew: pure functions of the lead, the rulebook and the day.</summary>
public static class Requalification
{
    /// <summary>
    /// The lead under a rulebook. Every answer that is still valid is kept: its slot is there, and of the same type. What was decided keeps the
    /// answers and the rulebook that decided it.
    /// </summary>
    public static LeadRecord Under(this LeadRecord lead, Playbook playbook, DateOnly today)
    {
        if (lead.PlaybookHash == playbook.Hash)
        {
            return lead;
        }

        var known = lead.Known with
        {
            Answers = [.. lead.Known.Answers.Where(answer => playbook.FindSlot(answer.Slot) is { } slot && AnswerTypes.Fits(answer.Value, slot.Type))],
        };
        var moved = lead.Knowing(known.Answers.Length == lead.Known.Answers.Length ? lead.Known : known);
        return moved with
        {
            Decision = moved.Decision is { PlaybookHash: null } decision ? decision with { PlaybookHash = lead.PlaybookHash } : moved.Decision,
            Playbook = playbook.Id,
            PlaybookVersion = playbook.Version,
            PlaybookHash = playbook.Hash,
            Score = lead.Score is null ? null : ScoreRecord.Of(Scorer.Score(known, playbook, today), today),
        };
    }

    /// <summary>
    /// The lead scored anew and, where something was decided before, decided anew. A decision whose outcome and points are the same stays the
    /// one it was, and is proved for the new day.
    /// </summary>
    /// <param name="lead">The lead.</param>
    /// <param name="playbook">Its rulebook.</param>
    /// <param name="today">The day; never before the day of the last decision.</param>
    /// <param name="at">Now.</param>
    public static LeadRecord Requalified(this LeadRecord lead, Playbook playbook, DateOnly today, DateTimeOffset at)
    {
        lead = lead.Under(playbook, today);
        if (lead.Decision is not { } standing)
        {
            return lead with { Score = ScoreRecord.Of(Scorer.Score(lead.Known, playbook, today), today) };
        }

        var day = standing.Day > today ? standing.Day.Value : today;
        var decision = Decider.AsItStands(lead.Known, playbook, day);
        var (decided, score) = (DecisionRecord.Of(decision, playbook.Hash, day, at), ScoreRecord.Of(decision.Score, day));
        var isSame = lead.Score is { } old && IsSame(standing, old, decided, score);
        return lead with { Score = score, Decision = isSame ? decided with { At = standing.At, Cause = standing.Cause } : decided };
    }

    /// <summary>Whether two decisions differ in nothing but the day.</summary>
    internal static bool IsSame(DecisionRecord one, ScoreRecord score, DecisionRecord other, ScoreRecord otherScore) =>
        SameCourse(one, other) && (score.Fit, score.Intent) == (otherScore.Fit, otherScore.Intent) && (one.PlaybookHash ?? other.PlaybookHash) == other.PlaybookHash;

    /// <summary>Whether two decisions have one outcome and stage, for one reason.</summary>
    internal static bool SameCourse(DecisionRecord one, DecisionRecord other) => (one.Outcome, one.Stage, one.Reason) == (other.Outcome, other.Stage, other.Reason);
}
