using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using QualifyBot.BotFramework.Schema;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.BotFramework.DirectLine;

public sealed class StreamTests
{
    [Fact]
    public async Task What_was_said_before_the_stream_opened_comes_first_and_then_what_is_new()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, token, address) = await host.BeginAsync();
        using var stream = await StreamClient.OpenAsync(address);
        Assert.Equal((("Welcome"), "2"), await NextAsync(stream));

        await host.CallAsync("POST", $"conversations/{id}/activities", token, """{"type":"message","text":"hi"}""");

        Assert.Equal(("hi,You said: hi", "4"), await NextAsync(stream));
    }

    [Fact]
    public async Task A_dropped_client_loses_and_doubles_nothing()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, token, address) = await host.BeginAsync();
        string watermark;
        using (var first = await StreamClient.OpenAsync(address))
        {
            watermark = (await NextAsync(first)).Watermark;
            first.Socket.Abort();
        }

        await host.CallAsync("POST", $"conversations/{id}/activities", token, """{"type":"message","text":"missed"}""");
        var again = await host.CallAsync("GET", $"conversations/{id}?watermark={watermark}", token);
        using var second = await StreamClient.OpenAsync(new Uri((string)again.Body["streamUrl"]!));

        Assert.Equal(("missed,You said: missed", "4"), await NextAsync(second));
        await Eventually.TrueAsync(() => host.Conversations.Readers == 1, "the dropped client's stream to end");
    }

    [Fact]
    public async Task Without_a_watermark_a_client_gets_only_what_is_new()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, token, _) = await host.BeginAsync();
        var again = await host.CallAsync("GET", $"conversations/{id}?watermark=", token);
        await host.CallAsync("POST", $"conversations/{id}/activities", token, """{"type":"message","text":"hi"}""");
        using var stream = await StreamClient.OpenAsync(new Uri((string)again.Body["streamUrl"]!));
        Assert.Equal(("hi,You said: hi", "4"), await NextAsync(stream));
    }

    [Fact]
    public async Task A_lost_notice_is_made_up_for_by_polling()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, _, address) = await host.BeginAsync();
        using var stream = await StreamClient.OpenAsync(address);
        await NextAsync(stream);
        host.Conversations.Silent = true;
        Say(host, id, "unannounced");
        host.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(("unannounced", "3"), await NextAsync(stream));
    }

    [Fact]
    public async Task A_store_that_is_down_for_a_while_interrupts_but_does_not_end_a_stream()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, _, address) = await host.BeginAsync();
        using var stream = await StreamClient.OpenAsync(address);
        await NextAsync(stream);
        host.Conversations.Down = true;
        Say(host, id, "during");
        host.Clock.Advance(TimeSpan.FromSeconds(5));
        host.Conversations.Down = false;
        host.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(("during", "3"), await NextAsync(stream));
    }

    [Fact]
    public async Task Typing_is_shown_as_it_happens_and_not_afterwards()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, _, address) = await host.BeginAsync();
        Type(host, id);
        using var stream = await StreamClient.OpenAsync(address);
        Assert.Equal(("Welcome", "3"), await NextAsync(stream));
        Type(host, id);
        Assert.Equal(("typing", "4"), await NextAsync(stream));
    }

    [Fact]
    public async Task A_long_history_comes_in_sets_of_bounded_size()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, _, address) = await host.BeginAsync();
        for (var i = 0; i < 250; i++)
        {
            Say(host, id, i.ToString(CultureInfo.InvariantCulture));
        }

        Say(host, id, new string('a', 700_000));
        Say(host, id, new string('b', 700_000));
        Say(host, id, new string('c', 700_000));
        using var stream = await StreamClient.OpenAsync(address);
        var (texts, watermark) = (new List<string>(), "");
        while (watermark is not "255")
        {
            var set = (await stream.NextAsync())!.Value;
            Assert.InRange(set.Texts.Sum(text => text.Length), 0, 2_000_000);
            texts.AddRange(set.Texts);
            watermark = set.Watermark;
        }

        Assert.Equal(Enumerable.Range(0, 250).Select(i => i.ToString(CultureInfo.InvariantCulture)).Prepend("Welcome").Concat([new('a', 700_000), new('b', 700_000), new('c', 700_000)]), texts);
    }

    [Fact]
    public async Task Signs_of_life_are_ignored_and_a_flood_ends_the_stream()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, _, address) = await host.BeginAsync();
        using var stream = await StreamClient.OpenAsync(address);
        await NextAsync(stream);
        for (var i = 0; i < 100; i++)
        {
            await stream.Socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }

        Say(host, id, "still here");
        Assert.Equal(("still here", "3"), await NextAsync(stream));
        await stream.Socket.SendAsync(Encoding.UTF8.GetBytes(new string('x', 100_000)), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        Assert.Null(await stream.NextAsync());
    }

    [Fact]
    public async Task A_client_that_leaves_is_let_go()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (_, _, address) = await host.BeginAsync();
        using var stream = await StreamClient.OpenAsync(address);
        await NextAsync(stream);
        await stream.Socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await Eventually.TrueAsync(() => host.Conversations.Readers == 0, "the stream to end");
    }

    [Fact]
    public async Task A_host_that_stops_tells_its_clients_to_connect_again()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (_, _, address) = await host.BeginAsync();
        using var stream = await StreamClient.OpenAsync(address);
        await NextAsync(stream);
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

    private static void Say(DirectLineHost host, string id, string text) =>
        host.Conversations.Append(new Activity { Type = ActivityTypes.Message, Text = text, Conversation = new ConversationAccount { Id = id } });

    private static void Type(DirectLineHost host, string id) =>
        host.Conversations.Append(new Activity { Type = ActivityTypes.Typing, Conversation = new ConversationAccount { Id = id } });

    private static async Task<(string Texts, string Watermark)> NextAsync(StreamClient stream)
    {
        var set = await stream.NextAsync();
        Assert.NotNull(set);
        return (string.Join(',', set.Value.Texts), set.Value.Watermark);
    }
}
