using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using QualifyBot.Bot.Playbooks;

namespace QualifyBot.Bot.Channels;

/// <summary>What the chat widget needs to know of a site.</summary>
/// <param name="Rules">When it opens by itself.</param>
/// <param name="Events">Names of events that the site's scripts may tell.</param>
internal sealed record PageRules(ImmutableArray<OpeningRule> Rules, ImmutableArray<string> Events);

/// <summary>Tells the chat widget when to open by itself, and what it may tell.</summary>
internal static partial class OpeningPage
{
    private const string Path = "/widget/opening.json";

    /// <summary>Serves the rules, to pages of any site as the widget itself.</summary>
    public static void MapOpening(this WebApplication app, OpeningRules rules, VisitRules visits)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(new PageRules(rules.Rules, [.. visits.Events.Select(static told => told.Name)]), OpeningJsonContext.Default.PageRules);
        app.MapGet(Path, (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-cache";
            context.Response.Headers.AccessControlAllowOrigin = "*";
            return Results.Bytes(json, "application/json");
        });
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(PageRules))]
    private sealed partial class OpeningJsonContext : JsonSerializerContext;
}
