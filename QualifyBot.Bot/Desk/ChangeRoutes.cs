using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Bot.Turns;
using QualifyBot.Qualification.Lifecycle;

namespace QualifyBot.Bot.Desk;

/// <summary>What came of deals, and a new look at all leads.</summary>
internal static class ChangeRoutes
{
    private const int LongestReason = 500;

    /// <summary>Maps POST {id}/result and requalify.</summary>
    public static void MapChanges(this RouteGroupBuilder desk)
    {
        desk.MapPost("{id}/result", TellResultAsync);
        desk.MapPost("requalify", RequalifyAsync);
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
            return changed is null ? DeskAnswer.NoLead() : Results.Json(ChangeAnswer.Of(changed, views), DeskJsonContext.Default.ChangeAnswer);
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
}
