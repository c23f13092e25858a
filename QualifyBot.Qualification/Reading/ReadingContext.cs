using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Qualification.Reading;

/// <summary>What a reader may know besides the message: nothing else steers what is read.</summary>
public sealed record ReadingContext
{
    /// <summary>The visitor's local wall time, to which "tomorrow" and "next quarter" refer.</summary>
    public required DateTime Now { get; init; }

    /// <summary>Two-letter language of the message ("en").</summary>
    public string Language { get; init; } = "en";

    /// <summary>What the bot has just asked for, most wanted first; empty where nothing was asked.</summary>
    public ImmutableArray<SlotType> Requested { get; init; } = [];

    /// <summary>The bot's words just before this message, or null.</summary>
    public string? Question { get; init; }

    /// <summary>Categories of need that the playbook knows, each with words that show it.</summary>
    public ImmutableArray<NeedCategory> Needs { get; init; } = [];

    /// <summary>Names of products that visitors may work with today, as the playbook lists them.</summary>
    public ImmutableArray<string> Technologies { get; init; } = [];

    /// <summary>Names of competitors and their products, as the playbook lists them.</summary>
    public ImmutableArray<string> Competitors { get; init; } = [];

    /// <summary>ISO 4217 code that a bare "dollar" or a bare amount stands for, or null.</summary>
    public string? Currency { get; init; }

    /// <summary>Month, 1 to 12, in which the fiscal year of "next fiscal year" starts.</summary>
    public int FiscalYearStart { get; init; } = 1;

    /// <summary>True where 03/04 is the third of April.</summary>
    public bool DayFirst { get; init; }
}

/// <summary>A category of need: its id, and words or phrases of which any one shows it.</summary>
public sealed record NeedCategory(string Id, ImmutableArray<string> Words);
