using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace QualifyBot.Tests.BotFramework.Connector;

/// <summary>A channel on this machine that keeps the replies it gets, and answers as it is told.</summary>
internal sealed class ChannelServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ChannelServer(IPAddress address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(address, 0));
        _app = builder.Build();
        _app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            var body = await reader.ReadToEndAsync();
            Requests.Enqueue(new Request(
                context.Request.Method + " " + context.Features.Get<IHttpRequestFeature>()!.RawTarget, body, context.Request.ContentType, context.Request.Headers.Authorization));
            Arrived.Release();
            await Answer(context);
        });
    }

    public ConcurrentQueue<Request> Requests { get; } = [];

    public SemaphoreSlim Arrived { get; } = new(0);

    public Func<HttpContext, Task> Answer { get; set; } = context => context.Response.WriteAsync("""{"id":"r1"}""");

    public int Port => new Uri(_app.Urls.Single()).Port;

    public string Url => _app.Urls.Single();

    public static async Task<ChannelServer> StartAsync(IPAddress? address = null)
    {
        var server = new ChannelServer(address ?? IPAddress.Loopback);
        await server._app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Arrived.Dispose();
    }

    internal sealed record Request(string Line, string Body, string? ContentType, string? Authorization);
}
