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

    /// <summary>What the tag of the chat says besides: "data-theme=dark".</summary>
    public string Attributes { get; set; } = "";

    /// <summary>What the tag of the page says besides: "dir=rtl".</summary>
    public string PageAttributes { get; set; } = "";

    /// <summary>A script of the site, which runs before the chat is there; none where it is empty.</summary>
    public string Script { get; set; } = "";

    /// <summary>The content security policy of the pages, in which HOST stands for the chat's; none where it is empty.</summary>
    public string Policy { get; set; } = "";

    private CompanySite()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(context =>
        {
            if (context.Request.Path == "/site.js")
            {
                context.Response.ContentType = "text/javascript";
                return context.Response.WriteAsync(Script);
            }

            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.Headers.ContentSecurityPolicy = Policy.Replace("HOST", host.Authority, StringComparison.Ordinal);
            var language = context.Request.Path.Value is ['/', _, _] path ? path[1..] : "en";
            return context.Response.WriteAsync($"""
                <!doctype html><html lang="{language}" {PageAttributes}><head><title>Acme</title><link rel="icon" href="data:,">
                <meta name="viewport" content="width=device-width, initial-scale=1">{(Script.Length > 0 ? "<script src=\"/site.js\"></script>" : "")}<script src="{host}widget.js" {Attributes} async></script></head>
                <body {(Policy.Length > 0 ? "" : "style=\"block-size: 5000px\"")}><main><h1>Our plans</h1><a href="/pricing">Pricing</a></main></body></html>
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
