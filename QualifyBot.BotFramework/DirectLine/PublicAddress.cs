using Microsoft.AspNetCore.Http;

namespace QualifyBot.BotFramework.DirectLine;

/// <summary>
/// How the client reaches this host, also through a proxy. The proxy's headers are taken as they come: what is made of them goes
/// back to the one who sent them, and a browser lets no page set them.
/// </summary>
internal static class PublicAddress
{
    /// <summary>Host and port, as the client wrote them.</summary>
    internal static string Host(HttpRequest request) =>
        First(request.Headers["X-Forwarded-Host"].ToString()) is { Length: > 0 } host && Uri.CheckHostName(new HostString(host).Host.Trim('[', ']')) != UriHostNameType.Unknown
            ? host
            : request.Host.Value ?? "localhost";

    /// <summary>The address of a WebSocket at <paramref name="path"/>.</summary>
    internal static string WebSocket(HttpRequest request, string path) => $"{(IsSecure(request) ? "wss" : "ws")}://{Host(request)}{request.PathBase}{path}";

    /// <summary>The address of a page or file at <paramref name="path"/>.</summary>
    internal static string Http(HttpRequest request, string path) => $"{(IsSecure(request) ? "https" : "http")}://{Host(request)}{request.PathBase}{path}";

    private static bool IsSecure(HttpRequest request) =>
        First(request.Headers["X-Forwarded-Proto"].ToString()) switch
        {
            "https" => true,
            "http" => false,
            _ => request.IsHttps,
        };

    private static string First(string list) => list.Split(',', 2)[0].Trim();
}
