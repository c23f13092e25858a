using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text.Json;
using QualifyBot.Bot.Playbooks;

namespace QualifyBot.Bot.Dialogs;

/// <summary>
/// What a page tells of a visit since it told last. It comes from a browser, so that all of it may be made up or broken: what is not as it must
/// be is left out, and the message that it came with is never refused for it.
/// </summary>
/// <param name="Arrival">How the visitor came, where that is new.</param>
/// <param name="Pages">Pages seen, with the seconds on each.</param>
/// <param name="Returned">Whether the visitor came back after a while.</param>
/// <param name="Events">What the site's scripts told.</param>
public sealed record VisitNews(VisitArrival? Arrival, ImmutableArray<(string Path, int Seconds)> Pages, bool Returned, ImmutableArray<VisitEvent> Events)
{
    /// <summary>Most pages and events of one report.</summary>
    public const int Most = 20;

    private const int LongestPath = 200;
    private const int LongestHost = 253;
    private const int LongestValue = 100;
    private const int LongestName = 60;
    private const int LongestText = 200;
    private const int MostProperties = 10;
    private const int MostSeconds = 24 * 60 * 60;

    /// <summary>Whether it tells nothing.</summary>
    public bool IsEmpty => Arrival is null && Pages.IsEmpty && !Returned && Events.IsEmpty;

    /// <summary>Reads what a page sent; null where it is nothing of the kind.</summary>
    public static VisitNews? Read(JsonElement told)
    {
        try
        {
            var news = new VisitNews(
                ArrivalOf(told),
                [.. Items(told, "pages").Select(PageOf).OfType<(string, int)>()],
                Member(told, "returned") is { ValueKind: JsonValueKind.True },
                [.. Items(told, "events").Select(EventOf).OfType<VisitEvent>()]);
            return news.IsEmpty ? null : news;
        }
        catch (InvalidOperationException)
        {
            // An escape that is no character, in a name or a text.
            return null;
        }
    }

    private static VisitArrival? ArrivalOf(JsonElement told)
    {
        if (Member(told, "arrival") is not { ValueKind: JsonValueKind.Object } arrival)
        {
            return null;
        }

        var utm = Member(arrival, "utm") is { ValueKind: JsonValueKind.Object } fields
            ? VisitRules.UtmFields.Select(field => (Field: field, Value: Text(fields, field, LongestValue))).Where(static one => one.Value is not null).ToDictionary(static one => one.Field, static one => one.Value!, StringComparer.Ordinal)
            : [];
        var (page, referrer) = (PathOf(arrival, "page"), HostOf(arrival));
        return page is null && referrer is null && utm.Count == 0 ? null : new VisitArrival(page, referrer, utm);
    }

    private static (string Path, int Seconds)? PageOf(JsonElement page) =>
        PathOf(page, "path") is { } path
            ? (path, Member(page, "seconds") is { ValueKind: JsonValueKind.Number } seconds && seconds.TryGetDouble(out var given) ? (int)Math.Clamp(given, 0, MostSeconds) : 0)
            : null;

    private static VisitEvent? EventOf(JsonElement told) =>
        Text(told, "name", LongestName) is { } name ? new VisitEvent(name, PropertiesOf(told)) : null;

    private static Dictionary<string, string> PropertiesOf(JsonElement told)
    {
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Member(told, "properties") is { ValueKind: JsonValueKind.Object } given)
        {
            foreach (var property in given.EnumerateObject().Take(MostProperties))
            {
                if (Clean(property.Name, LongestName) is { } name && Clean(ScalarOf(property.Value), LongestText) is { } value)
                {
                    properties[name] = value;
                }
            }
        }

        return properties;
    }

    private static string? ScalarOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };

    private static string? PathOf(JsonElement of, string name) =>
        Text(of, name, int.MaxValue) is { } path && path.StartsWith('/') && path[..(path.IndexOfAny(['?', '#']) is >= 0 and var end ? end : path.Length)] is { } alone
            ? Clean(alone, LongestPath)
            : null;

    private static string? HostOf(JsonElement arrival) =>
        Text(arrival, "referrer", LongestHost) is { } host && Uri.CheckHostName(host) is not UriHostNameType.Unknown && !IPAddress.TryParse(host, out _) ? host.ToLower(CultureInfo.InvariantCulture) : null;

    private static IEnumerable<JsonElement> Items(JsonElement of, string name) =>
        Member(of, name) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray().Take(Most) : [];

    private static string? Text(JsonElement of, string name, int longest) => Member(of, name) is { ValueKind: JsonValueKind.String } text ? Clean(text.GetString(), longest) : null;

    private static JsonElement? Member(JsonElement of, string name) => of.ValueKind is JsonValueKind.Object && of.TryGetProperty(name, out var member) ? member : null;

    // What is too long is cut, between characters; control characters have no place in one line.
    private static string? Clean(string? text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var line = string.Concat(text.Where(static letter => !char.IsControl(letter))).Trim();
        var end = line.Length <= longest ? line.Length : char.IsHighSurrogate(line[longest - 1]) ? longest - 1 : longest;
        return end == 0 ? null : line[..end];
    }
}

/// <summary>How a visitor came to the site.</summary>
public sealed record VisitArrival(string? Page, string? Referrer, IReadOnlyDictionary<string, string> Utm);

/// <summary>What the site's scripts told.</summary>
public sealed record VisitEvent(string Name, IReadOnlyDictionary<string, string> Properties);
