using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using QualifyBot.Qualification.Replaying;

namespace QualifyBot.Bot.Commands.Replaying;

/// <summary>A replayed lead as a line of JSON.</summary>
internal sealed record ReplayLine(string Lead, bool Flip, StandLine Before, StandLine After, ImmutableArray<CauseLine> Causes, bool? EachAlone, ImmutableArray<MovedPoints> Moved)
{
    /// <summary>The line of a lead.</summary>
    public static ReplayLine Of(Replayed lead) => new(
        lead.Case.Id, lead.IsFlip, StandLine.Of(lead.Before), StandLine.Of(lead.After), [.. lead.Causes.Select(cause => new CauseLine(cause.Name, cause.Words))], lead.Causes.IsEmpty ? null : lead.IsEachEnough, lead.Moved);
}

/// <summary>How a lead stands under one rulebook.</summary>
internal sealed record StandLine(string Outcome, string? Reason, int? Points, int? Fit, int? Intent, string? Grade, string? Stage, string? Asks)
{
    /// <summary>The standpoint in words and figures.</summary>
    public static StandLine Of(Standpoint stand)
    {
        var (decision, score) = (stand.Decision, stand.Decision?.Score);
        return new StandLine(
            ReplayTotals.NameOf(stand.Outcome), decision?.Reason, score?.Total, score?.Fit, score?.Intent, score?.Grade.ToString(), decision is null ? null : JsonNamingPolicy.SnakeCaseLower.ConvertName(decision.Stage.ToString()), stand.Asks);
    }

    /// <summary>"book_demo, 95 points, A1, sql".</summary>
    public override string ToString() => Points is null
        ? Outcome
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Outcome}, {Points} points, {Grade}, {Stage}{(Asks is null ? "" : $", would ask {Asks}")}");
}

/// <summary>A change that flipped a lead.</summary>
internal sealed record CauseLine(string Change, string Words);

/// <summary>The totals, as the last line.</summary>
internal sealed record TotalsLine(TotalsOf Summary);

/// <summary>The totals.</summary>
internal sealed record TotalsOf(long Leads, long Flips, double FlipPercent, ImmutableArray<WayLine> Matrix, ImmutableArray<CauseCount> Causes, long OfOtherPlaybooks, long Unreadable, long WithoutVersion, string? Exceeded)
{
    /// <summary>The totals of a replay.</summary>
    public static TotalsOf Of(ReplayTotals totals, string? exceeded) => new(
        totals.Leads, totals.Flips, Math.Round(totals.FlipPercent, 2),
        [.. from one in totals.Outcomes from other in totals.Outcomes let count = totals.Count(one, other) where count > 0 select new WayLine(ReplayTotals.NameOf(one), ReplayTotals.NameOf(other), count)],
        [.. totals.Causes.Select(cause => new CauseCount(cause.Change.Name, cause.Change.Words, cause.Flips))], totals.OfOthers, totals.Unreadable, totals.WithoutVersion, exceeded);
}

/// <summary>How many leads went from one outcome to another.</summary>
internal sealed record WayLine(string From, string To, long Leads);

/// <summary>How many leads a change flipped.</summary>
internal sealed record CauseCount(string Change, string Words, long Flips);

/// <summary>The form of the lines.</summary>
[JsonSerializable(typeof(ReplayLine))]
[JsonSerializable(typeof(TotalsLine))]
internal sealed partial class ReplayJsonContext : JsonSerializerContext
{
    /// <summary>Words stand as they are, not as escapes.</summary>
    public static readonly ReplayJsonContext Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
