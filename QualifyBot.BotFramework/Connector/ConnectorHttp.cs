using System.Net;
using System.Net.Http;

namespace QualifyBot.BotFramework.Connector;

/// <summary>The one way out to channels and sign-in, shared by the whole process.</summary>
public sealed class ConnectorHttp : IDisposable
{
    private const int LargestDocument = 1024 * 1024;

    /// <summary>Opens the way out; a test may give its own <paramref name="handler"/>.</summary>
    public ConnectorHttp(HttpMessageHandler? handler = null)
    {
        Channels = new HttpMessageInvoker(handler ?? CreateHandler(), disposeHandler: true);
        SignIn = new HttpClient(handler ?? CreateHandler(), disposeHandler: true) { MaxResponseContentBufferSize = LargestDocument };
    }

    /// <summary>For replies. Without HttpClient's own time-outs and buffering, which cost more than the request itself.</summary>
    public HttpMessageInvoker Channels { get; }

    /// <summary>For tokens and signing keys.</summary>
    public HttpClient SignIn { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Channels.Dispose();
        SignIn.Dispose();
    }

    // No proxy and no redirects, since a token must reach the host it is for and no other. Both address families are
    // dialled, so localhost works whichever one a channel listens on.
    private static SocketsHttpHandler CreateHandler() => new()
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
