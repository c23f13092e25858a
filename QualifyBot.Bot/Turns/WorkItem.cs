using System.Globalization;
using System.Text.Json;
using QualifyBot.Bot.Outcomes;
using QualifyBot.BotFramework.Connector;

namespace QualifyBot.Bot.Turns;

/// <summary>Work that was committed with a turn and is to be done by the host named in it; a closed union.</summary>
/// <param name="Host">The host that does it while it lives.</param>
/// <param name="LeadId">The lead whose turn asked for it.</param>
internal abstract record WorkItem(string Host, string LeadId)
{
    private const char Separator = '|';

    /// <summary>The member of the outbox index that stands for this item.</summary>
    public abstract string Member { get; }

    /// <summary>Sends replies that stand in the conversation's log.</summary>
    /// <param name="Host">The host.</param>
    /// <param name="LeadId">The lead.</param>
    /// <param name="After">The log's position before the first reply.</param>
    /// <param name="Count">How many replies.</param>
    public sealed record Deliver(string Host, string LeadId, long After, int Count) : WorkItem(Host, LeadId)
    {
        /// <inheritdoc/>
        public override string Member => string.Create(CultureInfo.InvariantCulture, $"{Host}|{LeadId}|{After}|{Count}");

        /// <summary>The replies and where they go, where they are still at hand; else they are read from the log.</summary>
        public (ReplyAddress Address, IReadOnlyList<ReadOnlyMemory<byte>> Replies)? AtHand { get; init; }
    }

    /// <summary>Performs an effect in the world.</summary>
    /// <param name="Host">The host.</param>
    /// <param name="LeadId">The lead.</param>
    /// <param name="Work">The effect.</param>
    public sealed record Perform(string Host, string LeadId, OutcomeWork Work) : WorkItem(Host, LeadId)
    {
        /// <inheritdoc/>
        public override string Member => $"{Host}|{LeadId}|{JsonSerializer.Serialize(Work, TurnsJsonContext.Default.OutcomeWork)}";
    }

    /// <summary>The item behind a member, or null where this version does not know such work.</summary>
    public static WorkItem? Parse(string member)
    {
        if (member.Split(Separator, 3) is not [var host, var leadId, var rest])
        {
            return null;
        }

        if (rest.StartsWith('{'))
        {
            return ParseWork(rest) is { } work ? new Perform(host, leadId, work) : null;
        }

        return rest.Split(Separator) is [var after, var count]
            && long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var replies)
            ? new Deliver(host, leadId, position, replies)
            : null;
    }

    private static OutcomeWork? ParseWork(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, TurnsJsonContext.Default.OutcomeWork);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
