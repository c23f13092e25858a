using System.Net;
using System.Net.WebSockets;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.BotFramework.DirectLine;

public sealed class StreamLimitTests
{
    [Fact]
    public async Task A_conversation_has_so_many_streams_and_a_place_that_is_left_is_free_again()
    {
        await using var host = await DirectLineHost.StartAsync(("DirectLine:StreamsPerConversation", "2"));
        var (_, _, address) = await host.BeginAsync();
        using var first = await StreamClient.OpenAsync(address);
        using var second = await StreamClient.OpenAsync(address);
        await AssertFullAsync(address);
        using var other = await StreamClient.OpenAsync((await host.BeginAsync()).Stream);
        await first.TextsAsync();
        await first.Socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await Eventually.TrueAsync(() => host.Conversations.Readers == 2, "the place to be free");
        using var third = await StreamClient.OpenAsync(address);
        await third.TextsAsync();
    }

    [Fact]
    public async Task An_address_has_so_many_streams_in_all_conversations_together()
    {
        await using var host = await DirectLineHost.StartAsync(("DirectLine:StreamsPerAddress", "2"), ("DirectLine:Proxies", "1"));
        using var first = await OpenAsync((await host.BeginAsync()).Stream, "203.0.113.7");
        using var second = await OpenAsync((await host.BeginAsync()).Stream, "203.0.113.7");
        await AssertFullAsync((await host.BeginAsync()).Stream, "203.0.113.7");
        using var elsewhere = await OpenAsync((await host.BeginAsync()).Stream, "198.51.100.1");
        Assert.Equal(WebSocketState.Open, elsewhere.State);
    }

    [Fact]
    public async Task All_streams_together_cost_one_look_at_the_store_and_none_of_them_a_read_while_nothing_is_new()
    {
        await using var host = await DirectLineHost.StartAsync();
        var streams = new List<StreamClient>();
        for (var i = 0; i < 20; i++)
        {
            streams.Add(await StreamClient.OpenAsync((await host.BeginAsync()).Stream));
            await streams[^1].TextsAsync();
        }

        host.Clock.Advance(TimeSpan.FromSeconds(5));
        await Eventually.TrueAsync(() => host.Conversations.Reads >= 40, "each stream to look once whether it missed anything");
        var (looks, reads) = (host.Conversations.Looks, host.Conversations.Reads);
        host.Clock.Advance(TimeSpan.FromSeconds(50));
        Assert.Equal((looks + 10, reads), (host.Conversations.Looks, host.Conversations.Reads));
        streams.ForEach(static stream => stream.Dispose());
    }

    [Fact]
    public async Task A_client_that_never_stops_talking_is_let_go()
    {
        await using var host = await DirectLineHost.StartAsync();
        using var stream = await StreamClient.OpenAsync((await host.BeginAsync()).Stream);
        await stream.TextsAsync();
        await Assert.ThrowsAnyAsync<WebSocketException>(() => TalkOnAsync(stream));
    }

    // Whoever is let go is told so, or finds the connection closed in the middle of a word.
    private static async Task TalkOnAsync(StreamClient stream)
    {
        for (var i = 0; i < 600; i++)
        {
            await stream.Socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }

        if (await stream.NextAsync() is null)
        {
            throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely);
        }
    }

    private static async Task<ClientWebSocket> OpenAsync(Uri address, string? from = null)
    {
        var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("X-Forwarded-For", from);
        await socket.ConnectAsync(address, CancellationToken.None);
        return socket;
    }

    private static async Task AssertFullAsync(Uri address, string? from = null)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("X-Forwarded-For", from);
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(address, CancellationToken.None));
        Assert.Equal(HttpStatusCode.TooManyRequests, socket.HttpStatusCode);
    }
}
