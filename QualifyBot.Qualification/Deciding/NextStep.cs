using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Qualification.Deciding;

/// <summary>What to do next with a lead: a closed union.</summary>
public abstract record NextStep
{
    private NextStep()
    {
    }

    /// <summary>Ask this.</summary>
    public sealed record Ask(Question Question) : NextStep;

    /// <summary>Stop asking: this is decided.</summary>
    public sealed record Conclude(Decision Decision) : NextStep;
}

/// <summary>What was decided about a lead.</summary>
/// <param name="Outcome">What happens.</param>
/// <param name="Stage">The score's stage, or disqualified.</param>
/// <param name="Score">The score, with its receipts.</param>
/// <param name="Reason">Id of the route or disqualifier that decided.</param>
/// <param name="Hash">SHA-256 in lower-case hex over the answers' values, the playbook's hash and the day: the same answers always have the same.</param>
public sealed record Decision(Outcome Outcome, Stage Stage, Score Score, string Reason, string Hash);
