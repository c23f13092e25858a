using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using QualifyBot.Bot.Dialogs;

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

    /// <summary>The earlier activity of this id, or null.</summary>
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
