using System.Globalization;
using QualifyBot.Bot.Accounts;
using QualifyBot.Bot.Turns;
using QualifyBot.BotFramework.DirectLine;

namespace QualifyBot.Bot.Desk;

/// <summary>The seller's API.</summary>
internal static class DeskRoutes
{
    private const int DefaultLimit = 50;
    private const int LargestLimit = 500;

    /// <summary>Maps what is below /api/leads, /api/accounts, /api/signals and /api/outbox.</summary>
    public static void MapDesk(this WebApplication app)
    {
        var desk = app.MapGroup("/api/leads").AddEndpointFilter(AdminAccess.FilterAsync);
        desk.MapGet("", ListAsync);
        desk.MapGet("{id}", ShowAsync);
        desk.MapGet("{id}/files/{file}", FileAsync);
        desk.MapChanges();
        desk.MapMessages();
        app.MapGroup("/api").AddEndpointFilter(AdminAccess.FilterAsync).MapSignals();
        app.MapGroup("/api/accounts").AddEndpointFilter(AdminAccess.FilterAsync).MapAccounts();
        app.MapGroup("/api/outbox").AddEndpointFilter(AdminAccess.FilterAsync).MapOutbox();
    }

    /// <summary>The number that a call asks for, or null where it asks for none that may be.</summary>
    public static int? LimitOf(HttpRequest request, int otherwise, int largest) => request.Query["limit"].ToString() is not { Length: > 0 } wanted ? otherwise
        : int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0 && limit <= largest ? limit
        : null;

    private static async Task<IResult> ListAsync(HttpRequest request, StoredLeads leads, LeadViews views, CancellationToken cancellation)
    {
        if (LimitOf(request, DefaultLimit, LargestLimit) is not { } limit)
        {
            return DeskAnswer.Bad($"limit is a whole number from 1 to {LargestLimit}.");
        }

        var place = request.Query["before"].ToString();
        var before = LeadPlace.Parse(place);
        if (before is null && place.Length > 0)
        {
            return DeskAnswer.Bad("before is the value of 'next' of the page before, or a moment such as 2026-11-22T10:00:00Z.");
        }

        var (isReopened, isOverturned) = (request.Query["reopened"].ToString(), request.Query["overturned"].ToString());
        if (isReopened is not ("" or "true") || isOverturned is not ("" or "true") || isReopened.Length + isOverturned.Length > "true".Length)
        {
            return DeskAnswer.Bad("reopened and overturned are true, one of them, or left out for all leads.");
        }

        var index = isReopened.Length > 0 ? ConversationKey.ReopenedIndex : isOverturned.Length > 0 ? ConversationKey.OverturnedIndex : ConversationKey.LeadsIndex;
        var (page, next) = await leads.NewestAsync(index, before, limit, cancellation);
        return Results.Json(new LeadPage([.. page.Select(lead => views.Of(lead))], next?.ToString()), DeskJsonContext.Default.LeadPage);
    }

    private static async Task<IResult> FileAsync(string id, string file, HttpContext context, StoredLeads leads, VisitorFiles files, CancellationToken cancellation)
    {
        if (await files.OpenAsync(await leads.FindAsync(id, cancellation), file, cancellation) is not { } content)
        {
            return DeskAnswer.Error(404, "NotFound", "There is no such file, or no longer; GET /api/leads/{id} lists those of a lead.");
        }

        await FileDownload.WriteAsync(context, content);
        return Results.Empty;
    }

    private static async Task<IResult> ShowAsync(string id, StoredLeads leads, StoredAccounts accounts, LeadViews views, CancellationToken cancellation)
    {
        if (await leads.FindAsync(id, cancellation) is not { } lead)
        {
            return DeskAnswer.NoLead();
        }

        var account = lead.Domain is { } domain ? await accounts.FindAsync(domain, cancellation) : null;
        var view = views.WithCourse(lead) with
        {
            Otherwise = views.OtherwiseOf(lead),
            Account = account is null ? null : AccountView.Of(account),
            Transcript = [.. LeadViews.Lines(await leads.TranscriptAsync(id, cancellation))],
        };
        return Results.Json(view, DeskJsonContext.Default.LeadView);
    }
}
