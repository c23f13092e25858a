using QualifyBot.Bot.Accounts;
using QualifyBot.Qualification.Accounts;

namespace QualifyBot.Bot.Desk;

/// <summary>Companies and their buying committees.</summary>
internal static class AccountRoutes
{
    private const int DefaultLimit = 50;
    private const int LargestLimit = 200;

    /// <summary>Maps GET /api/accounts and GET /api/accounts/{domain}.</summary>
    public static void MapAccounts(this RouteGroupBuilder accounts)
    {
        accounts.MapGet("", ListAsync);
        accounts.MapGet("{domain}", ShowAsync);
    }

    private static async Task<IResult> ListAsync(HttpRequest request, StoredAccounts accounts, CancellationToken cancellation)
    {
        if (DeskRoutes.LimitOf(request, DefaultLimit, LargestLimit) is not { } limit)
        {
            return DeskAnswer.Bad($"limit is a whole number from 1 to {LargestLimit}.");
        }

        var after = request.Query["after"].ToString() is { Length: > 0 } given ? given : null;
        var (page, next) = await accounts.PageAsync(after, limit, cancellation);
        return Results.Json(new AccountPage([.. page.Select(AccountView.Of)], next), DeskJsonContext.Default.AccountPage);
    }

    private static async Task<IResult> ShowAsync(string domain, StoredAccounts accounts, CancellationToken cancellation) =>
        CompanyDomain.Registered(domain) is { } registered && await accounts.FindAsync(registered, cancellation) is { } account
            ? Results.Json(AccountView.Of(account), DeskJsonContext.Default.AccountView)
            : DeskAnswer.Error(404, "NotFound", "There is no account of this domain; GET /api/accounts lists them.");
}
