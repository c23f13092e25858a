using System.Net;
using Microsoft.AspNetCore.Http;

namespace QualifyBot.BotFramework.Authentication;

/// <summary>Tells a program of this machine from everyone else, for what may be done without credentials.</summary>
public static class LoopbackCaller
{
    private static readonly string[] _proxyHeaders = ["X-Forwarded-For", "Forwarded", "X-Forwarded-Host", "X-Real-IP"];

    /// <summary>
    /// True if the connection comes from this machine, was not passed on by a proxy (whose own address would be local too),
    /// and was meant for this machine: a web page that points its own name at 127.0.0.1 still sends that name as Host.
    /// </summary>
    public static bool IsLocal(HttpContext context)
    {
        var request = context.Request;
        return context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
            && !_proxyHeaders.Any(request.Headers.ContainsKey)
            && IsLoopbackHost(request.Host.Host)
            && (request.Headers.Origin.Count == 0 || IsLoopbackOrigin(request.Headers.Origin.ToString()));
    }

    /// <summary>Whether a host is localhost, in 127.0.0.0/8 or ::1, as it is written, without asking DNS.</summary>
    public static bool IsLoopbackHost(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.AsSpan().Trim("[]"), out var address) && IPAddress.IsLoopback(address));

    private static bool IsLoopbackOrigin(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && IsLoopbackHost(uri.Host);
}
