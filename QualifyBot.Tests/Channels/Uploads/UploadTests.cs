using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using QualifyBot.Bot.Storage;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Channels.Uploads;

public sealed class UploadTests
{
    [Theory]
    [MemberData(nameof(StoreBox.Kinds), MemberType = typeof(StoreBox))]
    public async Task Files_are_shown_to_the_page_and_the_desk_byte_for_byte_by_any_host(string store)
    {
        using var box = new StoreBox(store);
        await using var first = await TestHost.StartAsync(box.Settings);
        await using var second = await TestHost.StartAsync(box.Settings);
        var visitor = await UploadVisitor.StartAsync(first.Http);
        var pdf = Form.Pdf(700_001);
        var (status, body) = await visitor.SendAsync(second.Http, Form.Of("Here is our process", ("plan.pdf", "application/pdf", pdf), ("shot.png", "image/png", Form.Png)));
        Assert.Equal((200, 1), (status, body.AsObject().Count));

        var files = await visitor.FilesAsync(first.Http);
        Assert.Equal([("plan.pdf", "application/pdf"), ("shot.png", "image/png")], files.Select(file => ((string)file["name"]!, (string)file["contentType"]!)));
        Assert.Equal(pdf, await second.Http.GetByteArrayAsync(At(second, (string)files[0]["contentUrl"]!)));
        Assert.Equal(Form.Png, await first.Http.GetByteArrayAsync((string)files[1]["contentUrl"]!));

        var lead = await first.GetAsync("/api/leads/" + visitor.Key.LeadId);
        Assert.Equal([("plan.pdf", 700_001), ("shot.png", Form.Png.Length)], lead.GetProperty("files").EnumerateArray().Select(file => (file.GetProperty("name").GetString()!, file.GetProperty("size").GetInt32())));
        Assert.Equal(pdf, await second.Http.GetByteArrayAsync(lead.GetProperty("files")[0].GetProperty("address").GetString()));
        Assert.Contains(lead.GetProperty("transcript").EnumerateArray(), line => line.TryGetProperty("files", out var names) && names[1].GetString() == "shot.png");
    }

    [Fact]
    public async Task A_message_of_files_alone_is_answered_and_the_question_asked_again()
    {
        await using var host = await TestHost.StartAsync();
        var visitor = await UploadVisitor.StartAsync(host.Http);
        var (_, body) = await visitor.SendAsync(host.Http, Form.Of((string?)null, ("shot.png", "image/png", Form.Png)));
        var reply = (await visitor.ShownAsync(host.Http)).Single(activity => (string?)activity!["replyToId"] == (string?)body["id"])!;
        Assert.Contains("shot.png", (string)reply["text"]!, StringComparison.Ordinal);
        Assert.Contains("our team", (string)reply["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_beside_a_file_are_an_answer()
    {
        await using var host = await TestHost.StartAsync();
        var visitor = await UploadVisitor.StartAsync(host.Http);
        var (_, body) = await visitor.SendAsync(host.Http, Form.Of("We copy and paste by hand", ("shot.png", "image/png", Form.Png)));
        var reply = (await visitor.ShownAsync(host.Http)).Single(activity => (string?)activity!["replyToId"] == (string?)body["id"])!;
        Assert.Contains("I've put shot.png with your details", (string)reply["text"]!, StringComparison.Ordinal);
        var lead = await host.GetAsync("/api/leads/" + visitor.Key.LeadId);
        Assert.Contains(lead.GetProperty("answers").EnumerateArray(), answer => answer.GetProperty("slot").GetString() == "need");
    }

    [Fact]
    public async Task A_message_that_comes_again_keeps_its_files_once()
    {
        await using var host = await TestHost.StartAsync();
        var visitor = await UploadVisitor.StartAsync(host.Http);
        JsonObject Message() => new() { ["type"] = "message", ["channelData"] = new JsonObject { ["clientActivityID"] = "c1" } };
        var first = await visitor.SendAsync(host.Http, Form.Of(Message(), ("shot.png", "image/png", Form.Png)));
        var before = await visitor.PrintAsync(host.Store);
        var again = await visitor.SendAsync(host.Http, Form.Of(Message(), ("shot.png", "image/png", Form.Png)));
        Assert.Equal((200, (string?)first.Body["id"]), (again.Status, (string?)again.Body["id"]));
        Assert.Single(await visitor.FilesAsync(host.Http));
        Assert.Equal(before, await visitor.PrintAsync(host.Store));
    }

    [Fact]
    public async Task A_browser_stores_what_it_fetches_and_never_runs_it()
    {
        await using var host = await TestHost.StartAsync();
        var visitor = await UploadVisitor.StartAsync(host.Http);
        await visitor.SendAsync(host.Http, Form.Of("see", ("../../Ünser \u202Egnp.exe\"\r\n.txt", "text/plain", "<script>alert(1)</script>"u8.ToArray())));
        var file = Assert.Single(await visitor.FilesAsync(host.Http));
        using var response = await host.Http.GetAsync((string)file["contentUrl"]!);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal((string)file["name"]!, response.Content.Headers.ContentDisposition.FileNameStar);
        Assert.DoesNotContain((string)file["name"]!, static letter => letter is '/' or '\\' or '"' or '\u202E' || char.IsControl(letter));
        Assert.Equal(("nosniff", "default-src 'none'; sandbox", "text/plain"),
            (response.Headers.GetValues("X-Content-Type-Options").Single(), response.Headers.GetValues("Content-Security-Policy").Single(), response.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task A_file_opens_with_its_own_address_or_the_conversations_token_and_for_nobody_else()
    {
        var clock = new TestClock();
        await using var host = await TestHost.StartAsync(clock: clock);
        var (visitor, other) = (await UploadVisitor.StartAsync(host.Http), await UploadVisitor.StartAsync(host.Http));
        await visitor.SendAsync(host.Http, Form.Of("see", ("a.png", "image/png", Form.Png), ("b.png", "image/png", Form.Png)));
        await other.SendAsync(host.Http, Form.Of("see", ("c.png", "image/png", Form.Png)));
        var addresses = (await visitor.FilesAsync(host.Http)).Select(file => (string)file["contentUrl"]!).ToArray();
        var foreign = (string)(await other.FilesAsync(host.Http))[0]["contentUrl"]!;
        string[] refused =
        [
            addresses[0][..addresses[0].IndexOf('?', StringComparison.Ordinal)],
            addresses[0][..addresses[0].IndexOf('?', StringComparison.Ordinal)] + addresses[1][addresses[1].IndexOf('?', StringComparison.Ordinal)..],
            addresses[0][..addresses[0].IndexOf('?', StringComparison.Ordinal)] + foreign[foreign.IndexOf('?', StringComparison.Ordinal)..],
            addresses[0][..addresses[0].IndexOf('?', StringComparison.Ordinal)] + "?t=" + other.Token,
            addresses[0][..^1] + "!",
        ];
        foreach (var address in refused)
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await host.Http.GetAsync(address)).StatusCode);
        }

        var fileToken = addresses[0][(addresses[0].IndexOf("t=", StringComparison.Ordinal) + 2)..];
        Assert.Equal(403, (await visitor.SendAsync(host.Http, Form.Of("x", ("a.png", "image/png", Form.Png)), fileToken)).Status);
        clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Http.GetAsync(addresses[0])).StatusCode);
    }

    [Theory]
    [MemberData(nameof(StoreBox.Kinds), MemberType = typeof(StoreBox))]
    public async Task Erased_with_the_talk(string store)
    {
        using var box = new StoreBox(store);
        await using (var host = await TestHost.StartAsync(box.Settings))
        {
            var visitor = await UploadVisitor.StartAsync(host.Http);
            await visitor.SendAsync(host.Http, Form.Of("We copy and paste by hand", ("Zanzibarquux.txt", "text/plain", "the Ninevehcorp plan"u8.ToArray())));
            var address = (string)(await visitor.FilesAsync(host.Http))[0]["contentUrl"]!;
            await visitor.SayAsync(host.Http, "Delete my data");
            await visitor.SayAsync(host.Http, "yes");
            Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync(address)).StatusCode);
            Assert.DoesNotContain(host.Log.Lines, line => line.Level >= LogLevel.Error);
        }

        Assert.False(box.Holds("Ninevehcorp"), "What was in the file is still stored.");
        Assert.False(box.Holds("Zanzibarquux"), "The file's name is still stored.");
    }

    private static string At(TestHost host, string address) => new Uri(host.Http.BaseAddress!, new Uri(address).PathAndQuery).ToString();
}
