using QualifyBot.Bot.Channels;
using QualifyBot.Bot.Desk;
using QualifyBot.Bot.Playbooks;
using QualifyBot.Bot.Storage;
using QualifyBot.BotFramework.DirectLine;
using QualifyBot.BotFramework.Http;

namespace QualifyBot.Bot;

/// <summary>Puts the host together.</summary>
public static partial class QualifyBotHost
{
    private const string DefaultUrl = "http://localhost:3978";

    /// <summary>The host, ready to run; its settings come from appsettings.json, the environment and the command line, the later ones first.</summary>
    /// <exception cref="StartException">Settings, files or the store are not as they must be; the message says what to mend.</exception>
    public static async Task<WebApplication> BuildAsync(string[] args, TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        builder.Host.UseDefaultServiceProvider(options => options.ValidateScopes = options.ValidateOnBuild = true);
        await builder.Services.AddQualifyBotAsync(builder.Configuration, clock ?? TimeProvider.System);
        var app = builder.Build();
        LogPlan(app);
        Map(app);
        return app;
    }

    private static void LogPlan(WebApplication app)
    {
        var plan = app.Services.GetRequiredService<SalesPlan>();
        var playbook = app.Services.GetRequiredService<PlaybookCatalog>().Playbooks[plan.Playbook];
        Log.NewTalksUse(app.Logger, playbook.Name, playbook.Version, plan.Reason);
    }

    // The calls of a protocol say it in their own way; this is for all others.
    private static async Task AnswerWithoutStoreAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (StoreUnavailableException) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "2";
            await context.Response.WriteAsync("The store cannot be reached now: try again in a moment.");
        }
    }

    private static void Map(WebApplication app)
    {
        app.Use(AnswerWithoutStoreAsync);
        app.UseDemoPage();
        app.MapBotMessages();
        app.MapDirectLine();
        app.MapInvites();
        app.MapWidget();
        app.MapOpening(app.Services.GetRequiredService<OpeningRules>(), app.Services.GetRequiredService<VisitRules>(), app.Services.GetRequiredService<DirectLineOptions>().Uploads);
        app.MapDesk();
        app.MapGet("/health", async (IStore store, CancellationToken cancellation) =>
        {
            await store.GetAsync([new StoreKey("health", "health")], cancellation);
            return Results.Text("ok");
        });
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "New talks use {Playbook} {Version}, because {Reason}.")]
        public static partial void NewTalksUse(ILogger logger, string playbook, string version, string reason);
    }
}
