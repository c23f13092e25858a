using Microsoft.Extensions.Logging;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Host;

public sealed class PrivacyTests
{
    private const string Secret = "Zanzibarquux";

    [Theory]
    [InlineData("Information")]
    [InlineData("Debug")]
    public async Task What_people_write_does_not_get_into_the_logs(string level)
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await TestHost.StartAsync(["--Logging:LogLevel:Default", level, "--Logging:LogLevel:Microsoft.AspNetCore", level]);
        await TalkAsync(new Visitor(channel, host.Http));
        await using var web = await DirectLineVisitor.StartAsync(host.Http);
        await web.NextAsync();
        await web.SayAsync($"{Secret} by hand");
        Assert.NotEmpty(host.Log.Lines);
        Assert.DoesNotContain(host.Log.Lines, line => line.Line.Contains(Secret, StringComparison.OrdinalIgnoreCase) || line.Line.Contains("acme.example", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(StoreBox.Kinds), MemberType = typeof(StoreBox))]
    public async Task Erased_data_are_gone_from_what_is_stored(string store)
    {
        using var box = new StoreBox(store);
        await using var channel = await FakeChannel.StartAsync();
        await using (var host = await TestHost.StartAsync(box.Settings))
        {
            var other = new Visitor(channel, host.Http);
            await other.SayAsync("We copy and paste by hand at Ninevehcorp");
            var visitor = new Visitor(channel, host.Http);
            await TalkAsync(visitor);
            await visitor.SayAsync("Delete my data");
            (await visitor.SayAsync("yes")).Says("erase.done");
        }

        Assert.True(box.Holds("Ninevehcorp"), "What others wrote is still there.");
        Assert.False(box.Holds(Secret), "The visitor's words are still stored.");
        Assert.False(box.Holds(Secret.ToLowerInvariant()), "The visitor's address is still stored.");
    }

    [Fact]
    public async Task An_erased_talk_starts_anew_on_the_page_too()
    {
        await using var host = await TestHost.StartAsync();
        await using var visitor = await DirectLineVisitor.StartAsync(host.Http);
        await visitor.NextAsync();
        await visitor.SayAsync($"{Secret} makes us copy and paste by hand");
        await visitor.SayAsync("Delete my data");
        using var posted = await visitor.SendAsync(HttpMethod.Post, visitor.Activities, new System.Text.Json.Nodes.JsonObject { ["type"] = "message", ["text"] = "yes" });
        posted.EnsureSuccessStatusCode();
        using var history = await visitor.SendAsync(HttpMethod.Get, visitor.Activities);
        var shown = await history.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        Assert.DoesNotContain(Secret, shown, StringComparison.Ordinal);
        Assert.Contains("erased", shown, StringComparison.Ordinal);
    }

    private static async Task TalkAsync(Visitor visitor)
    {
        await visitor.SayAllAsync(
            $"{Secret} makes us copy and paste by hand", $"next month, {Secret}", $"I decide that myself, {Secret}", "about $40k a year", $"300 people, {Secret}",
            $"I'm Anna {Secret}, anna@{Secret}.example");
        (await visitor.SayAsync("1")).EndsWith("book.done");
        await visitor.SayAsync($"{Secret}?");
    }
}
