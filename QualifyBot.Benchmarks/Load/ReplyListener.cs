using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace QualifyBot.Benchmarks.Load;

/// <summary>The channel's own address: takes the bot's replies and gives each to its talk.</summary>
internal sealed class ReplyListener : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Conversation> talks = new(StringComparer.Ordinal);
    private readonly LoadOptions options;
    private readonly WebApplication server;
    private long taken;
    private long orphans;

    private ReplyListener(LoadOptions options)
    {
        this.options = options;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.ListenPort, endpoint => endpoint.Protocols = HttpProtocols.Http1);
        });
        server = builder.Build();
        server.Run(TakeAsync);
    }

    /// <summary>The address to name in activities.</summary>
    public string ServiceUrl => server.Urls.First();

    /// <summary>Replies that came for no talk, or for one that was over.</summary>
    public long Orphans => Interlocked.Read(ref orphans);

    public static async Task<ReplyListener> StartAsync(LoadOptions options)
    {
        var listener = new ReplyListener(options);
        await listener.server.StartAsync();
        return listener;
    }

    public void Add(Conversation talk) => talks[talk.Id] = talk;

    public void Remove(Conversation talk) => talks.TryRemove(talk.Id, out _);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        var parts = (context.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is not ["v3", "conversations", var id, ..])
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (parts is [_, _, _, "activities", ..] && (HttpMethods.IsPost(context.Request.Method) || HttpMethods.IsPut(context.Request.Method)))
        {
            await TakeActivityAsync(Uri.UnescapeDataString(id), context.Request.BodyReader);
        }

        var answer = parts is [.., "members"] && HttpMethods.IsGet(context.Request.Method)
            ? """[{"id":"user1","name":"User"}]"""
            : string.Create(CultureInfo.InvariantCulture, $$"""{"id":"r{{Interlocked.Increment(ref taken)}}"}""");
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(Encoding.ASCII.GetBytes(answer));
    }

    private async Task TakeActivityAsync(string id, PipeReader body)
    {
        var read = await body.ReadAsync();
        while (!read.IsCompleted)
        {
            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await body.ReadAsync();
        }

        var now = Stopwatch.GetTimestamp();
        if (options.Verbose)
        {
            Console.WriteLine($"<< {id} {Encoding.UTF8.GetString(read.Buffer)}");
        }

        var activity = Glance(read);
        body.AdvanceTo(read.Buffer.End);
        if (options.ReplyDelay > TimeSpan.Zero)
        {
            await Task.Delay(options.ReplyDelay);
        }

        if (talks.TryGetValue(id, out var talk))
        {
            talk.Take(activity, now);
        }
        else
        {
            Interlocked.Increment(ref orphans);
        }
    }

    private static ActivityGlance Glance(ReadResult body)
    {
        try
        {
            return ActivityGlance.Of(body.Buffer);
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
