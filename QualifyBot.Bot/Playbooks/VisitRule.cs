using System.Collections.Immutable;

namespace QualifyBot.Bot.Playbooks;

/// <summary>A visit to the site as rules read it.</summary>
/// <param name="Pages">The pages seen today, each with the seconds on it.</param>
/// <param name="Referrer">The site that the visitor came from today ("www.google.com"), or null.</param>
/// <param name="Utm">The campaign of today's arrival, by field ("source").</param>
/// <param name="Returned">Whether the visitor came back.</param>
public sealed record VisitFacts(IReadOnlyList<(string Path, int Seconds)> Pages, string? Referrer, IReadOnlyDictionary<string, string> Utm, bool Returned);

/// <summary>What a visit must be like for a signal; all that it names must hold.</summary>
/// <param name="Signal">The kind of the signal.</param>
public sealed record VisitRule(string Signal)
{
    /// <summary>Paths of pages, * for any letters; empty = all.</summary>
    public ImmutableArray<string> Pages { get; init; } = [];

    /// <summary>Seconds on these pages, together, or null.</summary>
    public int? Seconds { get; init; }

    /// <summary>How many of these pages, or null.</summary>
    public int? PagesSeen { get; init; }

    /// <summary>Whether the visitor must have come back.</summary>
    public bool Returns { get; init; }

    /// <summary>Sites that the visitor came from; empty = any or none.</summary>
    public ImmutableArray<string> Referrers { get; init; } = [];

    /// <summary>Values of fields of the campaign; empty = any or none.</summary>
    public ImmutableArray<(string Field, ImmutableArray<string> Values)> Utm { get; init; } = [];

    /// <summary>Whether a visit is like that.</summary>
    public bool Holds(VisitFacts visit)
    {
        var pages = Pages.IsEmpty ? visit.Pages : [.. visit.Pages.Where(page => IsAny(Pages, page.Path))];
        return (pages.Count > 0 || Pages.IsEmpty)
            && (Seconds is not { } seconds || pages.Sum(page => (long)page.Seconds) >= seconds)
            && (PagesSeen is not { } seen || pages.Count >= seen)
            && (!Returns || visit.Returned)
            && (Referrers.IsEmpty || (visit.Referrer is { } referrer && IsAny(Referrers, referrer)))
            && Utm.All(wanted => visit.Utm.TryGetValue(wanted.Field, out var value) && IsAny(wanted.Values, value));
    }

    private static bool IsAny(ImmutableArray<string> patterns, string text) => patterns.Any(pattern => WildPattern.Matches(pattern, text));
}

/// <summary>A name by which the site's own scripts may tell of something, and the signal that it makes.</summary>
public sealed record SiteEventRule(string Name, string Signal);
