using System.Text.Json;
using System.Text.Json.Serialization;
using QualifyBot.Bot.Playbooks;

namespace QualifyBot.Bot.Channels;

/// <summary>Tells the chat widget when to open by itself.</summary>
internal static partial class OpeningPage
{
    private const string Path = "/widget/opening.json";

    /// <summary>Serves the rules, to pages of any site as the widget itself.</summary>
    public static void MapOpening(this WebApplication app, OpeningRules rules)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(rules, OpeningJsonContext.Default.OpeningRules);
        app.MapGet(Path, (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-cache";
            context.Response.Headers.AccessControlAllowOrigin = "*";
            return Results.Bytes(json, "application/json");
        });
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(OpeningRules))]
    private sealed partial class OpeningJsonContext : JsonSerializerContext;
}
