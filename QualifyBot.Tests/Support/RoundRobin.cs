using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace QualifyBot.Tests.Support;

/// <summary>A plain load balancer: each connection goes to the next host that takes it, whoever it belongs to.</summary>
internal sealed class RoundRobin : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, bool> open = [];
    private readonly IPEndPoint[] hosts;
    private int next;

    public RoundRobin(params Uri[] hosts)
    {
        this.hosts = [.. hosts.Select(host => new IPEndPoint(IPAddress.Loopback, host.Port))];
        listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>The address of all hosts together.</summary>
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    /// <summary>Cuts all connections that are open now, as a network that goes away does.</summary>
    public void Drop()
    {
        foreach (var (client, _) in open)
        {
            // One that ends by itself at this moment has no socket any more.
            client.Client?.Close(0);
        }
    }

    public void Dispose()
    {
        listener.Dispose();
        Drop();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException)
        {
            // Disposed: nobody is served any more.
        }
    }

    private async Task ServeAsync(TcpClient from)
    {
        using (from)
        using (var to = new TcpClient())
        {
            open[from] = true;
            try
            {
                await ConnectAsync(to);
                await Task.WhenAny(from.GetStream().CopyToAsync(to.GetStream()), to.GetStream().CopyToAsync(from.GetStream()));
            }
            catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // One side is gone, so the other goes too.
            }

            open.TryRemove(from, out _);
        }
    }

    // Each connection goes round from a place of its own: others that connect meanwhile don't send it to a host that is down twice.
    private async Task ConnectAsync(TcpClient to)
    {
        var first = Interlocked.Increment(ref next) & int.MaxValue;
        for (var tries = 0; ; tries++)
        {
            try
            {
                await to.ConnectAsync(hosts[(first + tries) % hosts.Length]);
                return;
            }
            catch (SocketException) when (tries < hosts.Length - 1)
            {
                // That host is down: the next one.
            }
        }
    }
}
