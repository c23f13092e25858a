using System.Text.Json.Nodes;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Browser.Clients;

/// <summary>What a site runs: one host on a file, or two on Redis, behind a balancer that sends each connection to the next of them.</summary>
internal sealed class House : IAsyncDisposable
{
    /// <summary>What the site's own server knows, and no page.</summary>
    public const string Secret = "a secret of the site";

    private readonly StoreBox box;
    private readonly TestHost[] hosts;

    private House(StoreBox box, TestHost[] hosts)
    {
        (this.box, this.hosts) = (box, hosts);
        Network = new RoundRobin([.. hosts.Select(static host => host.Http.BaseAddress!)]);
        Http = new HttpClient { BaseAddress = Network.Address };
    }

    public RoundRobin Network { get; }

    public HttpClient Http { get; }

    public TestClock Clock { get; private init; } = new();

    public static async Task<House> StartAsync(string store)
    {
        var (box, clock) = (new StoreBox(store), new TestClock());
        var started = await Task.WhenAll(Enumerable.Range(0, store == "redis" ? 2 : 1).Select(_ => TestHost.StartAsync([.. box.Settings, "--DirectLine:Secret", Secret], clock)));
        return new House(box, started) { Clock = clock };
    }

    /// <summary>Begins a conversation, as a page does before it loads a client.</summary>
    public Task<JsonNode> BeginAsync() => BeginAsync(Http);

    /// <summary>Begins a conversation on a host.</summary>
    public static async Task<JsonNode> BeginAsync(HttpClient host)
    {
        using var started = await host.PostAsync("/v3/directline/conversations", null);
        return JsonNode.Parse(await started.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!;
    }

    /// <summary>A new token for a conversation, as the site's own server gets it for a visitor it knows.</summary>
    public async Task<JsonNode> RenewAsync(string conversationId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v3/directline/conversations/{conversationId}?watermark=0");
        request.Headers.Authorization = new("Bearer", Secret);
        using var renewed = await Http.SendAsync(request);
        return JsonNode.Parse(await renewed.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!;
    }

    /// <summary>Loads a client for a conversation that was begun.</summary>
    public DirectLineJs Load(JsonNode conversation, bool webSocket) => Load(Network.Address, conversation, webSocket);

    /// <summary>Loads a client for a conversation that was begun on a host.</summary>
    public static DirectLineJs Load(Uri host, JsonNode conversation, bool webSocket) => DirectLineJs.Start(new JsonObject
    {
        ["domain"] = new Uri(host, "/v3/directline").ToString(),
        ["webSocket"] = webSocket,
        ["pollingInterval"] = 200,
        ["conversationId"] = conversation["conversationId"]!.DeepClone(),
        ["token"] = conversation["token"]!.DeepClone(),
        ["watermark"] = "0",
    });

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        Network.Dispose();
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }

        box.Dispose();
    }
}
