using System.Net;
using System.Net.Http;

namespace QualifyBot.BotFramework.Connector;

/// <summary>The one way out to channels and sign-in, shared by the whole process.</summary>
public static class ConnectorHttp
{
    /// <summary>
    /// Connections to channels: no proxy and no redirects, since a token must reach the host it is for and no other; both
    /// address families are dialled, so localhost works whichever one a channel listens on.
    /// </summary>
    public static SocketsHttpHandler Create() => new()
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        MaxConnectionsPerServer = 1024,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
    };
}
