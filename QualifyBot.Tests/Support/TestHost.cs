using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QualifyBot.Bot;
using QualifyBot.Bot.Storage;

namespace QualifyBot.Tests.Support;

/// <summary>The whole product, started in this process on a free port of this machine.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private TestHost(WebApplication app)
    {
        this.app = app;
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(Log);
    }

    public CapturedLog Log { get; } = new();

    public HttpClient Http { get; } = new();

    public IStore Store => Get<IStore>();

    /// <summary>A part of the product.</summary>
    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>Starts it with a store in memory unless the settings name one, by a clock that begins on 12 January 2026 unless one is given.</summary>
    public static async Task<TestHost> StartAsync(string[]? settings = null, TimeProvider? clock = null)
    {
        string[] quiet = ["--urls", "http://127.0.0.1:0", "--Logging:Console:LogLevel:Default", "None", "--Storage:Path", ":memory:"];
        var host = new TestHost(await QualifyBotHost.BuildAsync([.. quiet, .. settings ?? []], clock ?? new MovedClock()));
        await host.app.StartAsync();
        host.Http.BaseAddress = new Uri(host.app.Urls.Single());
        return host;
    }

    /// <summary>The leads that the desk lists, newest first.</summary>
    public async Task<JsonElement> LeadsAsync(string query = "") => (await GetAsync("/api/leads" + query)).GetProperty("leads");

    /// <summary>A lead as the desk shows it, with its transcript.</summary>
    public Task<JsonElement> LeadAsync(Visitor visitor) => GetAsync("/api/leads/" + visitor.Key.LeadId);

    public async Task<JsonElement> GetAsync(string path) => JsonElement.Parse(await Http.GetStringAsync(path));

    /// <summary>Waits until the host knows that its replies arrived: a clock that jumps before that would have them time out.</summary>
    public Task DeliveredAsync(Visitor visitor, TestClock clock) => Eventually.TrueAsync(async () =>
    {
        clock.Advance(TimeSpan.FromMilliseconds(100));
        return (await Store.RangeAsync(new StoreKey(visitor.Key.Partition, "outbox"), 0, double.MaxValue, 1, descending: false, default)).Count == 0;
    }, "delivered replies");

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }
}
