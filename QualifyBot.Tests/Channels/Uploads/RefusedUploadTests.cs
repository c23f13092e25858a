using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using QualifyBot.Bot.Storage;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Channels.Uploads;

public sealed class RefusedUploadTests(RefusedUploadTests.SmallHost small) : IClassFixture<RefusedUploadTests.SmallHost>
{
    private static readonly (string, string, byte[]) Picture = ("a.png", "image/png", Form.Png);

    private static readonly Dictionary<string, (int Status, Func<HttpContent> Body)> Bad = new(StringComparer.Ordinal)
    {
        ["no file"] = (400, () => Form.Of("hi")),
        ["no form"] = (415, () => new StringContent("{}", Encoding.UTF8, "application/json")),
        ["empty file"] = (400, () => Form.Of("hi", ("a.txt", "text/plain", []))),
        ["too many"] = (413, () => Form.Of("hi", Picture, Picture, Picture, Picture)),
        ["too large"] = (413, () => Form.Of("hi", ("a.pdf", "application/pdf", Form.Pdf(300_001)))),
        ["too large together"] = (413, () => Form.Of("hi", ("a.pdf", "application/pdf", Form.Pdf(250_000)), ("b.pdf", "application/pdf", Form.Pdf(250_000)))),
        ["large beyond all"] = (413, () => Form.Of("hi", ("a.pdf", "application/pdf", Form.Pdf(3_000_000)))),
        ["large and of unknown length"] = (413, () => Unannounced(Form.Of("hi", ("a.pdf", "application/pdf", Form.Pdf(3_000_000))))),
        ["a page"] = (415, () => Form.Of("hi", ("a.html", "text/html", "<script>"u8.ToArray()))),
        ["a page called a picture"] = (415, () => Form.Of("hi", ("a.html", "image/png", Form.Png))),
        ["a drawing with scripts"] = (415, () => Form.Of("hi", ("a.svg", "image/svg+xml", "<svg onload=alert(1)>"u8.ToArray()))),
        ["a program called a picture"] = (415, () => Form.Of("hi", ("a.png", "image/png", "MZ not a picture"u8.ToArray()))),
        ["a program called text"] = (415, () => Form.Of("hi", ("a.txt", "text/plain", [0x7F, 0x45, 0x4C, 0x46, 0, 0]))),
        ["a good file, then a bad one"] = (415, () => Form.Of("hi", ("a.pdf", "application/pdf", Form.Pdf(200_000)), ("b.exe", "application/x-msdownload", [1]))),
        ["not a message"] = (400, () => Form.Of(new JsonObject { ["type"] = "event", ["name"] = "x" }, Picture)),
        ["no activity that can be"] = (400, () => Form.Of(new JsonObject { ["type"] = 5 }, Picture)),
        ["a text too long"] = (413, () => Form.Of(new string('x', 40_000), Picture)),
        ["two activities"] = (400, () => Twice(Form.Of("hi", Picture))),
        ["no boundary"] = (415, () => Raw("multipart/form-data", "--x\r\n")),
        ["endless boundary"] = (415, () => Raw("multipart/form-data; boundary=" + new string('b', 5000), "--b\r\n")),
        ["ends early"] = (400, () => Raw("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nwords")),
        ["no parts"] = (400, () => Raw("multipart/form-data; boundary=b", "--b--\r\n")),
        ["headers without end"] = (400, () => Raw("multipart/form-data; boundary=b", "--b\r\nX: " + new string('h', 20_000) + "\r\n\r\n")),
        ["headers without number"] = (400, () => Raw("multipart/form-data; boundary=b", "--b\r\n" + string.Concat(Enumerable.Range(0, 500).Select(i => $"X{i}: 1\r\n")) + "\r\n")),
        ["noise"] = (400, () => Raw("multipart/form-data; boundary=b", new string('\0', 1000))),
        ["an empty body"] = (400, () => Raw("multipart/form-data; boundary=b", "")),
    };

    public static TheoryData<string> Names => [.. Bad.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_upload_that_is_refused_says_why_and_changes_nothing(string name)
    {
        var host = small.Host;
        var visitor = await UploadVisitor.StartAsync(host.Http);
        var before = await visitor.PrintAsync(host.Store);
        var (status, body) = await visitor.SendAsync(host.Http, Bad[name].Body());
        Assert.True(Bad[name].Status == status, $"{status} {body.ToJsonString()}");
        Assert.True(((string)body["error"]!["message"]!).Length > 20, body.ToJsonString());
        Assert.Equal(before, await visitor.PrintAsync(host.Store));
        Assert.Equal(0, await small.PiecesAsync());
        Assert.DoesNotContain(host.Log.Lines, line => line.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task A_conversation_keeps_so_many_files_and_no_more_also_when_all_come_at_once()
    {
        var host = small.Host;
        var visitor = await UploadVisitor.StartAsync(host.Http);
        var sent = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => visitor.SendAsync(host.Http, Form.Of("hi", Picture))));
        Assert.Equal((5, 7), (sent.Count(answer => answer.Status == 200), sent.Count(answer => answer.Status == 413)));
        Assert.Equal(5, (await visitor.FilesAsync(host.Http)).Length);
        Assert.Equal(5, await small.PiecesAsync(visitor));
    }

    [Fact]
    public async Task Without_a_right_token_nothing_is_taken()
    {
        var host = small.Host;
        var (visitor, other) = (await UploadVisitor.StartAsync(host.Http), await UploadVisitor.StartAsync(host.Http));
        foreach (var token in new[] { other.Token, "", "undefined", "x.y.z" })
        {
            Assert.Equal(403, (await visitor.SendAsync(host.Http, Form.Of("hi", Picture), token)).Status);
        }
    }

    [Fact]
    public async Task Files_can_be_switched_off_and_paced_by_address()
    {
        await using var closed = await TestHost.StartAsync(["--DirectLine:Uploads:FilesPerMessage", "0"]);
        Assert.Equal(400, (await (await UploadVisitor.StartAsync(closed.Http)).SendAsync(closed.Http, Form.Of("hi", Picture))).Status);
        await using var paced = await TestHost.StartAsync(["--DirectLine:Uploads:PerHour", "2", "--DirectLine:Proxies", "1"]);
        paced.Http.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-For", "203.0.113.7");
        int[] statuses = [await SendAsync(), await SendAsync(), await SendAsync()];
        Assert.Equal([200, 200, 429], statuses);

        async Task<int> SendAsync() => (await (await UploadVisitor.StartAsync(paced.Http)).SendAsync(paced.Http, Form.Of("hi", Picture))).Status;
    }

    [Theory]
    [InlineData("--DirectLine:Uploads:Types:0", "text/html", "text/html")]
    [InlineData("--DirectLine:Uploads:LargestFile", "0", "LargestFile")]
    [InlineData("--DirectLine:Uploads:FilesPerMessage", "-1", "FilesPerMessage")]
    public async Task Settings_that_cannot_work_stop_the_start_with_their_name(string setting, string value, string named)
    {
        var stopped = await Assert.ThrowsAsync<QualifyBot.Bot.StartException>(() => TestHost.StartAsync([setting, value]));
        Assert.Contains(named, stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_file_alone_is_taken_as_it_is()
    {
        var host = small.Host;
        var visitor = await UploadVisitor.StartAsync(host.Http);
        var body = new ByteArrayContent(Form.Png);
        body.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        body.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileName = "badge.png" };
        Assert.Equal(200, (await visitor.SendAsync(host.Http, body)).Status);
        Assert.Equal("badge.png", (string?)Assert.Single(await visitor.FilesAsync(host.Http))["name"]);
    }

    private static MultipartFormDataContent Twice(MultipartFormDataContent form)
    {
        form.Add(new StringContent("""{"type":"message"}""", Encoding.UTF8, "application/vnd.microsoft.activity"), "activity", "blob");
        return form;
    }

    private static StreamContent Unannounced(HttpContent form)
    {
        var body = new StreamContent(new UnknownLength(form.ReadAsStream()));
        body.Headers.ContentType = form.Headers.ContentType;
        return body;
    }

    private static StringContent Raw(string type, string body)
    {
        var content = new StringContent(body);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    /// <summary>A host that takes little, on a file that shows what is stored.</summary>
    public sealed class SmallHost : IAsyncLifetime, IDisposable
    {
        private readonly TempFolder folder = new();

        internal TestHost Host { get; private set; } = null!;

        public async Task InitializeAsync() => Host = await TestHost.StartAsync(
        [
            "--Storage:Path", folder.File("store.db"), "--DirectLine:Uploads:FilesPerMessage", "3", "--DirectLine:Uploads:LargestFile", "300000",
            "--DirectLine:Uploads:LargestMessage", "400000", "--DirectLine:Uploads:FilesPerConversation", "5",
        ]);

        public async Task DisposeAsync() => await Host.DisposeAsync();

        public void Dispose() => folder.Dispose();

        /// <summary>How many files stand in the store, whole or not: of one visitor, or of all who got none through.</summary>
        internal async Task<long> PiecesAsync(UploadVisitor? visitor = null)
        {
            await Task.CompletedTask;
            using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={folder.File("store.db")};Mode=ReadOnly;Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = visitor is null
                ? "SELECT count(*) FROM log WHERE name LIKE 'file/%' AND expires < (SELECT max(expires) FROM log) - 86400000"
                : $"SELECT count(*) FROM log WHERE name LIKE 'file/{visitor.Key.LeadId}/%'";
            return (long)command.ExecuteScalar()!;
        }
    }

    private sealed class UnknownLength(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
