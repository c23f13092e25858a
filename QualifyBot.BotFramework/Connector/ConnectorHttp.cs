using System.Net;
using System.Net.Http;
using System.Net.Sockets;

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

    // No proxy and no redirects, since a token must reach the host it is for and no other.
    private static SocketsHttpHandler CreateHandler() => new()
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        MaxConnectionsPerServer = 1024,
        ConnectCallback = DialAsync,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
    };

    // The name localhost may stand for one address family while the channel (the Emulator, say) listens on the other.
    private static async ValueTask<Stream> DialAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        if (!string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase))
        {
            return await ConnectAsync(context.DnsEndPoint, cancellation);
        }

        try
        {
            return await ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancellation);
        }
        catch (SocketException)
        {
            return await ConnectAsync(new IPEndPoint(IPAddress.IPv6Loopback, port), cancellation);
        }
    }

    private static async ValueTask<Stream> ConnectAsync(EndPoint to, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(to, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            socket.Dispose();
            throw;
        }
    }
}
