using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Qualification.Lifecycle;

/// <summary>Finds what changed a lead's standing.</summary>
public static class Causes
{
    /// <summary>The cause of a change: what people did where they did something, else what moved the points or the decision.</summary>
    public static Cause Of(Circumstances before, Circumstances after, Happening happening)
    {
        if (Done(before, after) is { } done)
        {
            return new Cause(CauseKind.Outcome, done);
        }

        var through = Through(before, after);
        return happening switch
        {
            Happening.StartedOver => new Cause(CauseKind.StartedOver, "restart"),
            Happening.Signalled(var ids) => new Cause(CauseKind.Signal, SignalOf(ids, after, through), through),
            Happening.DaysPassed(var today) => new Cause(CauseKind.Time, today.ToString("O", CultureInfo.InvariantCulture), through),
            Happening.RulebookChanged(var hash) => new Cause(CauseKind.Playbook, hash, through),
            Happening.Talked or Happening.ResultTold => Decided(before, after) ?? new Cause(CauseKind.Rule, through ?? "score"),
            _ => throw new UnreachableException(),
        };
    }

    private static string? Done(Circumstances before, Circumstances after)
    {
        if (before.Deal != after.Deal && after.Deal is { } deal)
        {
            return deal switch { DealStatus.Open => "deal_open", DealStatus.Won => "deal_won", _ => "deal_lost" };
        }

        if (before.Demo != after.Demo)
        {
            return after.Demo ? "demo_booked" : "demo_called_off";
        }

        return after.Agreed && !before.Agreed ? "follow_up_agreed" : null;
    }

    private static Cause? Decided(Circumstances before, Circumstances after) => after switch
    {
        { Outcome: Outcome.Disqualify, Reason: { } reason } => new Cause(CauseKind.Disqualifier, reason),
        { Outcome: not null, Reason: { } reason } when before.Outcome is Outcome.Disqualify => new Cause(CauseKind.Route, reason),
        _ => null,
    };

    // A disqualifier does not move points; else it is the rule that moved most of them, the first of several.
    private static string? Through(Circumstances before, Circumstances after)
    {
        if (after.Outcome is Outcome.Disqualify || before.Outcome is Outcome.Disqualify)
        {
            return after.Reason;
        }

        var rising = Sum(after) >= Sum(before) ? 1 : -1;
        var moves = after.Points.Select(now => (now.Rule, Move: rising * (now.Points - PointsOf(before, now.Rule))))
            .Concat(before.Points.Where(old => !after.Points.Any(now => Same(now, old.Rule))).Select(old => (old.Rule, Move: -rising * old.Points)));
        return moves.Where(move => move.Move > 0).OrderByDescending(move => move.Move).Select(move => move.Rule).FirstOrDefault() ?? after.Reason;
    }

    private static string SignalOf(ImmutableArray<string> ids, Circumstances after, string? through)
    {
        var cited = after.Points.FirstOrDefault(now => Same(now, through))?.Signals ?? [];
        return cited.FirstOrDefault(id => ids.Contains(id, StringComparer.Ordinal)) ?? ids[0];
    }

    private static int Sum(Circumstances circumstances) => circumstances.Points.Sum(rule => rule.Points);

    private static int PointsOf(Circumstances circumstances, string rule) => circumstances.Points.FirstOrDefault(one => Same(one, rule))?.Points ?? 0;

    private static bool Same(RulePoints one, string? rule) => string.Equals(one.Rule, rule, StringComparison.Ordinal);
}
