namespace QualifyBot.Tests.BotFramework.DirectLine;

/// <summary>Clients that come back to a conversation.</summary>
public sealed class ReconnectTests
{
    [Fact]
    public async Task A_reload_reconnects_with_a_new_token_and_stream()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, token, _) = await host.BeginAsync();

        var again = await host.CallAsync("GET", $"conversations/{id}?watermark=1", token);

        Assert.Equal(200, again.Status);
        Assert.NotEmpty((string)again.Body["token"]!);
        using var stream = await StreamClient.OpenAsync(new Uri((string)again.Body["streamUrl"]!));
        var set = (await stream.NextAsync())!.Value;
        Assert.Equal(("2", "Welcome"), (set.Watermark, Assert.Single(set.Texts)));
    }

    [Theory]
    [InlineData("0", "Welcome,next", "3")]
    [InlineData("2", "next", "3")]
    [InlineData("99", "next", "3")]
    [InlineData("9223372036854775807", "next", "3")]
    [InlineData("garbage", "Welcome,next", "3")]
    [InlineData("-1", "Welcome,next", "3")]
    [InlineData("", "next", "3")]
    public async Task A_watermark_that_is_not_of_this_conversation_hides_nothing_that_comes(string watermark, string texts, string next)
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, token, _) = await host.BeginAsync();
        var again = await host.CallAsync("GET", $"conversations/{id}?watermark={watermark}", token);
        host.Say(id, "next");
        using var stream = await StreamClient.OpenAsync(new Uri((string)again.Body["streamUrl"]!));
        Assert.Equal((texts, next), await stream.TextsAsync());
    }
}
