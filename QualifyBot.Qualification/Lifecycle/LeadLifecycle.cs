using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace QualifyBot.Qualification.Lifecycle;

/// <summary>A lead's stage, and the changes that led to it. Replaying the changes gives the stage.</summary>
/// <param name="Stage">Where the lead stands.</param>
/// <param name="Events">The newest changes, at most <see cref="Kept"/>, oldest first.</param>
/// <param name="Changes">How many there were in all.</param>
public sealed record LeadLifecycle(LeadStage Stage, ImmutableArray<StageEvent> Events, int Changes)
{
    /// <summary>How many changes are kept.</summary>
    public const int Kept = 50;

    /// <summary>The beginning: not qualified, nothing happened.</summary>
    public static readonly LeadLifecycle Start = new(LeadStage.Unqualified, [], 0);

    /// <summary>Since when the lead stands there, or null where it always did.</summary>
    [JsonIgnore]
    public DateTimeOffset? Since => Events.IsEmpty ? null : Events[^1].At;

    /// <summary>What follows when circumstances change: at most one event, and none without a change of stage.</summary>
    /// <param name="before">The circumstances before.</param>
    /// <param name="after">The circumstances now.</param>
    /// <param name="happening">What changed them.</param>
    /// <param name="at">When.</param>
    public LeadLifecycle Advance(Circumstances before, Circumstances after, Happening happening, DateTimeOffset at)
    {
        if (after.Stage == Stage)
        {
            return this;
        }

        var change = new StageEvent(Stage, after.Stage, at, Causes.Of(before, after, happening), after.DecisionHash);
        return new LeadLifecycle(after.Stage, [.. Events.TakeLast(Kept - 1), change], Changes + 1);
    }

    /// <summary>The stage to which changes lead, oldest first.</summary>
    public static LeadStage Replay(LeadStage start, IEnumerable<StageEvent> events) => events.Aggregate(start, static (_, change) => change.To);
}
