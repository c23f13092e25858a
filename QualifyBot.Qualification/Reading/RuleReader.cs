using System.Collections.Immutable;
using QualifyBot.Qualification.Reading.Languages;

namespace QualifyBot.Qualification.Reading;

/// <summary>Reads a message by rules alone, in time linear in its length.</summary>
public static class RuleReader
{
    [ThreadStatic]
    private static Scan? scan;

    /// <summary>Everything that the rules see in a message. Total: any text gives a reading, none throws.</summary>
    public static MessageReading Read(string text, ReadingContext context)
    {
        var current = scan ??= new Scan();
        return current.Run(text, context, Language.Of(context.Language));
    }
}
