using System.Collections.Immutable;
using System.Text.Json;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Bot.Turns;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Lifecycle;

namespace QualifyBot.Bot.Desk;

/// <summary>What other systems tell of leads: signals, and what came of the deal.</summary>
internal static class ChangeRoutes
{
    /// <summary>Most signals of one lead.</summary>
    private const int MostSignals = 500;

    private const int LongestReason = 500;

    /// <summary>Maps POST {id}/signals, {id}/result and requalify.</summary>
    public static void MapChanges(this RouteGroupBuilder desk)
    {
        desk.MapPost("{id}/signals", SignalAsync);
        desk.MapPost("{id}/result", TellResultAsync);
        desk.MapPost("requalify", RequalifyAsync);
    }

    private static async Task<IResult> SignalAsync(string id, HttpRequest request, StoredLeads stored, LeadChanges leads, LeadViews views, CancellationToken cancellation)
    {
        var (body, refusal) = await DeskBody.ReadAsync(request);
        using (body)
        {
            if (body is null || await stored.FindAsync(id, cancellation) is not { } lead)
            {
                return refusal ?? DeskAnswer.NoLead();
            }

            var (signals, problem) = new SignalBody(leads.PlaybookOf(lead), leads.Today).Read(body.RootElement);
            return problem is null ? await AddAsync(id, signals, leads, views, cancellation) : DeskAnswer.Bad(problem);
        }
    }

    private static async Task<IResult> AddAsync(string id, ImmutableArray<Signal> signals, LeadChanges leads, LeadViews views, CancellationToken cancellation)
    {
        ImmutableArray<Signal> fresh = [];
        var full = false;
        var changed = await leads.ChangeAsync(id, lead =>
        {
            fresh = [.. signals.DistinctBy(signal => signal.Id, StringComparer.Ordinal).Where(signal => !lead.Known.Signals.Any(known => known.Id == signal.Id))];
            full = lead.Known.Signals.Length + fresh.Length > MostSignals;
            return full || fresh.IsEmpty ? null : new WantedChange(
                lead.Knowing(fresh.Aggregate(lead.Known, (known, signal) => known.With(signal))), new Happening.Signalled([.. fresh.Select(signal => signal.Id)]));
        }, cancellation);
        if (full)
        {
            return DeskAnswer.Error(409, "TooManySignals", $"A lead keeps at most {MostSignals} signals, and these would be more; nothing was stored. Send frequent events once a day, with the day in the id.");
        }

        if (changed is null)
        {
            return DeskAnswer.NoLead();
        }

        ImmutableArray<string> ids = [.. fresh.Select(signal => signal.Id)];
        return Shown(Changed(changed, views) with { Accepted = ids, Known = [.. signals.Select(signal => signal.Id).Except(ids, StringComparer.Ordinal)] });
    }

    private static async Task<IResult> TellResultAsync(string id, HttpRequest request, LeadChanges leads, LeadViews views, TimeProvider clock, CancellationToken cancellation)
    {
        var (body, refusal) = await DeskBody.ReadAsync(request);
        using (body)
        {
            if (body is null)
            {
                return refusal!;
            }

            var fields = new BodyFields(body.RootElement, "");
            if (ResultOf(fields, leads.Today, clock.GetUtcNow()) is not { } result)
            {
                return DeskAnswer.Bad(fields.Problem!);
            }

            var changed = await leads.ChangeAsync(id, lead => lead.Result is { } told && told with { At = result.At } == result
                ? null
                : new WantedChange(lead with { Result = result }, new Happening.ResultTold()), cancellation);
            return changed is null ? DeskAnswer.NoLead() : Shown(Changed(changed, views));
        }
    }

    private static ResultRecord? ResultOf(BodyFields fields, DateOnly today, DateTimeOffset now)
    {
        if (!fields.HasOnly("status", "reason", "on"))
        {
            return null;
        }

        var (status, reason, on) = (fields.Field("status") is { } given ? BodyFields.TextOf(given) : null, fields.Text("reason", LongestReason), fields.Day("on", today));
        DealStatus? known = status switch { "open" => DealStatus.Open, "won" => DealStatus.Won, "lost" => DealStatus.Lost, _ => null };
        if (known is null)
        {
            fields.Refuse("status", "Write open, won or lost.");
        }

        return fields.Problem is null ? new ResultRecord(known!.Value, reason, on, now) : null;
    }

    private static async Task<IResult> RequalifyAsync(DailyRequalification daily, CancellationToken cancellation) =>
        Results.Json(await daily.RunAsync(cancellation), DeskJsonContext.Default.RequalifiedLeads);

    private static ChangeAnswer Changed(ChangedLead changed, LeadViews views)
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

    private static IResult Shown(ChangeAnswer answer) => Results.Json(answer, DeskJsonContext.Default.ChangeAnswer);
}
