using System.Text.Json;
using QualifyBot.Bot.Turns;

namespace QualifyBot.Bot.Commands.Testing;

/// <summary>How work of the outbox is called in the file of a talk.</summary>
internal static class WorkNames
{
    /// <summary>The name of the work behind a member of the outbox ("release_slot"); null for a reply on its way, which the talk shows itself.</summary>
    public static string? Of(string member) => WorkItem.Parse(member) switch
    {
        WorkItem.Perform { Work: var work } => JsonNamingPolicy.SnakeCaseLower.ConvertName(work.GetType().Name),
        WorkItem.Deliver => null,
        _ => "unknown",
    };
}
