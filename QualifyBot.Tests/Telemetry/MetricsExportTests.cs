using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using QualifyBot.Tests.Extraction;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Telemetry;

/// <summary>Metrics reach a collector over OTLP.</summary>
public sealed class MetricsExportTests
{
    [Fact]
    public async Task A_collector_gets_requests_and_what_the_model_cost_at_the_latest_when_the_host_stops()
    {
        var received = new ConcurrentQueue<(string Path, string? Type, string Body)>();
        await using var collector = await CollectorAsync(received);
        await using var model = await ModelServer.StartAsync();
        await using (var host = await TestHost.StartAsync(
        [
            "--Telemetry:Endpoint", collector.Urls.Single(), "--Telemetry:EverySeconds", "3600",
            "--Extraction:Provider", "openai", "--Extraction:Endpoint", model.Url + "/v1", "--Extraction:Model", "m", "--Extraction:Key", "k", "--Extraction:Mode", "always",
        ]))
        {
            await using var channel = await FakeChannel.StartAsync();
            await new Visitor(channel, host.Http).SayAsync("We copy and paste by hand, and nobody likes it");
        }

        var sent = received.ToArray();
        Assert.NotEmpty(sent);
        Assert.All(sent, static call => Assert.Equal(("/v1/metrics", "application/x-protobuf"), (call.Path, call.Type)));
        var bodies = string.Concat(sent.Select(static call => call.Body));
        Assert.All(["QualifyBot", "qualifybot.model.calls", "http.server.request.duration"], name => Assert.Contains(name, bodies, StringComparison.Ordinal));
        Assert.DoesNotContain("copy and paste", bodies, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collector_that_is_away_does_not_hinder_the_talk()
    {
        await using var host = await TestHost.StartAsync(["--Telemetry:Endpoint", "http://127.0.0.1:1", "--Telemetry:EverySeconds", "1"]);
        await using var channel = await FakeChannel.StartAsync();
        Assert.NotEmpty((await new Visitor(channel, host.Http).SayAsync("We copy and paste by hand")).Text);
    }

    private static async Task<WebApplication> CollectorAsync(ConcurrentQueue<(string Path, string? Type, string Body)> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            received.Enqueue((context.Request.Path, context.Request.ContentType, Encoding.Latin1.GetString(body.ToArray())));
        });
        await app.StartAsync();
        return app;
    }
}
