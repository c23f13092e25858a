using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace QualifyBot.Tests.Mutations;

/// <summary>Sends bytes to a host, also such as are no HTTP, and reads what it answers.</summary>
internal sealed class RawHttp(int port) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly byte[] buffer = new byte[4 * 1024 * 1024];
    private Socket? socket;
    private int filled;

    /// <summary>Sends a request; its status, or null where the host hung up without a word.</summary>
    /// <param name="request">All of it.</param>
    /// <param name="isWhole">Whether it ends where it says; else the host may wait for more, and the connection serves for nothing further.</param>
    public async Task<int?> SendAsync(byte[] request, bool isWhole)
    {
        using var limit = new CancellationTokenSource(isWhole ? Patience : Patience / 6);
        try
        {
            if (socket is null || !isWhole)
            {
                await ConnectAsync(limit.Token);
            }

            await SendAllAsync(request, limit.Token);
            var status = await AnswerAsync(limit.Token);
            if (!isWhole || status is null)
            {
                Dispose();
            }

            return status;
        }
        catch (Exception e) when (e is SocketException || (e is OperationCanceledException && !isWhole))
        {
            // A host may cut off who does not keep to the protocol.
            Dispose();
            return null;
        }
    }

    public void Dispose()
    {
        socket?.Dispose();
        socket = null;
    }

    private async Task ConnectAsync(CancellationToken cancellation)
    {
        Dispose();
        socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancellation);
        filled = 0;
    }

    private async Task SendAllAsync(byte[] request, CancellationToken cancellation)
    {
        try
        {
            for (var sent = 0; sent < request.Length;)
            {
                sent += await socket!.SendAsync(request.AsMemory(sent), cancellation);
            }
        }
        catch (SocketException)
        {
            // It may answer before it has read everything, and hang up.
        }
    }

    private async Task<int?> AnswerAsync(CancellationToken cancellation)
    {
        filled = 0;
        int end;
        while ((end = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (!await MoreAsync(cancellation))
            {
                return null;
            }
        }

        var head = Encoding.Latin1.GetString(buffer, 0, end).Split("\r\n");
        var isChunked = head.Any(static line => line.StartsWith("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase));
        var length = head.Where(static line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)).Select(static line => int.Parse(line.AsSpan(15), CultureInfo.InvariantCulture)).FirstOrDefault();
        while (isChunked ? !buffer.AsSpan(0, filled).EndsWith("0\r\n\r\n"u8) : filled < end + 4 + length)
        {
            if (!await MoreAsync(cancellation))
            {
                break;
            }
        }

        if (head.Any(static line => line.StartsWith("Connection: close", StringComparison.OrdinalIgnoreCase)))
        {
            Dispose();
        }

        return int.Parse(head[0].AsSpan(9, 3), CultureInfo.InvariantCulture);
    }

    private async Task<bool> MoreAsync(CancellationToken cancellation)
    {
        var received = await socket!.ReceiveAsync(buffer.AsMemory(filled), cancellation);
        filled += received;
        return received > 0;
    }
}
