using System.Net.WebSockets;
using System.Threading.Channels;

namespace QualifyBot.BotFramework.DirectLine;

/// <summary>
/// One client's stream: whatever stands in the log behind its watermark is sent, in order, once. It holds one set at a time,
/// and a client that does not take it in time is dropped; its next connection goes on where it was.
/// </summary>
internal sealed class StreamConnection(
    WebSocket socket, IDirectLineConversations conversations, StreamPulse pulse, TimeProvider time, string conversationId, long after, FileLinks links)
{
    private const int Page = 32;
    private const int LargestFromClient = 4 * 1024;
    private const int FramesAtOnce = 500;
    private const int FramesPerMinute = 60;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(15);

    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private long _after = after;

    /// <summary>Serves the client until it leaves, or <paramref name="stopping"/>.</summary>
    internal async Task RunAsync(CancellationToken stopping)
    {
        // To cancel a receive would abort the socket, so the two directions end by tokens of their own.
        using var pushing = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var listening = new CancellationTokenSource();
        var listener = ListenAsync(pushing, listening.Token);
        try
        {
            await PushAsync(pushing.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException or TimeoutException)
        {
            // The client left, did not take what was sent, or the host stops.
        }

        await CloseAsync(listening, listener);
    }

    private async Task PushAsync(CancellationToken cancellation)
    {
        await using var subscription = await conversations.SubscribeAsync(conversationId, Wake, cancellation);
        using var watch = pulse.Begin(conversationId, Wake);
        for (var live = false; ; live = true)
        {
            try
            {
                await CatchUpAsync(live, cancellation);
            }
            catch (Exception e) when (e is IOException or TimeoutException && socket.State == WebSocketState.Open)
            {
                // The store cannot be reached: the next look tries again from the same place.
                watch.Again();
            }

            await _news.Reader.ReadAsync(cancellation);
        }
    }

    private void Wake() => _news.Writer.TryWrite(true);

    private async Task CatchUpAsync(bool live, CancellationToken cancellation)
    {
        for (var more = true; more;)
        {
            var entries = await conversations.ReadAsync(conversationId, _after, Page, cancellation);
            var view = new ClientView(_after, links);
            foreach (var entry in entries.TakeWhile(_ => !view.IsFull))
            {
                view.Add(entry, live);
            }

            more = view.IsFull || entries.Count == Page;
            if (view.Count > 0)
            {
                await SendAsync(view.Complete());
            }

            _after = view.Watermark;
        }
    }

    private async Task SendAsync(ReadOnlyMemory<byte> frame)
    {
        using var timeout = new CancellationTokenSource(_patience, time);
        await socket.SendAsync(frame, WebSocketMessageType.Text, WebSocketMessageFlags.EndOfMessage, timeout.Token);
    }

    // Clients send empty frames as a sign of life, three a minute; what else they say here means nothing, but must be bounded.
    private async Task ListenAsync(CancellationTokenSource pushing, CancellationToken cancellation)
    {
        var (buffer, began, frames) = (new byte[256], time.GetTimestamp(), 0);
        try
        {
            for (var length = 0; length <= LargestFromClient && frames <= FramesAtOnce + (FramesPerMinute * time.GetElapsedTime(began).TotalMinutes); frames++)
            {
                var received = await socket.ReceiveAsync(buffer.AsMemory(), cancellation);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    break;
                }

                length = received.EndOfMessage ? 0 : length + received.Count;
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The connection broke, or is to end.
        }

        await pushing.CancelAsync();
    }

    private async Task CloseAsync(CancellationTokenSource listening, Task listener)
    {
        using var timeout = new CancellationTokenSource(_patience, time);
        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            try
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, "Connect again.", timeout.Token);
            }
            catch (Exception e) when (e is WebSocketException or OperationCanceledException)
            {
                // It is gone already.
            }
        }

        await using var hurry = timeout.Token.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), listening);
        await listener;
    }
}
