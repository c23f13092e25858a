using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using QualifyBot.Bot.Dialogs;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.Bot.Turns;

/// <summary>Remembers the latest activities of a conversation, so that one that comes again is not answered again.</summary>
internal static class SeenActivities
{
    /// <summary>The first 64 bits of the SHA-256 of an activity's id.</summary>
    public static long Hash(string activityId)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(activityId), hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }

    /// <summary>What tells an activity from all others; null where nothing does. An edit bears the id of what it edits.</summary>
    public static string? NameOf(Activity activity) => activity switch
    {
        { Id: { } id, Type: ActivityTypes.MessageUpdate } => $"{id}\nupdate\n{activity.Text}",
        { Id: { } id, Type: ActivityTypes.MessageDelete } => $"{id}\ndelete",
        _ => activity.Id,
    };

    /// <summary>Whether the activity that came last has this id.</summary>
    public static bool IsLatest(ConversationRecord? conversation, string? activityId) =>
        activityId is not null && conversation?.Seen is [.., var latest] && latest.IdHash == Hash(activityId);

    /// <summary>The earlier activity of this name, or null.</summary>
    public static SeenActivity? Find(ConversationRecord? conversation, string? activityId)
    {
        if (conversation is null || activityId is null)
        {
            return null;
        }

        var hash = Hash(activityId);
        foreach (var seen in conversation.Seen)
        {
            if (seen.IdHash == hash)
            {
                return seen;
            }
        }

        return null;
    }

    /// <summary>The list with one more, the oldest dropped where it is full.</summary>
    public static ImmutableArray<SeenActivity> With(ImmutableArray<SeenActivity> seen, SeenActivity newest) =>
        seen.Length < ConversationRecord.SeenLimit ? seen.Add(newest) : seen.RemoveAt(0).Add(newest);
}
