namespace QualifyBot.Bot.Turns;

/// <summary>This process among the hosts of one store.</summary>
/// <param name="Id">Unique for each start of a process; letters and digits only.</param>
internal sealed record HostIdentity(string Id);
