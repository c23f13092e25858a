using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Bot.Turns;

/// <summary>
/// Where a conversation lives in the store. The lead's id is a hash of channel and conversation, and the partition a part of that hash:
/// either one leads to everything else, and everything of one conversation shares a partition, so that a turn is one commit.
/// </summary>
public readonly record struct ConversationKey
{
    /// <summary>Number of partitions; a change of it moves every key, so it is fixed for good.</summary>
    public const int Partitions = 64;

    /// <summary>Name of the index, one a partition, of leads by the time of their last change (Unix milliseconds).</summary>
    public const string LeadsIndex = "leads";

    /// <summary>Name of the index, one a partition, of leads that were opened again, by the time when they were (Unix milliseconds).</summary>
    public const string ReopenedIndex = "reopened";

    /// <summary>The index of leads whose answers no longer lead to what was agreed, by the time of it.</summary>
    public const string OverturnedIndex = "overturned";

    /// <summary>Name of the index, one a partition, of leads by their account (<see cref="GroupPlace"/>).</summary>
    public const string AccountsIndex = "accounts";

    /// <summary>Name of the index, one a partition, of leads by their person (<see cref="GroupPlace.OfPerson"/>).</summary>
    public const string PeopleIndex = "people";

    /// <summary>Name of the index, one a partition, of work to do, by the time it is due (Unix milliseconds).</summary>
    public const string OutboxIndex = "outbox";

    private const int LeadIdBytes = 10;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>The key of a channel's conversation.</summary>
    public ConversationKey(string channelId, string conversationId)
    {
        var name = $"{channelId}\n{conversationId}";
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), hash);
        LeadId = Convert.ToHexStringLower(hash[..LeadIdBytes]);
        Partition = PartitionOf(hash[0]);
    }

    private ConversationKey(string leadId, byte first)
    {
        LeadId = leadId;
        Partition = PartitionOf(first);
    }

    /// <summary>
    /// The key of an activity's conversation. In a group each person has a talk of their own, in each thread another, so that what one of them says is
    /// never taken for the answer of somebody else.
    /// </summary>
    public static ConversationKey Of(Activity activity) =>
        new(activity.ChannelId!, activity.IsInGroup ? $"{activity.Conversation!.Id}\n{activity.From?.Id}" : activity.Conversation!.Id!);

    /// <summary>Id of the conversation's lead: 20 lower-case hexadecimal digits.</summary>
    public string LeadId { get; }

    /// <summary>The store's partition that holds all of it.</summary>
    public string Partition { get; }

    /// <summary>The document of the conversation's state.</summary>
    public string State => "conversation/" + LeadId;

    /// <summary>The document of the lead.</summary>
    public string Lead => "lead/" + LeadId;

    /// <summary>The log of activities, both ways.</summary>
    public string Log => "log/" + LeadId;

    /// <summary>The topic that is notified when the log grows.</summary>
    public string Topic => "log/" + LeadId;

    /// <summary>The log of a file's pieces.</summary>
    public string File(string fileId) => $"file/{LeadId}/{fileId}";

    /// <summary>The key behind a lead's id, or null where the text is no such id.</summary>
    public static ConversationKey? OfLead(string leadId) =>
        leadId.Length == LeadIdBytes * 2 && !leadId.AsSpan().ContainsAnyExcept(HexDigits)
            ? new ConversationKey(leadId, Convert.FromHexString(leadId.AsSpan(0, 2))[0])
            : null;

    /// <summary>All partitions, for queries that fan out.</summary>
    public static IEnumerable<string> AllPartitions() => Enumerable.Range(0, Partitions).Select(i => PartitionOf((byte)i));

    private static string PartitionOf(byte first) => PartitionNames[first % Partitions];

    private static readonly string[] PartitionNames =
        [.. Enumerable.Range(0, Partitions).Select(i => "p" + i.ToString(CultureInfo.InvariantCulture))];
}
