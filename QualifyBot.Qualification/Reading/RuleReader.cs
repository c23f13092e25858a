using System.Collections.Immutable;
using QualifyBot.Qualification.Reading.Languages;

namespace QualifyBot.Qualification.Reading;

/// <summary>Reads a message by rules alone, in time linear in its length.</summary>
public static class RuleReader
{
    /// <summary>Today is taken to be within these years, so that no date seen from it leaves the calendar.</summary>
    private const int FirstYear = 1900;
    private const int LastYear = 2500;

    [ThreadStatic]
    private static Scan? scan;

    /// <summary>Two-letter codes of the languages that have word lists, by code; others are read as English.</summary>
    public static ImmutableArray<string> Languages { get; } = [.. WordLists.Folders.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Everything that the rules see in a message. Total: any text gives a reading, none throws.</summary>
    public static MessageReading Read(string text, ReadingContext context)
    {
        var current = scan ??= new Scan();
        var year = Math.Clamp(context.Now.Year, FirstYear, LastYear);
        var sane = year == context.Now.Year ? context : context with { Now = new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Unspecified) };
        return current.Run(text, sane, Language.Of(context.Language));
    }
}
