using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Mutations;

/// <summary>Makes requests to all calls of Direct Line, each with something wrong in it.</summary>
internal sealed class DirectLineCalls(Random random, MutatedHost host)
{
    private const string Root = "/v3/directline/";
    private const string Boundary = "----b0undary";
    private static readonly string[] Watermarks = ["", "0", "1", "-1", "99999999999999999999", "1e3", "%00", "a%20b", "..%2f", "1&watermark=2", "\u00ff"];
    private static readonly string[] Ids = ["", ".", "..", "%2e%2e", "a%2fb", "%00", "%ff", new('a', 5000), "x?y", "%7Bp17%7D", "\u00e9"];

    private readonly JsonMutator json = new(random);
    private readonly List<string> others = [];
    private string id = "";
    private string token = "";
    private string stream = "";
    private string file = "";
    private int sent;

    /// <summary>Sends one request.</summary>
    public async Task SendAsync()
    {
        if (sent++ % 100 == 0)
        {
            await BeginAsync();
        }

        var (call, isRead, wantsToken) = Next();
        var good = wantsToken is Wants.InAddress ? null : token;
        var mutates = random.Next(3);
        if (wantsToken is Wants.InHeader && mutates == 0)
        {
            good = new TokenMutator(random, others).Mutate(token);
            // A token of another conversation is good for that one: there it is renewed.
            call.MustBeRefused = !call.Note.Contains("tokens/refresh", StringComparison.Ordinal) || !others.Contains(good);
        }

        if (good is not null && wantsToken is not Wants.None)
        {
            call.With("Authorization: Bearer " + good);
        }

        if (mutates == 1)
        {
            call.Disturb(random);
            call.MustBeRefused = false;
        }

        await host.SendAsync(call, isRead);
    }

    private (Call Call, bool IsRead, Wants Token) Next() => random.Next(12) switch
    {
        0 => (new Call("POST", Root + "tokens/generate").With("application/json", json.Mutate(Start())), true, Wants.None),
        1 => (new Call("POST", Root + "tokens/refresh"), true, Wants.InHeader),
        2 => (new Call("POST", Root + "conversations").With("application/json", json.Mutate(Start())), false, Wants.None),
        3 => (new Call("GET", $"{Root}conversations/{Id()}?watermark={Watermark()}"), true, Wants.InHeader),
        4 => (new Call("GET", $"{Root}conversations/{Id()}/activities?watermark={Watermark()}"), true, Wants.InHeader),
        5 or 6 or 7 => (new Call("POST", $"{Root}conversations/{Id()}/activities").With("application/json", json.Mutate(Message())), false, Wants.InHeader),
        8 or 9 => (new Call("POST", $"{Root}conversations/{Id()}/upload?userId={Watermark()}").With($"multipart/form-data; boundary={Boundary}", Upload()), false, Wants.InHeader),
        10 => (InAddress($"{Root}conversations/{Id()}/files/{file[..22]}?t=", file[23..]), true, Wants.InAddress),
        _ => (InAddress($"{Root}conversations/{Id()}/stream?watermark={Watermark()}&t=", stream), true, Wants.InAddress),
    };

    private async Task BeginAsync()
    {
        var visitor = await Channels.Uploads.UploadVisitor.StartAsync(host.Host.Http);
        await visitor.SendAsync(host.Host.Http, Channels.Uploads.Form.Of("hello", ("a.png", "image/png", Channels.Uploads.Form.Png)));
        var address = new Uri((string)(await visitor.FilesAsync(host.Host.Http))[0]["contentUrl"]!);
        others.Clear();
        others.AddRange([token, stream, file.Length > 0 ? file[23..] : "", visitor.Stream]);
        (id, token, stream) = (visitor.Path[(visitor.Path.LastIndexOf('/') + 1)..], visitor.Token, visitor.Stream);
        file = string.Concat(address.Segments[^1], ":", address.Query.AsSpan(3));
        others.Add(file[23..]);
        others.RemoveAll(static other => other.Length == 0);
        // What was issued up to now is too old from here on, but for this conversation's own.
        if (host.Clock is { } clock && sent % 1000 == 1)
        {
            others.Add(token);
            clock.Advance(TimeSpan.FromHours(1));
            var renewed = await Channels.Uploads.UploadVisitor.StartAsync(host.Host.Http);
            (id, token, stream) = (renewed.Path[(renewed.Path.LastIndexOf('/') + 1)..], renewed.Token, renewed.Stream);
        }
    }

    // What stands in an address opens one thing: a token that is not that very one opens nothing.
    private Call InAddress(string path, string good)
    {
        var mutated = new TokenMutator(random, others).Mutate(good);
        var call = new Call("GET", path + Uri.EscapeDataString(mutated)) { MustBeRefused = true };
        return random.Next(2) == 0 ? call : call.With("Upgrade: websocket").With("Connection: Upgrade").With("Sec-WebSocket-Version: 13").With("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
    }

    private string Id() => random.Next(12) == 0 ? Ids[random.Next(Ids.Length)] : id;

    private string Watermark() => Watermarks[random.Next(Watermarks.Length)];

    private static JsonObject Start() => new()
    {
        ["user"] = new JsonObject { ["id"] = "dl_u", ["name"] = "Anna", ["token"] = "x" },
        ["locale"] = "en-US",
        ["trustedOrigins"] = new JsonArray("https://www.example.com", "http://localhost:8080"),
        ["channelData"] = new JsonObject { ["playbook"] = "champ" },
    };

    private JsonObject Message() => JsonNode.Parse($$"""
        {"attachments":[{"contentType":"image/png","name":"a.png"}],"channelData":{"attachmentSizes":[],"clientActivityID":"c{{random.Next(50)}}","playbook":"bant"},"text":"we have {{random.Next(100)}} people","textFormat":"plain","type":"message",
         "channelId":"webchat","from":{"id":"u1","name":"N","role":"user"},"locale":"de-DE","localTimestamp":"2026-11-22T05:37:26.022Z","localTimezone":"UTC","value":{"act":"x"},
         "entities":[{"requiresBotState":true,"type":"ClientCapabilities"}]}
        """)!.AsObject();

    private byte[] Upload()
    {
        var activity = random.Next(2) == 0 ? json.Mutate(Message()) : Encoding.UTF8.GetBytes(Message().ToJsonString());
        string[] files = [.. Enumerable.Range(0, random.Next(4)).Select(i => $"\r\n--{Boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{Name(i)}\"\r\nContent-Type: text/plain\r\n\r\n{new string('x', random.Next(3000))}")];
        byte[] body =
        [
            .. Encoding.UTF8.GetBytes($"--{Boundary}\r\nContent-Disposition: form-data; name=\"activity\"; filename=\"blob\"\r\nContent-Type: application/vnd.microsoft.activity\r\n\r\n"), .. activity,
            .. Encoding.UTF8.GetBytes(string.Concat(files) + $"\r\n--{Boundary}--\r\n"),
        ];
        return random.Next(2) == 0 ? json.Damage(body) : body;
    }

    private string Name(int place) => random.Next(4) switch
    {
        0 => "../../etc/passwd",
        1 => "\u202Etxt.exe",
        _ => string.Create(CultureInfo.InvariantCulture, $"f{place}.txt"),
    };

    private enum Wants
    {
        None,
        InHeader,
        InAddress,
    }
}
