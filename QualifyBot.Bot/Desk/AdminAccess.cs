using System.Security.Cryptography;
using System.Text;
using QualifyBot.BotFramework.Authentication;

namespace QualifyBot.Bot.Desk;

/// <summary>Lets in who shows the admin key; without one configured, programs of this machine alone.</summary>
internal static class AdminAccess
{
    private const string KeyHeader = "X-Api-Key";
    private const string Bearer = "Bearer ";

    /// <summary>Refuses with 401 or 403 who may not look.</summary>
    public static ValueTask<object?> FilterAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var http = invocation.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        if (http.RequestServices.GetRequiredService<DeskOptions>().AdminKey is not { } key)
        {
            return LoopbackCaller.IsLocal(http)
                ? next(invocation)
                : Refuse(403, "Forbidden", "Without an admin key leads are shown on this machine only, at http://localhost. To open the desk set Desk:AdminKey and send it as 'X-Api-Key'.");
        }

        return IsSame(Shown(http.Request), key) ? next(invocation) : Refuse(401, "Unauthorized", "Send the admin key as the header 'X-Api-Key', or as 'Authorization: Bearer'.");
    }

    private static string Shown(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..].Trim() : request.Headers[KeyHeader].ToString();
    }

    // Hashes have one length, so that the time of the comparison tells nothing.
    private static bool IsSame(string shown, string key) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(shown)), SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static ValueTask<object?> Refuse(int status, string code, string message) =>
        ValueTask.FromResult<object?>(Results.Json(new DeskError(new DeskProblem(code, message)), DeskJsonContext.Default.DeskError, statusCode: status));
}
