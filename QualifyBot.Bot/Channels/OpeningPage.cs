using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using QualifyBot.Bot.Playbooks;
using QualifyBot.BotFramework.DirectLine;

namespace QualifyBot.Bot.Channels;

/// <summary>What the chat widget needs to know of a site.</summary>
/// <param name="Rules">When it opens by itself.</param>
/// <param name="Events">Names of events that the site's scripts may tell.</param>
/// <param name="Files">Which files visitors may send.</param>
internal sealed record PageRules(ImmutableArray<OpeningRule> Rules, ImmutableArray<string> Events, FileRules Files);

/// <summary>Which files visitors may send.</summary>
/// <param name="Most">How many at once; 0 = none.</param>
/// <param name="Largest">The largest, in bytes.</param>
/// <param name="Types">Their content types; null = the usual ones.</param>
internal sealed record FileRules(int Most, int Largest, IReadOnlyList<string>? Types);

/// <summary>Tells the chat widget when to open by itself, and what it may tell.</summary>
internal static partial class OpeningPage
{
    private const string Path = "/widget/opening.json";

    /// <summary>Serves the rules, to pages of any site as the widget itself.</summary>
    public static void MapOpening(this WebApplication app, OpeningRules rules, VisitRules visits, UploadOptions uploads)
    {
        var files = new FileRules(uploads.FilesPerMessage, uploads.LargestFile, uploads.Types);
        var json = JsonSerializer.SerializeToUtf8Bytes(new PageRules(rules.Rules, [.. visits.Events.Select(static told => told.Name)], files), OpeningJsonContext.Default.PageRules);
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
