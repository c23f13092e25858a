using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using QualifyBot.Benchmarks.Load;

namespace QualifyBot.Benchmarks.Streams;

/// <summary>A visitor who talks by Direct Line and hears over a WebSocket, as Web Chat does.</summary>
internal sealed class StreamVisitor(HttpClient bot, int number, Tally tally) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Random chance = new(number);
    private readonly ClientWebSocket socket = new();
    private readonly HashSet<string> seen = [];
    private readonly Dictionary<string, TaskCompletionSource<long>> awaited = [];
    private string path = "";
    private string token = "";
    private Task listening = Task.CompletedTask;

    /// <summary>Whether the stream is open.</summary>
    public bool IsConnected => socket.State == WebSocketState.Open && !listening.IsCompleted;

    /// <summary>Activities that came more than once.</summary>
    public int Doubled { get; private set; }

    /// <summary>Starts a conversation and opens its stream.</summary>
    public async Task ConnectAsync(CancellationToken cancellation)
    {
        using var response = await bot.PostAsync("/v3/directline/conversations", null, cancellation);
        var start = JsonNode.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellation))!;
        (path, token) = ($"/v3/directline/conversations/{start["conversationId"]}/activities", (string)start["token"]!);
        await socket.ConnectAsync(new Uri((string)start["streamUrl"]!), cancellation);
        listening = ListenAsync();
    }

    /// <summary>Says the lines of a script, each after a pause, and waits for the reply to each.</summary>
    public async Task TalkAsync(TalkScript script, double pause, CancellationToken cancellation)
    {
        foreach (var turn in script.Turns)
        {
            // Twice the pause at most, and chance between: nobody keeps step with the others.
            await Task.Delay(TimeSpan.FromSeconds(pause * 2 * chance.NextDouble()), cancellation);
            if (await SayAsync(turn.Text.Replace("{i}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), cancellation) is { } failure)
            {
                tally.Finish(failure);
                return;
            }
        }

        tally.Finish(null);
    }

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        await listening;
        socket.Dispose();
    }

    private async Task<Failure?> SayAsync(string text, CancellationToken cancellation)
    {
        var message = new JsonObject { ["type"] = "message", ["text"] = text, ["channelData"] = new JsonObject { ["clientActivityID"] = Guid.NewGuid().ToString("N") } };
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(message.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var began = Stopwatch.GetTimestamp();
        using var response = await bot.SendAsync(request, cancellation);
        if (!response.IsSuccessStatusCode)
        {
            return new Failure($"POST answered {(int)response.StatusCode}");
        }

        var id = (string)JsonNode.Parse(await response.Content.ReadAsByteArrayAsync(cancellation))!["id"]!;
        tally.Post(Stopwatch.GetTimestamp() - began);
        try
        {
            tally.Turn(await Reply(id).Task.WaitAsync(Patience, cancellation) - began);
            return null;
        }
        catch (TimeoutException)
        {
            return new Failure("no reply", $"visitor {number}: no reply to '{text}'");
        }
    }

    private TaskCompletionSource<long> Reply(string id)
    {
        lock (awaited)
        {
            if (!awaited.TryGetValue(id, out var reply))
            {
                awaited[id] = reply = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            return reply;
        }
    }

    private async Task ListenAsync()
    {
        var (buffer, length) = (new byte[4 * 1024], 0);
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                length += part.Count;
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return;
                }

                if (part.EndOfMessage)
                {
                    Hear(buffer.AsSpan(0, length));
                    length = 0;
                }
                else if (length == buffer.Length)
                {
                    Array.Resize(ref buffer, buffer.Length * 2);
                }
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The stream ended; whoever counts the connected sees it.
        }
    }

    private void Hear(ReadOnlySpan<byte> frame)
    {
        var now = Stopwatch.GetTimestamp();
        foreach (var activity in frame.IsEmpty ? [] : JsonNode.Parse(frame)!["activities"]!.AsArray())
        {
            Doubled += seen.Add((string)activity!["id"]!) ? 0 : 1;
            if (activity["replyToId"] is { } to && !Reply((string)to!).TrySetResult(now))
            {
                tally.Error(new Failure("a second reply to one message"));
            }
        }
    }
}
