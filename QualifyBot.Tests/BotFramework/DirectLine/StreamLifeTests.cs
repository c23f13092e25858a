using System.Net.WebSockets;
using System.Text;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.BotFramework.DirectLine;

public sealed class StreamLifeTests
{
    [Fact]
    public async Task Signs_of_life_are_ignored_and_a_flood_ends_the_stream()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, _, address) = await host.BeginAsync();
        using var stream = await StreamClient.OpenAsync(address);
        await stream.TextsAsync();
        for (var i = 0; i < 100; i++)
        {
            await stream.Socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }

        host.Say(id, "still here");
        Assert.Equal(("still here", "3"), await stream.TextsAsync());
        await stream.Socket.SendAsync(Encoding.UTF8.GetBytes(new string('x', 100_000)), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        Assert.Null(await stream.NextAsync());
    }

    [Fact]
    public async Task A_client_that_leaves_is_let_go()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (_, _, address) = await host.BeginAsync();
        using var stream = await StreamClient.OpenAsync(address);
        await stream.TextsAsync();
        await stream.Socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await Eventually.TrueAsync(() => host.Conversations.Readers == 0, "the stream to end");
    }

    [Fact]
    public async Task A_client_that_does_not_take_what_is_sent_is_dropped()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, _, address) = await host.BeginAsync();
        using var stream = await StreamClient.OpenAsync(address);
        await stream.TextsAsync();
        for (var i = 0; i < 40; i++)
        {
            host.Say(id, new string('x', 700_000));
        }

        await Eventually.TrueAsync(() => Later(host).Conversations.Readers == 0, "the stream to end");
    }

    [Fact]
    public async Task A_host_that_stops_tells_its_clients_to_connect_again()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (_, _, address) = await host.BeginAsync();
        using var stream = await StreamClient.OpenAsync(address);
        await stream.TextsAsync();
        var stopping = host.StopAsync();
        Assert.Null(await stream.NextAsync());
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, stream.Socket.CloseStatus);
        await stream.Socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await stopping;
    }

    [Fact]
    public async Task A_stream_address_serves_for_a_minute_and_for_allowed_pages_only()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (_, _, address) = await host.BeginAsync();
        using var foreign = new ClientWebSocket();
        foreign.Options.SetRequestHeader("Origin", "https://evil.example");
        await Assert.ThrowsAsync<WebSocketException>(() => foreign.ConnectAsync(address, CancellationToken.None));
        host.Clock.Advance(TimeSpan.FromSeconds(61));
        await Assert.ThrowsAsync<WebSocketException>(() => StreamClient.OpenAsync(address));
    }

    [Theory]
    [InlineData("X-Forwarded-Proto", "https", "wss://")]
    [InlineData("X-Forwarded-Host", "chat.example.com, inner", "ws://chat.example.com/v3/")]
    [InlineData("X-Forwarded-Host", "a b/c", "ws://127.0.0.1")]
    public async Task Behind_a_proxy_the_stream_has_the_proxys_address(string header, string value, string expected)
    {
        await using var host = await DirectLineHost.StartAsync();
        var answer = await host.CallAsync("POST", "conversations", change: request => request.Headers.TryAddWithoutValidation(header, value));
        Assert.StartsWith(expected, (string)answer.Body["streamUrl"]!, StringComparison.Ordinal);
    }

    private static DirectLineHost Later(DirectLineHost host)
    {
        host.Clock.Advance(TimeSpan.FromSeconds(3));
        return host;
    }
}
