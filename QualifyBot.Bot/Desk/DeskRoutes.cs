using System.Globalization;
using QualifyBot.Bot.Turns;

namespace QualifyBot.Bot.Desk;

/// <summary>The seller's API.</summary>
internal static class DeskRoutes
{
    private const int DefaultLimit = 50;
    private const int LargestLimit = 500;

    /// <summary>Maps GET /api/leads and GET /api/leads/{id}.</summary>
    public static void MapDesk(this WebApplication app)
    {
        var desk = app.MapGroup("/api/leads").AddEndpointFilter(AdminAccess.FilterAsync);
        desk.MapGet("", ListAsync);
        desk.MapGet("{id}", ShowAsync);
    }

    private static async Task<IResult> ListAsync(HttpRequest request, StoredLeads leads, LeadViews views, CancellationToken cancellation)
    {
        var limit = DefaultLimit;
        if (request.Query["limit"].ToString() is { Length: > 0 } wanted
            && !(int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is > 0 and <= LargestLimit))
        {
            return Bad($"limit is a whole number from 1 to {LargestLimit}.");
        }

        var place = request.Query["before"].ToString();
        var before = LeadPlace.Parse(place);
        if (before is null && place.Length > 0)
        {
            return Bad("before is the value of 'next' of the page before, or a moment such as 2026-11-22T10:00:00Z.");
        }

        var (page, next) = await leads.NewestAsync(before, limit, cancellation);
        return Results.Json(new LeadPage([.. page.Select(lead => views.Of(lead))], next?.ToString()), DeskJsonContext.Default.LeadPage);
    }

    private static async Task<IResult> ShowAsync(string id, StoredLeads leads, LeadViews views, CancellationToken cancellation) =>
        await leads.FindAsync(id, cancellation) is { } lead
            ? Results.Json(views.Of(lead, await leads.TranscriptAsync(id, cancellation)), DeskJsonContext.Default.LeadView)
            : Error(404, "NotFound", "There is no lead of this id; GET /api/leads lists them.");

    private static IResult Bad(string message) => Error(400, "BadArgument", message);

    private static IResult Error(int status, string code, string message) =>
        Results.Json(new DeskError(new DeskProblem(code, message)), DeskJsonContext.Default.DeskError, statusCode: status);
}
