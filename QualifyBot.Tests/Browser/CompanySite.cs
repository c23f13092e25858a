using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using QualifyBot.Tests.Support;

namespace QualifyBot.Tests.Browser;

/// <summary>The company's own site, at an address of its own, with the chat on each of its pages.</summary>
internal sealed class CompanySite : IAsyncDisposable
{
    private readonly WebApplication app;
    private Uri host = null!;

    private CompanySite()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            var language = context.Request.Path.Value is ['/', _, _] path ? path[1..] : "en";
            return context.Response.WriteAsync($"""
                <!doctype html><html lang="{language}"><head><title>Acme</title><link rel="icon" href="data:,">
                <meta name="viewport" content="width=device-width, initial-scale=1"><script src="{host}widget.js" async></script></head>
                <body style="block-size: 5000px"><h1>Our plans</h1></body></html>
                """);
        });
    }

    public Uri Address => new(app.Urls.Single());

    public static async Task<CompanySite> StartAsync()
    {
        var site = new CompanySite();
        await site.app.StartAsync();
        return site;
    }

    /// <summary>Starts the host whose chat stands on the pages.</summary>
    public async Task<TestHost> EmbedAsync(params string[] settings)
    {
        var started = await TestHost.StartAsync([.. settings, "--DirectLine:AllowedOrigins:0", Address.GetLeftPart(UriPartial.Authority)]);
        host = started.Http.BaseAddress!;
        return started;
    }

    public async Task<ChatPage> VisitAsync(Surfer surfer, string path)
    {
        var page = await surfer.Context.NewPageAsync();
        await page.GotoAsync(new Uri(Address, path).ToString());
        return new ChatPage(page);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
