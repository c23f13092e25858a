using System.Collections.Immutable;
using QualifyBot.Bot.Turns;
using QualifyBot.Qualification.Lifecycle;

namespace QualifyBot.Bot.Desk;

/// <summary>What became of a call that changes a lead.</summary>
public sealed record ChangeAnswer
{
    /// <summary>Ids of signals that are new.</summary>
    public ImmutableArray<string>? Accepted { get; init; }

    /// <summary>Ids of signals that were known already, or came twice in the call; the first one stays.</summary>
    public ImmutableArray<string>? Known { get; init; }

    /// <summary>Whether the outcome or the points are others than before.</summary>
    public required bool DecidedAnew { get; init; }

    /// <summary>Changes of stage that it caused.</summary>
    public required ImmutableArray<StageEvent> Events { get; init; }

    /// <summary>The lead as it is now.</summary>
    public required LeadView Lead { get; init; }

    /// <summary>The answer about a changed lead.</summary>
    internal static ChangeAnswer Of(ChangedLead changed, LeadViews views)
    {
        var (before, after) = (changed.Before, changed.After);
        var events = after.Lifecycle is { } course ? course.Events.TakeLast(course.Changes - (before.Lifecycle?.Changes ?? 0)) : [];
        return new ChangeAnswer
        {
            DecidedAnew = before.History?.Replaced != after.History?.Replaced,
            Events = [.. events],
            Lead = views.WithCourse(after),
        };
    }
}

/// <summary>What became of signals about a person or a company.</summary>
/// <param name="Changed">The leads that took them.</param>
/// <param name="Refused">The leads that could not, each with the reason.</param>
public sealed record GroupAnswer(ImmutableArray<ChangeAnswer> Changed, ImmutableArray<RefusedView> Refused);

/// <summary>A lead that could not take signals.</summary>
public sealed record RefusedView(string Lead, string Problem);
