using System.Collections.Immutable;

namespace QualifyBot.Bot.Outcomes.Leads;

/// <summary>What the site's pages told of a lead's visits, as far as it is kept. A browser said so: for sellers to read, and never an answer.</summary>
public sealed record VisitRecord
{
    /// <summary>The first arrival, to which the lead is owed.</summary>
    public ArrivalRecord? First { get; init; }

    /// <summary>The newest arrival.</summary>
    public ArrivalRecord? Last { get; init; }

    /// <summary>The pages last seen, each path once, the newest at the end.</summary>
    public ImmutableArray<PageRecord> Pages { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What the site's scripts told last, the newest at the end.</summary>
    public ImmutableArray<SiteEventRecord> Events { get; init => field = value.IsDefault ? [] : value; } = [];
}

/// <summary>How somebody came to the site.</summary>
/// <param name="On">The day.</param>
/// <param name="Page">Path of the first page, or null.</param>
/// <param name="Referrer">Name of the site before ("www.google.com"), or null.</param>
/// <param name="Utm">The campaign, by field ("source"); null where there was none.</param>
public sealed record ArrivalRecord(DateOnly On, string? Page, string? Referrer, IReadOnlyDictionary<string, string>? Utm);

/// <summary>A page that was seen.</summary>
/// <param name="Path">Its path, without query.</param>
/// <param name="Seconds">Seconds on it, on that day.</param>
/// <param name="On">The day on which it was seen last.</param>
public sealed record PageRecord(string Path, int Seconds, DateOnly On);

/// <summary>What the site's scripts told.</summary>
/// <param name="Name">Its name, one of the list in dialogs/visits.yaml.</param>
/// <param name="Properties">What they added; null = nothing.</param>
/// <param name="On">The day.</param>
public sealed record SiteEventRecord(string Name, IReadOnlyDictionary<string, string>? Properties, DateOnly On);

/// <summary>Who a visitor is by the word of the site's own server.</summary>
/// <param name="Subject">The site's id of them.</param>
/// <param name="Name">Their name, or null.</param>
/// <param name="Email">Their e-mail address, or null.</param>
public sealed record VisitorIdentity(string Subject, string? Name, string? Email)
{
    /// <summary>Stands in answers that the site vouches for in place of the message and of the rule that read it.</summary>
    public const string Reader = "identity";
}
