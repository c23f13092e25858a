using System.Globalization;
using System.Text;

namespace QualifyBot.Tests.Mutations;

/// <summary>A request in all its parts, each of which can be made wrong.</summary>
internal sealed class Call(string method, string path)
{
    private static readonly string[] Odd =
    [
        "Content-Type: text/plain", "Content-Type: application/json; charset=utf-16", "Content-Type: ;;;", "Content-Type: multipart/form-data; boundary=", "Content-Encoding: gzip", "Upgrade: websocket\r\nConnection: Upgrade",
        "Origin: https://evil.example", "Origin: null", "Origin: \u00ff", "X-Forwarded-For: 1.2.3.4, nonsense", "X-Forwarded-Proto: gopher", "X-Forwarded-Host: a b/<script>", "X-Forwarded-Host: [::1", "Accept: \u0001", "Cookie: a=b",
        "Transfer-Encoding: chunked", "Transfer-Encoding: gzip", "Content-Length: 1", "Content-Length: -1", "Content-Length: 99999999999", "Host: evil.example", "Host:", "Authorization: Bearer x", "\u00e9: x", "No colon here", ": empty", "X-Long: {long}", "Content-Disposition: form-data; name=\"file\"; filename=\"x",
    ];

    // Where a request ends hangs on these, or the host hangs up before it is sent.
    private static readonly string[] Framing = ["Content-Length", "Transfer-Encoding", "Upgrade", "No colon", ": empty", "\u00e9", "X-Long"];

    private readonly List<string> headers = ["Host: 127.0.0.1"];
    private string target = path;
    private byte[] content = [];

    /// <summary>Whether it ends where it says.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>Whether only a host that is mistaken would take it.</summary>
    public bool MustBeRefused { get; set; }

    /// <summary>What it is, for who reads a failure.</summary>
    public string Note => $"{method} {target} {string.Join(" | ", headers)} {Encoding.UTF8.GetString(content.AsSpan(0, Math.Min(content.Length, 400)))}";

    /// <summary>Whether it may hold an invoke, which the bot has no answer to (501).</summary>
    public bool MayInvoke => content.AsSpan().IndexOf("invoke"u8) >= 0;

    public Call With(string header)
    {
        headers.Add(header);
        return this;
    }

    public Call With(string type, byte[] body)
    {
        content = body;
        return With("Content-Type: " + type);
    }

    public Call To(string other)
    {
        target = other;
        return this;
    }

    /// <summary>Puts in a header that does not belong there, or takes one out.</summary>
    public void Disturb(Random random)
    {
        var odd = Odd[random.Next(Odd.Length)].Replace("{long}", new string('h', random.Next(40_000)), StringComparison.Ordinal);
        if (random.Next(3) == 0 && headers.Count > 1)
        {
            headers.RemoveAt(random.Next(headers.Count));
        }
        else
        {
            headers.Insert(random.Next(headers.Count + 1), odd);
            IsWhole &= !Array.Exists(Framing, part => odd.Contains(part, StringComparison.Ordinal));
        }
    }

    public byte[] ToBytes()
    {
        var length = content.Length > 0 || method == "POST" ? string.Create(CultureInfo.InvariantCulture, $"Content-Length: {content.Length}\r\n") : "";
        return [.. Encoding.Latin1.GetBytes($"{method} {target} HTTP/1.1\r\n{string.Join("\r\n", headers)}\r\n{length}\r\n"), .. content];
    }
}
