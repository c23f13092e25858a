using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;
using QualifyBot.Bot.Outcomes.Booking;
using QualifyBot.Bot.Turns;

namespace QualifyBot.Bot.Channels;

/// <summary>The pages and files that visitors fetch.</summary>
internal static class WebPage
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; connect-src 'self' ws: wss:; "
        + "form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

    /// <summary>Compresses the page's files; they hold no secret that compression could give away over https.</summary>
    public static void AddDemoPage(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html", "text/css", "text/javascript", "image/svg+xml"];
        });
        // The fastest level, which is the default, would weigh half as much again.
        services.Configure<GzipCompressionProviderOptions>(static gzip => gzip.Level = CompressionLevel.SmallestSize);
        services.Configure<BrotliCompressionProviderOptions>(static brotli => brotli.Level = CompressionLevel.Optimal);
    }

    /// <summary>Serves the demo page and the chat widget.</summary>
    public static void UseDemoPage(this WebApplication app) =>
        app.UseWhen(context => HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method), page =>
        {
            page.UseResponseCompression();
            page.UseDefaultFiles();
            page.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => AddHeaders(file.Context.Response.Headers) });
        });

    /// <summary>Serves the chat widget's script and style sheet, to pages of any site.</summary>
    public static void MapWidget(this WebApplication app)
    {
        var bundle = WidgetBundle.Of(Path.Combine(app.Environment.WebRootPath, "widget"));
        Map("/widget/chat.js", bundle.Script, "text/javascript");
        Map("/widget/chat.css", bundle.Style, "text/css");

        void Map(string path, string text, string type)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\"");
            app.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], (HttpContext context) =>
            {
                AddHeaders(context.Response.Headers);
                return Results.Bytes(bytes, type + "; charset=utf-8", entityTag: tag);
            });
        }
    }

    /// <summary>Serves the calendar file of a booking to who knows its secret.</summary>
    public static void MapInvites(this WebApplication app) => app.MapGet(InvitePath.Pattern, InviteAsync);

    private static async Task<IResult> InviteAsync(
        string leadId, string secret, StoredLeads leads, BookingOptions options, TimeProvider clock, CancellationToken cancellation)
    {
        var lead = await leads.FindAsync(leadId, cancellation);
        return lead?.Booking is { } booking && booking.IsOpenedBy(secret)
            ? Results.Text(InviteWriter.Write(Invite.For(booking, options, null, clock.GetUtcNow())), InviteWriter.MediaType)
            : Results.NotFound();
    }

    private static void AddHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers.CacheControl = "no-cache";
        // The widget's script and styles are there for other sites to embed.
        headers.AccessControlAllowOrigin = "*";
    }
}
