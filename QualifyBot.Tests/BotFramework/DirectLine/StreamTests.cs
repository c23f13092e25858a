using System.Globalization;
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
        Assert.Equal(("Welcome", "2"), await stream.TextsAsync());

        await host.CallAsync("POST", $"conversations/{id}/activities", token, """{"type":"message","text":"hi"}""");

        Assert.Equal(("hi,You said: hi", "4"), await stream.TextsAsync());
    }

    [Fact]
    public async Task A_dropped_client_loses_and_doubles_nothing()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, token, address) = await host.BeginAsync();
        string watermark;
        using (var first = await StreamClient.OpenAsync(address))
        {
            watermark = (await first.TextsAsync()).Watermark;
            first.Socket.Abort();
        }

        await host.CallAsync("POST", $"conversations/{id}/activities", token, """{"type":"message","text":"missed"}""");
        var again = await host.CallAsync("GET", $"conversations/{id}?watermark={watermark}", token);
        using var second = await StreamClient.OpenAsync(new Uri((string)again.Body["streamUrl"]!));

        Assert.Equal(("missed,You said: missed", "4"), await second.TextsAsync());
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
        Assert.Equal(("hi,You said: hi", "4"), await stream.TextsAsync());
    }

    [Fact]
    public async Task A_lost_notice_is_made_up_for_by_polling()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, _, address) = await host.BeginAsync();
        using var stream = await StreamClient.OpenAsync(address);
        await stream.TextsAsync();
        host.Conversations.Silent = true;
        host.Say(id, "unannounced");
        host.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(("unannounced", "3"), await stream.TextsAsync());
    }

    [Fact]
    public async Task A_store_that_is_down_for_a_while_interrupts_but_does_not_end_a_stream()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, _, address) = await host.BeginAsync();
        using var stream = await StreamClient.OpenAsync(address);
        await stream.TextsAsync();
        host.Conversations.Down = true;
        host.Say(id, "during");
        host.Clock.Advance(TimeSpan.FromSeconds(5));
        host.Conversations.Down = false;
        host.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(("during", "3"), await stream.TextsAsync());
    }

    [Fact]
    public async Task Typing_is_shown_as_it_happens_and_not_afterwards()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, _, address) = await host.BeginAsync();
        host.Type(id);
        using var stream = await StreamClient.OpenAsync(address);
        Assert.Equal(("Welcome", "3"), await stream.TextsAsync());
        host.Type(id);
        Assert.Equal(("typing", "4"), await stream.TextsAsync());
    }

    [Fact]
    public async Task A_long_history_comes_in_sets_of_bounded_size()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, _, address) = await host.BeginAsync();
        for (var i = 0; i < 250; i++)
        {
            host.Say(id, i.ToString(CultureInfo.InvariantCulture));
        }

        host.Say(id, new string('a', 700_000));
        host.Say(id, new string('b', 700_000));
        host.Say(id, new string('c', 700_000));
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
}
