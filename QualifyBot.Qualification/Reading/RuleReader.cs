namespace QualifyBot.Qualification.Reading;

/// <summary>Reads a message by rules alone, in time linear in its length.</summary>
public static class RuleReader
{
    /// <summary>Everything that the rules see in a message. Total: any text gives a reading, none throws.</summary>
    public static MessageReading Read(string text, ReadingContext context) => MessageReading.Nothing;
}
