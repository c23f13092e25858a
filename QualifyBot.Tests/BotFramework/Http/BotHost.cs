using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QualifyBot.BotFramework.Authentication;
using QualifyBot.BotFramework.Http;
using QualifyBot.BotFramework.Schema;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.BotFramework.Http;

/// <summary>A host with the messages endpoint on a free port of this machine, and a receiver that keeps what it is given.</summary>
internal sealed class BotHost : IActivityReceiver, IAsyncDisposable
{
    public const string Message = """
        {"type":"message","id":"a1","channelId":"emulator","serviceUrl":"http://localhost:1234","from":{"id":"u1"},"conversation":{"id":"c1"},"recipient":{"id":"b1"},"text":"hi"}
        """;

    private readonly WebApplication _app;

    private BotHost(params (string Name, string? Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal));
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton<TimeProvider>(Clock).AddSingleton<IActivityReceiver>(this).AddBotFramework(builder.Configuration);
        _app = builder.Build();
        _app.MapBotMessages();
    }

    public TestClock Clock { get; } = new();

    public List<(Activity Activity, CallerIdentity Caller)> Received { get; } = [];

    public Func<Activity, ReceiveResult> Answer { get; set; } = _ => ReceiveResult.Done;

    public HttpClient Http { get; } = new();

    public static async Task<BotHost> StartAsync(params (string Name, string? Value)[] settings)
    {
        var host = new BotHost(settings);
        await host._app.StartAsync();
        host.Http.BaseAddress = new Uri(host._app.Urls.Single());
        return host;
    }

    public Task<HttpResponseMessage> PostAsync(string body, string? token = null, Action<HttpRequestMessage>? change = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", token);
        }

        change?.Invoke(request);
        return Http.SendAsync(request);
    }

    public ValueTask<ReceiveResult> ReceiveAsync(Activity activity, CallerIdentity caller, CancellationToken cancellation)
    {
        Received.Add((activity, caller));
        return new ValueTask<ReceiveResult>(Answer(activity));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}

/// <summary>Changes to a request that its own type makes hard.</summary>
internal static class RequestChanges
{
    public static void SetType(this HttpRequestMessage request, string? contentType)
    {
        request.Content!.Headers.Remove("Content-Type");
        if (contentType is not null)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }
    }
}
