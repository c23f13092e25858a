using QualifyBot.Bot.Channels;
using QualifyBot.Bot.Desk;
using QualifyBot.Bot.Storage;
using QualifyBot.BotFramework.DirectLine;
using QualifyBot.BotFramework.Http;

namespace QualifyBot.Bot;

/// <summary>Puts the host together.</summary>
public static class QualifyBotHost
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
        Map(app);
        return app;
    }

    private static void Map(WebApplication app)
    {
        app.UseDemoPage();
        app.MapBotMessages();
        app.MapDirectLine();
        app.MapInvites();
        app.MapDesk();
        app.MapGet("/health", async (IStore store, CancellationToken cancellation) =>
        {
            await store.GetAsync([new StoreKey("health", "health")], cancellation);
            return Results.Text("ok");
        });
    }
}
