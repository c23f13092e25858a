using System.Text.Json.Serialization;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Qualification.Lifecycle;

/// <summary>What kind of thing caused a change.</summary>
[JsonConverter(typeof(SnakeCaseEnum<CauseKind>))]
public enum CauseKind
{
    /// <summary>A score rule.</summary>
    Rule,

    /// <summary>A route.</summary>
    Route,

    /// <summary>A disqualifier, or a route that disqualifies.</summary>
    Disqualifier,

    /// <summary>A signal from outside.</summary>
    Signal,

    /// <summary>What people did: demo_booked, demo_called_off, follow_up_agreed, deal_open, deal_won, deal_lost.</summary>
    Outcome,

    /// <summary>The passing of days.</summary>
    Time,

    /// <summary>A changed rulebook.</summary>
    Playbook,

    /// <summary>The visitor started over.</summary>
    StartedOver,
}

/// <summary>What caused a change.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Id">Its id: of the rule, route, disqualifier or signal; the day; the rulebook's hash; the name of what people did.</param>
/// <param name="Through">Where signals, days or a rulebook caused it: id of the rule, route or disqualifier through which; null where there is none.</param>
public sealed record Cause(CauseKind Kind, string Id, string? Through = null);

/// <summary>A change of stage.</summary>
/// <param name="From">The stage before.</param>
/// <param name="To">The stage since then, another one.</param>
/// <param name="At">When.</param>
/// <param name="Cause">Why.</param>
/// <param name="DecisionHash">Hash of the decision that stood then, or null where none did.</param>
public sealed record StageEvent(LeadStage From, LeadStage To, DateTimeOffset At, Cause Cause, string? DecisionHash);
