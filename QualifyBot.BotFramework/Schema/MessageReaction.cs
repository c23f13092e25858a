namespace QualifyBot.BotFramework.Schema;

/// <summary>A reaction to a message ("like", "plusOne" ...).</summary>
public sealed class MessageReaction
{
    public string? Type { get; set; }
}
