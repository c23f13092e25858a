namespace QualifyBot.Bot.Outcomes.Leads;

/// <summary>A file that the visitor sent.</summary>
/// <param name="Id">Its id where it is kept here; null where only the channel has it.</param>
/// <param name="Name">Its name, or null where the channel does not tell.</param>
/// <param name="ContentType">Its type, or null where the channel does not tell.</param>
/// <param name="Size">Its length in bytes; 0 where it is not kept here.</param>
/// <param name="MessageId">The message that it came with.</param>
/// <param name="At">When it came.</param>
public sealed record FileRecord(string? Id, string? Name, string? ContentType, long Size, string MessageId, DateTimeOffset At);
