using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Extraction;

/// <summary>Reads what a visitor wrote.</summary>
public sealed class MessageReader
{
    /// <summary>What the readers see in a message. It never fails: at worst it is what the rules see.</summary>
    public ValueTask<MessageReading> ReadAsync(string text, ReadingContext context, CancellationToken cancellation) =>
        ValueTask.FromResult(RuleReader.Read(text, context));
}
