using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Tests.Support;

/// <summary>A channel on this machine: takes replies by the Connector's protocol, answers as it is told, and minds every call it does not know.</summary>
internal sealed partial class FakeChannel : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, Channel<Activity>> waiting = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Activity>> taken = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> unknown = [];

    private FakeChannel()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(ReceiveAsync);
    }

    /// <summary>The status for a reply; 200 and 201 take it.</summary>
    public Func<Activity, HttpContext, Task<int>> Answer { get; set; } = (_, _) => Task.FromResult(200);

    /// <summary>Ends once the bot has shown that it is typing.</summary>
    public TaskCompletionSource Typing { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Url => app.Urls.Single();

    public static async Task<FakeChannel> StartAsync()
    {
        var channel = new FakeChannel();
        await channel.app.StartAsync();
        return channel;
    }

    /// <summary>The replies taken so far, in order.</summary>
    public IReadOnlyList<Activity> Taken(string conversation) => [.. taken.GetOrAdd(conversation, _ => [])];

    /// <summary>The next reply that nobody waited for yet.</summary>
    public async Task<Reply> NextAsync(string conversation) =>
        Reply.Of(await Waiting(conversation).Reader.ReadAsync().AsTask().WaitAsync(Patience));

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Assert.Empty(unknown);
    }

    private Channel<Activity> Waiting(string conversation) => waiting.GetOrAdd(conversation, _ => Channel.CreateUnbounded<Activity>());

    private async Task ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var line = context.Request.Method + " " + context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        if (Call().Match(line) is not { Success: true } call || !ActivityParser.TryParse(body.ToArray(), out var activity, out _))
        {
            unknown.Enqueue(line);
            context.Response.StatusCode = 404;
            return;
        }

        if (activity.Type is ActivityTypes.Typing)
        {
            Typing.TrySetResult();
            return;
        }

        var status = await Answer(activity, context);
        if (status < 300)
        {
            var conversation = Uri.UnescapeDataString(call.Groups["conversation"].Value);
            taken.GetOrAdd(conversation, _ => []).Enqueue(activity);
            await Waiting(conversation).Writer.WriteAsync(activity);
        }

        context.Response.StatusCode = status;
        await context.Response.WriteAsync("""{"id":"r1"}""");
    }

    [GeneratedRegex("^POST /v3/conversations/(?<conversation>[^/?]+)/activities(/[^/?]+)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Call();
}
